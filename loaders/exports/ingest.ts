import {basename} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {rowsOf, runFile} from "../database.js";
import {UserError} from "../errors.js";
import {literal} from "../quote.js";
import type {ExportSettings} from "../settings.js";
import type {Export} from "./export.js";
import {firstFault, malformedRows} from "./faults.js";
import {prepareReading} from "./prepare.js";
import {type Fault, readExport, type Typed} from "./read.js";
import {firstLine, type Source} from "./source.js";

/** Exports whose rows are counted in money as well, by their amount or cost. */
const withMoney: ReadonlySet<string> = new Set(["transactions", "costs"]);

/** Rows that an export's owner leaves out, or that no one can be blamed for: they never stop a build. */
const harmless = new Set(["no_customer", "filtered"]);

interface Judged {
  fault: number;
  rows: string;
  money: string | null;
  money_unread: string;
  first_day: string | null;
  last_day: string | null;
}

/**
 * Reads one export into its tables and writes its ledger: `quality` (rows and money by reason) and `inputs` (one row).
 *
 * @throws UserError for settings that can't be right, a wrong encoding, or bad rows where the settings forbid them
 */
export async function ingest(
  connection: DuckDBConnection,
  definition: Export,
  settings: ExportSettings,
  sources: readonly Source[],
  hash: string,
): Promise<void> {
  const {key} = definition;
  await prepareReading(connection);
  let typed: Typed;
  try {
    typed = await readExport(connection, definition, settings, sources);
    await connection.run(`CREATE OR REPLACE TEMP VIEW typed AS ${typed.sql}`);
    if (key === "transactions") await readLines(connection, typed);
    await runFile(connection, import.meta.url, `${key}.sql`);
  } catch (error) {
    throw explainRead(error, sources);
  } finally {
    await connection.run("SET preserve_insertion_order = true");
  }
  await oneCurrency(connection, key, settings, sources);
  await writeLedger(connection, definition, settings, sources, typed, hash);
}

/** Order lines are many: nearly all are read the quick way, and only those that it can't read thoroughly. */
async function readLines(connection: DuckDBConnection, typed: Typed): Promise<void> {
  await connection.run("SET preserve_insertion_order = false");
  await connection.run(`CREATE OR REPLACE TEMP VIEW typed_plain AS ${typed.plainSql}`);
  await connection.run(`CREATE OR REPLACE TEMP VIEW typed_rough AS ${typed.roughSql}`);
  await runFile(connection, import.meta.url, "lines.sql");
  const [rough] = await rowsOf<{any: boolean}>(
    connection,
    "SELECT coalesce(bool_or(NOT is_plain), false) AS any FROM lines",
  );
  if (rough!.any) await runFile(connection, import.meta.url, "rough-lines.sql");
}

