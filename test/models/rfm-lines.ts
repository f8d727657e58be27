import {type Finished, scoreFolder, type Workshop} from "../warehouse/published.js";

const header = "customer_id,ordered_on,amount\n";

/** The warehouse of a folder with these lines and settings. */
export const scoreLines = (
  workshop: Workshop,
  lines: readonly string[],
  settings: string,
): Promise<Finished> =>
  scoreFolder(
    workshop.folder({"transactions.csv": `${header}${lines.join("\n")}\n`, "report.toml": settings}),
  );

/** One score of each customer whose id begins so, at a date. */
export async function scoreOf(
  scored: Finished,
  column: string,
  prefix: string,
  asOf: string,
): Promise<Record<string, number>> {
  const rows = await scored.query<{id: string; score: number}>(
    `SELECT customer_id[${prefix.length + 1}:] AS id, ${column} AS score FROM scores
     WHERE as_of = DATE '${asOf}' AND starts_with(customer_id, '${prefix}') AND is_customer ORDER BY customer_id`,
  );
  return Object.fromEntries(rows.map(({id, score}) => [id, score]));
}
