import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import * as d3 from "d3";
import {prepareCubes} from "../../loaders/cubes/compute.js";
import {openDatabase, rowsOf, runFile} from "../../loaders/database.js";
import {filterVariables} from "../../loaders/files/filters/variables.js";
import {literal} from "../../loaders/quote.js";
import {readSettings} from "../../loaders/settings.js";
import {type BrushKind, brushKinds} from "../../src/components/filter/brush.js";
import {type TableName, tableSpec, tablesFor} from "../../src/components/filter/tables.js";
import type {CubeName} from "../../src/cubes.js";
import type {Published} from "../warehouse/published.js";

/** A number that a site tells: of whom, what of them, and where. People are numbers, by customer_id. */
export interface Told {
  source: string;
  as_of: string;
  /** Which of the bar's dimensions, or of the charts that are brushed, the people are of one value of; "all" for everyone. */
  under: string;
  measure: string;
  people: number[];
  value: number;
  table: TableName | CubeName;
  /** The filter or the part that they are under, 0 for everyone; and the cells of the table that they are of. */
  key: number;
  cells: ReadonlySet<string>;
}

type Row = Record<string, unknown>;

const dimensions = ["all", "region", "industry", "class", "stage"];

/** What each customer adds to a cell of a table. */
interface Part {
  cell: string;
  as_of: string;
  person: number;
  measures: Record<string, number | null>;
}

/** A published folder for executives with the warehouse that it was counted from, as one reads who knows everything. */
export class Truth {
  readonly #parts = new Map<TableName, Part[]>();
  private constructor(
    readonly published: Published,
    private readonly connection: Awaited<ReturnType<typeof openDatabase>>["connection"],
    readonly close: () => void,
    /** Who is under each key of a date, `2025-12-31 101`; charts' keys count from 10,000. */
    readonly keys: ReadonlyMap<string, ReadonlySet<number>>,
    readonly dates: readonly string[],
  ) {}

