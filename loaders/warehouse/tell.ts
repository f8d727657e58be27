import type {DuckDBConnection} from "@duckdb/node-api";
import {openDatabase, rowsOf} from "../database.js";
import {type ExportKey, exportKeys, type Settings} from "../settings.js";

interface Notice {
  export: ExportKey;
  code: string;
  rows: string | null;
  of_rows: string | null;
  ids: string | null;
  day: string | null;
  rest_day: string | null;
  is_warning: boolean;
  example: string | null;
}

const n = (value: string | null): string => Number(value).toLocaleString("en");
const some = (value: string | null, one: string, many = `${one}s`): string =>
  `${n(value)} ${Number(value) === 1 ? one : many}`;

/** How many rows of an export are used, and of those that aren't how many for which reason, with the first of each fault. */
export async function unusedRows(connection: DuckDBConnection, key: ExportKey): Promise<string[]> {
  const faults = await rowsOf<{reason: string; rows: string; example: string | null}>(
    connection,
    `SELECT reason, rows, example FROM quality WHERE export = '${key}' ORDER BY rows DESC, reason, column_name`,
  );
  if (faults.length === 0) return [];
  const [input] = await rowsOf<{read: string; used: string}>(
    connection,
    `SELECT rows_read AS read, rows_used AS used FROM inputs WHERE export = '${key}'`,
  );
  const reasons = faults.map(({reason, rows}) => `${n(rows)} ${reason.replaceAll("_", " ")}`);
  return [
    `${n(input!.used)} of ${n(input!.read)} rows used; not used: ${reasons.join(", ")}`,
    ...faults.flatMap(({example}) => (example === null ? [] : [example])),
  ];
}

/**
 * What a finished warehouse has to say on every build, also where nothing was read anew: the rows that aren't used, so far
 * as `said` doesn't hold these lines, and what looks wrong as a whole. It is for the terminal of who builds, who has the
 * files, whoever the report is for: ids, lines and values may stand in it.
 */
export async function toldOfExports(
  warehouse: string,
  said: ReadonlyMap<ExportKey, readonly string[]>,
  settings: Settings,
): Promise<string[]> {
  const lines: string[] = [];
  const {connection, close} = await openDatabase(warehouse);
  try {
    for (const key of exportKeys) {
      const before = said.get(key);
      const unused = (await unusedRows(connection, key)).filter((line) => !before?.includes(line));
      if (unused.length > 0)
        lines.push(before ? `${key}:` : `${key}, read before:`, ...unused.map((l) => `  ${l}`));
    }
    for (const notice of await rowsOf<Notice>(
      connection,
      "FROM notices ORDER BY is_warning DESC, export, code",
    ))
      lines.push(sayNotice(notice, settings));
  } finally {
    close();
  }
  return lines;
}

function sayNotice(notice: Notice, {checks, as_of}: Settings): string {
  const {code, export: key, rows, of_rows, ids, day, rest_day, is_warning, example} = notice;
  const at = example === null ? "" : ` (${example})`;
  const names = example === null ? "" : `, such as ${example}`;
  const gap = `more than ${some(String(checks.apart_days), "day")} (checks.apart_days)`;
  const [lie, match, have, are, stand] = (
    Number(rows) === 1
      ? ["lies", "matches", "has", "is its", "stands"]
      : ["lie", "match", "have", "are their", "stand"]
  ) as [string, string, string, string, string];
  const texts: Record<string, string> = {
    last_day_apart: `${some(rows, "line")} of ${n(of_rows)} ${lie} ${gap} after all others, which end on ${rest_day}; the last is of ${day}${at}. ${
      as_of === undefined
        ? `The report is therefore as of ${day}: mend the row, or set as_of = ${rest_day} in report.toml`
        : `Mend the row, or set as_of to ${rest_day} or before in report.toml`
    }`,
    first_day_apart: `${some(rows, "line")} of ${n(of_rows)} ${lie} ${gap} before all others, which begin on ${rest_day}; the first is of ${day}${at}. Mend the row, or leave it out with where`,
    as_of_late: `report.toml: as_of = ${day} is ${gap} after the last line, of ${rest_day}: every customer looks silent. Set as_of = ${rest_day}, or leave it out`,
    unmatched: `${some(rows, "row")} of ${n(of_rows)}, of ${some(ids, "id")}, ${match} no customer of transactions and customers${names}${is_warning ? ". Write the ids alike in all exports, where need be by an expression for customer_id" : ""}`,
    not_listed: `none of the ${some(rows, "customer")} with order lines, such as ${example}, stands in the customers export. Write the ids alike in both, where need be by an expression for customer_id`,
    unknown_parent: `${some(rows, "account")} ${have} a parent_id that no customer has${names}`,
    own_parent: `${some(rows, "account")} ${are} own parent${names}`,
    parent_loop: `${some(rows, "account")} ${stand} in a ring of parents${names}`,
  };
  return `${is_warning ? "warning: " : ""}${key}: ${texts[code] ?? code}`;
}
