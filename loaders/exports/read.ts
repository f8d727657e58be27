import type {DuckDBConnection} from "@duckdb/node-api";
import {UserError} from "../errors.js";
import {nearest} from "../nearest.js";
import {identifier} from "../quote.js";
import type {ExportKey, ExportSettings} from "../settings.js";
import {dayFormat} from "./day-format.js";
import type {Column, ColumnKind, Export} from "./export.js";
import {aliasOf, cellOf, type Expression, type Reading, readExpression} from "./expression.js";
import {columnsWords, findColumn} from "./file-columns.js";
import {parsingOf, sqlTypes} from "./parsing.js";
import {readSql, type Source} from "./source.js";

/** A reason for which a row is not used. `column` is the file's own, so that a message can quote the cell. */
export interface Fault {
  code: number;
  reason: string;
  column: string | null;
  /** What a message about it names besides the column, such as the column that must not come later. */
  named?: string | null;
}

export interface Typed {
  key: ExportKey;
  /** SQL that gives the export's columns, typed, with `fault` (0 where the row is good) and `source_file`. */
  sql: string;
  /**
   * The same quickly, with `is_plain`: whether every cell is written as DuckDB itself reads it. Where it isn't, the
   * row's values are not to be used: `roughSql` gives these rows, read thoroughly.
   */
  plainSql: string;
  roughSql: string;
  faults: Fault[];
  /** Which of the export's columns the files give. */
  given: Set<string>;
  /** The columns of the files that a fault may quote, as `raw_<index>` in `sqlWithCells`. */
  sqlWithCells: string;
  cells: string[];
  /** Those of them that `where` reads. */
  filter: string[];
}

/**
 * Builds the query that reads an export: the files' columns, mapped and typed as the settings say, each row judged.
 * Values never become SQL: they pass through the macros of parse.sql; identifiers are quoted.
 *
 * @throws UserError for a missing column, an unknown mapping, a broken expression, an ambiguous date
 */
