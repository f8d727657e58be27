import type {DuckDBConnection} from "@duckdb/node-api";
import * as d3 from "d3";
import {rowsOf} from "../database.js";

/** Classes of a cube that part customers in the order of their money. */
export interface Ladder<Row> {
  /** Rows that agree in these columns are of one ladder. */
  within: readonly (keyof Row & string)[];
  /** The classes, largest money first. */
  steps: readonly unknown[];
  /** The class of a row; null, or none of the steps, where it stands outside the order. */
  stepOf(row: Row): unknown;
  /** By what customers are ordered: `m` is what M of RFM counts, `metal` what the migration pyramid ranks by. */
  orderOf(row: Row): "revenue" | "profit" | "m" | "metal";
}

/** The places up to which sums may be told, by `as_of measure`; see told-ends.sql. */
export interface ToldEnds {
  places: ReadonlyMap<string, ReadonlySet<number>>;
  newest: string;
  /** What the two named orders are by; null where it is none of the two that are guarded. */
  measures: Readonly<Record<"m" | "metal", "revenue" | "profit" | null>>;
}

export async function readEnds(connection: DuckDBConnection): Promise<ToldEnds> {
  const rows = await rowsOf<{as_of: string; measure: string; place: string}>(connection, "FROM told_ends");
  const [about] = await rowsOf<{newest: string; m: "revenue" | "profit" | null; metal: "revenue" | "profit"}>(
    connection,
    `SELECT max(as_of) AS newest,
            CASE WHEN getvariable('rfm_scheme') IN ('together', 'ntile', 'fixed')
                  AND getvariable('rfm_value') IN ('revenue', 'profit') THEN getvariable('rfm_value') END AS m,
            CASE WHEN getvariable('has_profit') THEN 'profit' ELSE 'revenue' END AS metal
     FROM scores`,
  );
  const {newest, ...measures} = about!;
  return {
    newest,
    measures,
    places: d3.rollup(
      rows,
      (own) => new Set(own.map(({place}) => Number(place))),
      ({as_of, measure}) => `${as_of} ${measure}`,
    ),
  };
}

/** Rows of a ladder that begin or end at a place up to which no sum may be told. */
export function untoldSteps<Row extends {customers: number | null}>(
  rows: readonly Row[],
  {within, steps, stepOf, orderOf}: Ladder<Row>,
  {places, newest, measures}: ToldEnds,
): Row[] {
  const own = rows.filter((row) => steps.includes(stepOf(row)));
  const ladders = d3.group(own, (row) => JSON.stringify(within.map((column) => row[column])));
  return [...ladders.values()].flatMap((ladder) => {
    const order = orderOf(ladder[0]!);
    const measure = order === "m" || order === "metal" ? measures[order] : order;
    if (measure === null) return [];
    const {as_of = newest} = ladder[0] as {as_of?: string};
    const told = places.get(`${as_of} ${measure}`) ?? new Set();
    let place = 0;
    return d3
      .sort(ladder, (row) => steps.indexOf(stepOf(row)))
      .filter((row) => {
        const begin = place;
        place += row.customers!;
        return !told.has(begin) || !told.has(place);
      });
  });
}