  static async open(published: Published, folder: string): Promise<Truth> {
    const {connection, close} = await openDatabase(published.warehouse);
    const settings = {...readSettings(folder), audience: "executives" as const};
    const {smallest} = await prepareCubes(connection, settings, "executives");
    const variables = filterVariables({settings, audience: "executives", smallest, folder: ""});
    for (const [name, value] of Object.entries(variables))
      await connection.run(`SET VARIABLE ${name} = ${value}`);
    await runFile(connection, import.meta.url, "../../loaders/files/filters/keys.sql");
    await runFile(connection, import.meta.url, "../../loaders/files/filters/brush-keys.sql");
    await connection.run(
      `CREATE TEMP TABLE people AS SELECT customer_id, (row_number() OVER (ORDER BY customer_id))::INTEGER AS number
       FROM (SELECT DISTINCT customer_id FROM every_filter_row)`,
    );
    const placed = await rowsOf<{as_of: string; number: number; key: number}>(
      connection,
      "SELECT as_of, number, key FROM every_filter_row JOIN people USING (customer_id)",
    );
    const keys = d3.rollup(
      placed,
      (rows) => new Set(rows.map(({number}) => number)),
      ({as_of, key}) => `${as_of} ${key}`,
    );
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE filter_rows AS
       SELECT DISTINCT as_of, customer_id, number AS key FROM every_filter_row JOIN people USING (customer_id)
       WHERE as_of IN (SELECT as_of FROM as_of_dates WHERE role IN ('now', 'quarter_end'))`,
    );
    return new Truth(published, connection, close, keys, published.cube("report").dates);
  }

  query<T>(sql: string): Promise<T[]> {
    return rowsOf<T>(this.connection, sql);
  }

  /** The keys of a dimension's values, or of a chart's parts, at a date, told or not. */
  keysUnder(under: string, as_of: string): number[] {
    const dimension = dimensions.indexOf(under);
    const first = dimension > 0 ? 100 * dimension : 10_000 * (brushKinds.indexOf(under as BrushKind) + 1);
    return [...this.keys.keys()]
      .filter((name) => name.startsWith(`${as_of} `))
      .map((name) => Number(name.split(" ")[1]))
      .filter((key) => key > first - 1 && key < first + 100 && key % 10_000 > 0);
  }

  /** Who is on the ledger by a date; of the others it is known that they brought nothing. */
  async withMoney(as_of: string): Promise<Set<number>> {
    const rows = await this.query<{number: number}>(
      `SELECT number FROM activity JOIN people USING (customer_id) WHERE as_of = DATE ${literal(as_of)}`,
    );
    return new Set(rows.map(({number}) => number));
  }

  /** What everyone adds to each cell of a table: the table's own query, where each customer is a filter. */
  async partsOf(name: TableName): Promise<Part[]> {
    const known = this.#parts.get(name);
    if (known) return known;
    const {sql = name, variables = {}, cells, measures} = tableSpec(name);
    for (const [variable, value] of Object.entries(variables))
      await this.connection.run(
        `SET VARIABLE ${variable} = ${typeof value === "boolean" ? String(value) : literal(value)}`,
      );
    const query = readFileSync(
      new URL(`../../loaders/files/filters/${sql}.sql`, import.meta.url),
      "utf8",
    ).replace(/;\s*$/, "");
    const rows = (await this.connection.runAndReadAll(query)).getRowObjectsJS() as Row[];
    const parts = rows.map((row) => ({
      cell: cellName(cells, row),
      as_of: dayOf(row.as_of),
      person: Number(row.key),
      measures: Object.fromEntries(measures.map((m) => [m, row[m] === null ? null : Number(row[m])])),
    }));
    this.#parts.set(name, parts);
    return parts;
  }

  /** Everything that a table's files tell, by filters and by the parts of charts. */
  async toldBy(name: TableName): Promise<Told[]> {
    const {dates, cells, measures, bins} = tableSpec(name);
    const parts = await this.partsOf(name);
    const byCell = d3.group(parts, ({as_of, cell}) => `${as_of} ${cell}`);
    return [null, ...brushKinds].flatMap((brush, system) =>
      (dates === "all" ? ["all"] : this.dates).flatMap((date) => {
        const file = join(
          this.published.directory,
          "files/filters",
          `${brush ? `by-${brush}-` : ""}${date}-${name}.arrow`,
        );
        if (!existsSync(file)) return [];
        const table = tableFromIPC(readFileSync(file)).toArray() as Row[];
        return table.flatMap((row) => {
          const as_of = date === "all" ? String(row.as_of) : date;
          // Under none of a chart's parts stands everyone.
          const key = Number(row.key) === 0 ? 0 : 10_000 * system + Number(row.key);
          const under = this.keys.get(`${as_of} ${key}`) ?? new Set();
          const own = bins
            ? this.#bin(parts, as_of, under, row, table)
            : (byCell.get(`${as_of} ${cellName(cells, row)}`) ?? []).filter(({person}) => under.has(person));
          const label = brush ?? dimensions[Math.floor(Number(row.key) / 100)]!;
          return measures.flatMap((measure): Told[] =>
            row[measure] === null
              ? []
              : [
                  {
                    source: `${name} ${cellName(cells, row)} under ${brush ?? ""}${row.key}`,
                    as_of,
                    under: Number(row.key) === 0 ? "all" : label,
                    measure:
                      name === "whale-after-cost" && measure === "amount" ? "net" : measureName(measure, row),
                    people: peopleOf(own, measure),
                    table: name,
                    key,
                    cells: bins ? spanOf(own, parts, [as_of, under]) : new Set([cellName(cells, row)]),
                    value: Number(row[measure]),
                  },
                ],
          );
        });
      }),
    );
  }

  /** The people of a bin: as many as it says, after those of the bins before it. */
  #bin(
    parts: readonly Part[],
    as_of: string,
    under: ReadonlySet<number>,
    row: Row,
    table: readonly Row[],
  ): Part[] {
    const isProfit = Number(row.bin) >= 1000;
    const binOf = ({cell}: Part): number => Number(JSON.parse(cell)[0]);
    const order = parts
      .filter((part) => part.as_of === as_of && under.has(part.person) && binOf(part) >= 1000 === isProfit)
      .sort((a, b) => binOf(b) - binOf(a));
    const before = table
      .filter(
        (other) => other.key === row.key && (other.as_of === undefined || String(other.as_of) === as_of),
      )
      .filter((other) => Number(other.bin) >= 1000 === isProfit && Number(other.bin) > Number(row.bin));
    const from = d3.sum(before, (other) => Number(other.customers));
    const to = from + Number(row.customers);
    for (const end of [from, to])
      if (end > 0 && end < order.length && binOf(order[end - 1]!) === binOf(order[end]!))
        throw new Error(`${as_of} ${String(row.key)}: a bin ends inside one`);
    return order.slice(from, to);
  }
}

/**
 * The cells of a bin that others were put together with: from that of its first to that before the next bin's first, whether
 * or not it has anybody there; the first bin begins, and the last ends, with the curve.
 */
function spanOf(
  own: readonly Part[],
  parts: readonly Part[],
  [as_of, under]: readonly [string, ReadonlySet<number>],
): Set<string> {
  const binOf = ({cell}: Part): number => Number(JSON.parse(cell)[0]);
  const [low, high] = d3.extent(own, binOf) as [number, number];
  const curve = parts.filter((part) => part.as_of === as_of && binOf(part) >= 1000 === high >= 1000);
  const theirs = curve.filter(({person}) => under.has(person));
  const next = d3.max(
    theirs.filter((part) => binOf(part) < low),
    binOf,
  );
  const isFirst = !theirs.some((part) => binOf(part) > high);
  return new Set(
    curve
      .filter((part) => (isFirst || binOf(part) <= high) && (next === undefined || binOf(part) > next))
      .map(({cell}) => cell),
  );
}

/** Whom a measure is of: of a count those who are counted, of money all of the cell. */
function peopleOf(parts: readonly Part[], measure: string): number[] {
  const own = /(^|_)customers$/.test(measure) ? parts.filter((part) => part.measures[measure] !== 0) : parts;
  return [...new Set(own.map(({person}) => person))].sort((a, b) => a - b);
}

function measureName(measure: string, row: Row): string {
  if (/(^|_)customers$/.test(measure)) return "customers";
  if (measure === "amount") return Number(row.bin) >= 1000 ? "profit" : "revenue";
  return measure;
}

export function cellName(cells: readonly string[], row: Row): string {
  return JSON.stringify(
    cells.map((cell) => (row[cell] instanceof Date ? dayOf(row[cell]) : (row[cell] ?? null))),
  );
}

function dayOf(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

export const tables = tablesFor("executives");