export async function readExport(
  connection: DuckDBConnection,
  definition: Export,
  settings: ExportSettings,
  sources: readonly Source[],
): Promise<Typed> {
  const {key} = definition;
  const columns = sources[0]!.columns;
  const mapped = new Map<string, Expression>();
  for (const name of Object.keys(settings.columns)) {
    if (definition.columns.some((c) => c.name === name)) continue;
    const near = nearest(
      name,
      definition.columns.map((c) => c.name),
    );
    throw new UserError(
      `report.toml: ${key}.columns.${name}: ${key} has no column "${name}"; ${near.length ? `did you mean ${near.join(" or ")}?` : `it has ${definition.columns.map((c) => c.name).join(", ")}`}`,
    );
  }
  let keep: Expression | undefined;
  try {
    for (const column of definition.columns) {
      const expression = await mapping(connection, definition, column, settings, sources[0]!);
      if (expression) mapped.set(column.name, expression);
    }
    if (definition.either && !definition.either.some((name) => mapped.has(name))) {
      throw new UserError(
        `${sources[0]!.file}: has none of the columns ${definition.either.join(", ")}; one is needed`,
      );
    }
    const place = `report.toml: ${key}.where`;
    if (settings.where) keep = await readExpression(connection, settings.where, columns, "condition", place);
  } catch (error) {
    const {hint, file} = sources[0]!;
    if (!(error instanceof UserError) || hint === undefined) throw error;
    throw new UserError(`${file}: ${hint}\n${error.message}`);
  }
  const readings = new Map<string, Reading>();
  for (const e of [...mapped.values(), ...(keep ? [keep] : [])])
    for (const r of e.readings) readings.set(aliasOf(r), r);
  const {fill} = settings;
  const fillBy = fill && findColumn(fill.by, columns, `report.toml: ${key}.fill.by`);
  const filled = (fill?.columns ?? []).map((c) => findColumn(c, columns, `report.toml: ${key}.fill.columns`));
  const cells = [...new Set([...readings.values()].map((r) => r.column))];
  const wanted = [...new Set([...cells, ...filled, ...(fillBy === undefined ? [] : [fillBy])])];
  const raw = filling(rawSql(sources, wanted, key), wanted, fillBy, filled);

  const formats = new Map<string, string | undefined>();
  for (const {column, kind} of readings.values()) {
    if ((kind !== "day" && kind !== "moment") || typeOf(sources[0]!, column) !== "VARCHAR") continue;
    formats.set(
      column,
      settings.date_format ?? (await dayFormat(connection, raw, column, key, sources[0]!.file)),
    );
  }
  const cellsOf = [...readings.values()].map((reading) => ({
    alias: identifier(aliasOf(reading)),
    cell: cellOf(reading.column),
    // A product of two numbers of 18 digits needs more: 10,000 pieces at 5,000 each would overflow.
    wide: (sql: string) => (reading.kind === "number" ? `CAST(${sql} AS DECIMAL(38, 6))` : sql),
    parsing: parsingOf(
      reading,
      typeOf(sources[0]!, reading.column),
      settings.decimal,
      formats.get(reading.column),
    ),
  }));
  const faults = listFaults(definition, mapped, readings, keep !== undefined);
  const values = definition.columns.map(({name, kind, required}) => {
    const expression = mapped.get(name);
    const value = `CAST(${expression ? finish(kind, expression.sql) : "NULL"} AS ${sqlTypes[kind]})`;
    return `${required ? `TRY(${value})` : value} AS ${name}`;
  });
  const plain =
    cellsOf.map(({cell, parsing}) => `(${cell} IS NULL OR ${parsing.isPlain})`).join(" AND ") || "true";
  const select = (way: "plain" | "thorough", more: string, where = ""): string => `
    WITH raw AS (SELECT * FROM (${raw})${where}),
    parsed AS (SELECT *, ${cellsOf.map(({alias, wide, parsing}) => `${wide(parsing[way])} AS ${alias}`).join(", ")} FROM raw),
    mapped AS (SELECT ${values.join(", ")}, ${keep ? `CAST(${keep.sql} AS BOOLEAN)` : "true"} AS "source#keep", * FROM parsed)
    SELECT ${definition.columns.map((c) => `mapped.${c.name}`).join(", ")},
           ${judge(way === "plain" ? faults.filter((f) => !f.unreadable) : faults)} AS fault, "source#file" AS source_file${more}
    FROM mapped`;
  // Carrying a column along an order loses the order of the file.
  const inOrder = fillBy === undefined ? "" : ' ORDER BY "source#row"';
  return {
    key,
    sql: `${select("thorough", "")}${inOrder}`,
    plainSql: select("plain", `, ${plain} AS is_plain`),
    roughSql: select("thorough", ", true AS is_plain", ` WHERE NOT (${plain})`),
    sqlWithCells: `${select("thorough", cells.map((c, i) => `, ${cellOf(c)}::VARCHAR AS raw_${i}`).join(""))}${inOrder}`,
    cells,
    filter: [...new Set(keep?.readings.map(({column}) => column))],
    faults,
    given: new Set(mapped.keys()),
  };
}

function finish(kind: ColumnKind, sql: string): string {
  return kind === "id" ? `nullif(CAST(${sql} AS VARCHAR), '')` : sql;
}

async function mapping(
  connection: DuckDBConnection,
  {key}: Export,
  column: Column,
  settings: ExportSettings,
  source: Source,
): Promise<Expression | undefined> {
  const setting = settings.columns[column.name];
  if (setting !== undefined) {
    const direct =
      source.columns.find((c) => c === setting) ??
      source.columns.find((c) => c.toLowerCase() === setting.trim().toLowerCase());
    if (direct !== undefined) return reading(direct, column.kind);
    const place = `report.toml: ${key}.columns.${column.name}`;
    return readExpression(connection, setting, source.columns, column.kind, place);
  }
  const simple = (s: string): string => s.toLowerCase().replace(/[\s_-]/g, "");
  const found =
    source.columns.find((c) => c === column.name) ??
    source.columns.find((c) => simple(c) === simple(column.name));
  if (found !== undefined) return reading(found, column.kind);
  if (!column.required) return undefined;
  throw new UserError(
    `${source.file}: has no column "${column.name}"; ${columnsWords(column.name, source.columns)}; map it in report.toml: [${key}.columns] ${column.name} = "…"`,
  );
}

function reading(column: string, kind: ColumnKind): Expression {
  const r = {column, kind};
  return {sql: alone(r), readings: [r]};
}

