import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {rowsOf} from "../database.js";
import {placeOfDay} from "../exports/faults.js";
import {prepareReading} from "../exports/prepare.js";
import {readExport} from "../exports/read.js";
import {openSource} from "../exports/source.js";
import {transactions} from "../exports/transactions.js";
import {literal} from "../quote.js";
import type {Settings} from "../settings.js";
import {nameBelow, type StoredExport} from "./export-store.js";

/**
 * Says of each day that stands apart where in the files a line of it stands, as `file:line`. The files are read again for
 * it, which only a report with such a day pays for.
 */
export async function placeNotices(
  connection: DuckDBConnection,
  stored: readonly StoredExport[],
  settings: Settings,
  folder: string,
): Promise<void> {
  const days = await rowsOf<{day: string}>(
    connection,
    "SELECT DISTINCT day FROM notices WHERE code IN ('last_day_apart', 'first_day_apart') ORDER BY day",
  );
  if (days.length === 0) return;
  const files = stored.find(({key}) => key === "transactions")!.files;
  for (const {day} of days) {
    const place = await findDay(settings, files, folder, day);
    if (place === undefined) continue;
    await connection.run(
      `UPDATE notices SET example = ${literal(place)} WHERE day = DATE ${literal(day)} AND code IN ('last_day_apart', 'first_day_apart')`,
    );
  }
}

async function findDay(
  settings: Settings,
  files: readonly string[],
  folder: string,
  day: string,
): Promise<string | undefined> {
  const own = settings.transactions;
  const scratch = mkdtempSync(join(tmpdir(), "guanxi-day-"));
  const instance = await DuckDBInstance.create(":memory:", {temp_directory: join(scratch, "spill")});
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    await prepareReading(connection);
    const sources = [];
    for (const [i, file] of files.entries()) {
      const source = await openSource(connection, "transactions", own, file, join(scratch, String(i)));
      sources.push({...source, file: nameBelow(folder, file)});
    }
    const typed = await readExport(connection, transactions, own, sources);
    return await placeOfDay(connection, typed, sources, own, day);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(scratch, {recursive: true, force: true});
  }
}