async function writeLedger(
  connection: DuckDBConnection,
  {key}: Export,
  settings: ExportSettings,
  sources: readonly Source[],
  typed: Typed,
  hash: string,
): Promise<void> {
  const own = await rowsOf<Fault & {fault: number; column_name: string | null}>(connection, "FROM faults");
  const faults = [
    ...typed.faults,
    ...own.map((f) => ({code: f.fault, reason: f.reason, column: f.column_name, named: f.named})),
  ];
  const judged = await rowsOf<Judged>(connection, "FROM judged ORDER BY fault");
  const malformed = await malformedRows(connection, sources);
  const good = judged.find((j) => j.fault === 0);
  await connection.run(
    "CREATE OR REPLACE TABLE quality (export VARCHAR, reason VARCHAR, column_name VARCHAR, rows BIGINT, money DECIMAL(38, 4), money_unread BIGINT, example VARCHAR)",
  );
  const add = async (
    reason: string,
    column: string | null,
    rows: number,
    money: string | null,
    unread: number,
    example: string | null,
  ) => {
    const quote = (value: string | null): string => (value === null ? "NULL" : literal(value));
    await connection.run(
      `INSERT INTO quality VALUES (${literal(key)}, ${literal(reason)}, ${quote(column)}, ${rows}, ${money ?? "NULL"}, ${unread}, ${quote(example)})`,
    );
  };
  const bad: string[] = [];
  let badRows = 0;
  for (const {fault, rows, money, money_unread} of judged) {
    if (fault === 0) continue;
    const {reason, column} = faults.find((f) => f.code === fault)!;
    const example = harmless.has(reason)
      ? null
      : await firstFault(connection, typed, faults, fault, sources, settings, Number(rows));
    await add(reason, column, Number(rows), money, Number(money_unread), example);
    if (example !== null) bad.push(example);
    if (!harmless.has(reason)) badRows += Number(rows);
  }
  if (malformed.rows > 0) {
    await add("malformed", null, malformed.rows, null, malformed.rows, malformed.example);
    bad.push(malformed.example);
    badRows += malformed.rows;
  }
  const most = mostBadRows(settings);
  if (most !== undefined && badRows > most) {
    throw new UserError([...bad, `${key}: ${badRows} bad rows; report.toml allows ${most}`].join("\n"));
  }
  const total = (pick: (j: Judged) => string | null): number =>
    judged.reduce((sum, j) => sum + Number(pick(j) ?? 0), 0);
  const read = total((j) => j.rows) + malformed.rows;
  if (good === undefined) {
    const names = sources.map((s) => s.file).join(", ");
    const rowsFor = (reason: string): number =>
      judged.reduce(
        (sum, {fault, rows}) =>
          faults.find((f) => f.code === fault)?.reason === reason ? sum + Number(rows) : sum,
        0,
      );
    const [filtered, unnamed] = [rowsFor("filtered"), rowsFor("no_customer")];
    const why = [
      ...(filtered ? [`${key}.where = ${JSON.stringify(settings.where)} leaves out ${filtered}`] : []),
      ...(unnamed ? [`${unnamed} ${unnamed === 1 ? "has" : "have"} no customer_id`] : []),
    ];
    const values = filtered ? await valuesOfFilter(connection, typed) : [];
    const {hint} = sources[0]!;
    throw new UserError(
      [
        ...bad,
        `${names}: none of ${read} rows can be used${why.length > 0 ? `: ${why.join(", and ")}` : ""}`,
        ...values,
        ...(hint === undefined ? [] : [`${sources[0]!.file}: ${hint}`]),
      ].join("\n"),
    );
  }
  const moneyOf = (sql: string): string => (withMoney.has(key) ? `(${sql})` : "NULL");
  await connection.run(`CREATE OR REPLACE TABLE inputs AS
    SELECT ${literal(key)} AS export, ${sources.length} AS files, ${read}::BIGINT AS rows_read, ${good.rows}::BIGINT AS rows_used,
           ${read - Number(good.rows)}::BIGINT AS rows_rejected,
           ${moneyOf("SELECT sum(money) FROM judged")}::DECIMAL(38, 4) AS money_read,
           ${moneyOf("SELECT sum(money) FROM judged WHERE fault = 0")}::DECIMAL(38, 4) AS money_used,
           ${moneyOf("SELECT coalesce(sum(money), 0) FROM judged WHERE fault <> 0")}::DECIMAL(38, 4) AS money_rejected,
           (SELECT first_day FROM judged WHERE fault = 0) AS first_day, (SELECT last_day FROM judged WHERE fault = 0) AS last_day,
           ${literal(hash)} AS hash, ${literal([...typed.given].sort().join(" "))} AS given`);
}

/** What stands in the columns that `where` reads: a filter that leaves nothing is mostly a slip in such a value. */
async function valuesOfFilter(
  connection: DuckDBConnection,
  {cells, filter, sqlWithCells}: Typed,
): Promise<string[]> {
  const lines: string[] = [];
  for (const column of filter) {
    const rows = await rowsOf<{value: string}>(
      connection,
      `SELECT raw_${cells.indexOf(column)} AS value FROM (${sqlWithCells}) WHERE value IS NOT NULL
       GROUP BY value ORDER BY count(*) DESC, value LIMIT 5`,
    );
    lines.push(
      `${column} holds ${rows.map(({value}) => JSON.stringify(value)).join(", ") || "nothing"}${rows.length === 5 ? " and more" : ""}`,
    );
  }
  return lines;
}

/** How many bad rows the settings let pass; undefined where any number may. */
export function mostBadRows({on_bad_rows, most_bad_rows}: ExportSettings): number | undefined {
  return on_bad_rows === "fail" ? 0 : most_bad_rows;
}

/** Money in several currencies can't be added up. */
async function oneCurrency(
  connection: DuckDBConnection,
  key: string,
  settings: ExportSettings,
  sources: readonly Source[],
): Promise<void> {
  if (key !== "transactions") return;
  const found = await rowsOf<{currency: string; rows: string}>(connection, "FROM line_currencies");
  if (found.length < 2) return;
  throw new UserError(
    `${sources[0]!.file}: amounts are in ${found.length} currencies (${found.map((f) => `${f.currency}: ${f.rows} lines`).join(", ")}); convert them in an expression for amount, or keep one with [transactions] where = "${settings.columns.currency ?? "currency"} = ${literal(found[0]!.currency)}"`,
  );
}

function explainRead(error: unknown, sources: readonly Source[]): unknown {
  if (error instanceof UserError) return error;
  const message = firstLine(error);
  const damaged = /^(Invalid|Invalid Input|Serialization) Error|parquet|thrift|snappy|zstd|gzip/i.test(
    message,
  );
  if (damaged && sources[0]!.kind === "parquet") {
    return new UserError(
      `${sources.map((s) => basename(s.file)).join(", ")}: can't be read as Parquet; it may be truncated: ${message}`,
    );
  }
  if (/^(Conversion|Binder|Catalog|Parser|Invalid Input|Out of Range) Error/.test(message)) {
    return new UserError(
      `${sources.map((s) => basename(s.file)).join(", ")}: an expression from report.toml can't be computed: ${message}`,
    );
  }
  return error;
}