/** The SQL of a reading that stands for itself, in no expression. */
function alone(reading: Reading): string {
  return identifier(aliasOf(reading));
}

/** Files with the same columns are read together; others must hold at least the wanted ones. */
function rawSql(sources: readonly Source[], wanted: readonly string[], key: string): string {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const missing = wanted.find((name) => !source.columns.includes(name));
    if (missing !== undefined) {
      throw new UserError(
        `${source.file}: has no column "${missing}", which ${sources[0]!.file} has; all files of ${key} need the same columns`,
      );
    }
    const group = JSON.stringify([
      source.kind,
      source.delimiter,
      source.header,
      source.columns,
      source.types,
    ]);
    groups.set(group, [...(groups.get(group) ?? []), source]);
  }
  return [...groups.values()].map((group) => readSql(group, wanted)).join(" UNION ALL ");
}

/** Columns that stand on an order's first line only are carried to its other lines. */
function filling(raw: string, wanted: string[], by: string | undefined, filled: string[]): string {
  if (by === undefined) return raw;
  const picked = wanted.map((name) =>
    filled.includes(name)
      ? `coalesce(text_of(${cellOf(name)}), CASE WHEN text_of(${cellOf(by)}) IS NOT NULL THEN max(text_of(${cellOf(name)})) OVER (PARTITION BY ${cellOf(by)}) END) AS ${cellOf(name)}`
      : cellOf(name),
  );
  return `SELECT ${picked.join(", ")}, "source#file", "source#malformed", "source#row"
    FROM (SELECT *, row_number() OVER () AS "source#row" FROM (${raw}))`;
}

function typeOf(source: Source, column: string): string {
  return source.types[source.columns.indexOf(column)]!;
}

const unreadable: Partial<Record<ColumnKind, string>> = {
  day: "bad_date",
  moment: "bad_date",
  money: "bad_number",
  number: "bad_number",
  percent: "bad_number",
  flag: "bad_flag",
};

interface FaultTest extends Fault {
  condition: string;
  /** Whether the fault is a cell that can't be read: a plain one always can. */
  unreadable: boolean;
}

/** The faults that a row of this export may have, in the order in which they count. */
function listFaults(
  {columns}: Export,
  mapped: Map<string, Expression>,
  readings: Map<string, Reading>,
  filtered: boolean,
): FaultTest[] {
  const faults: FaultTest[] = [];
  const add = (
    condition: string,
    reason: string,
    column: string | null,
    isUnreadable = false,
    named?: string,
  ): void => {
    faults.push({code: faults.length + 1, reason, column, condition, unreadable: isUnreadable, named});
  };
  const columnOf = (name: string): string | null => mapped.get(name)?.readings[0]?.column ?? null;
  add('"source#malformed"', "malformed", null);
  // A row that is left out on purpose is not to be blamed for lacking its customer.
  if (filtered) add('"source#keep" IS FALSE', "filtered", null);
  add("mapped.customer_id IS NULL", "no_customer", columnOf("customer_id"));
  for (const [alias, {column, kind}] of readings) {
    const reason = unreadable[kind];
    const condition = `${identifier(alias)} IS NULL AND text_of(${cellOf(column)}::VARCHAR) IS NOT NULL`;
    if (reason) add(condition, reason, column, true);
  }
  for (const {name, kind, required} of columns) {
    if (!required || name === "customer_id") continue;
    const parts = mapped.get(name)?.readings ?? [];
    const missing = `mapped.${name} IS NULL`;
    const isExpression = parts.length > 1 || (parts[0] && mapped.get(name)!.sql !== alone(parts[0]));
    if (!isExpression) {
      add(missing, "blank", columnOf(name));
      continue;
    }
    for (const part of parts)
      add(`${missing} AND ${identifier(aliasOf(part))} IS NULL`, "blank", part.column, false, name);
    add(missing, unreadable[kind] ?? "blank", name);
  }
  const left = faults.find((f) => f.reason === "filtered");
  if (left) faults.push({...left, condition: '"source#keep" IS NULL'});
  return faults;
}

/** One CASE that gives the code of a row's first fault. */
function judge(faults: readonly FaultTest[]): string {
  return `CASE ${faults.map(({condition, code}) => `WHEN ${condition} THEN ${code}`).join(" ")} ELSE 0 END`;
}
