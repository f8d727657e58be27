import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {peopleFile, peopleInFile} from "../../../src/components/drill/members.js";
import {writeArrow} from "./members-arrow.js";

/**
 * Writes what lists say of customers, `people-<n>.arrow`, largest revenue first, so many in a file: a list of twenty reads
 * few of them, however many customers there are.
 */
export async function writePeople(connection: DuckDBConnection, folder: string): Promise<void> {
  const names = [
    "customer_id",
    "name",
    "revenue",
    "revenue_ever",
    "profit",
    "orders",
    "recency_days",
  ] as const;
  const reader = await connection.runAndReadAll(
    `SELECT customer_id, name, revenue::DOUBLE, revenue_ever::DOUBLE, profit::DOUBLE, orders::INTEGER, recency_days::INTEGER
     FROM member_people ORDER BY rank`,
  );
  const columns = reader.getColumns();
  for (let from = 0; from < reader.currentRowCount; from += peopleInFile)
    writeArrow(
      join(folder, `${peopleFile(from)}.arrow`),
      Object.fromEntries(names.map((name, i) => [name, columns[i]!.slice(from, from + peopleInFile)])),
    );
}
