import {copyFileSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {openDatabase, rowsOf, runFile} from "../../loaders/database.js";
import {type LifetimeSettings, scoreLifetimes} from "../../loaders/models/lifetime-value/score-customers.js";
import {measureMethods} from "../../loaders/models/methods.js";
import {readSettings} from "../../loaders/settings.js";
import {openWarehouse, setVariables} from "../../loaders/warehouse/warehouse.js";
import type {Workshop} from "../warehouse/published.js";

const lifetime: LifetimeSettings = {
  model: "pareto-nbd",
  horizon_months: 36,
  discount_rate: 0.1,
  holdout_days: 365,
};

interface Options {
  lifetime?: Partial<LifetimeSettings>;
  margin?: number;
  measure?: "revenue" | "profit";
  period_days?: number;
  threads?: number;
}

let copies = 0;

/** A folder's warehouse, made with these settings. */
export class Scored {
  private constructor(readonly connection: DuckDBConnection) {}

  /** With a number of threads the models of lifetimes and methods run once more, with so many. */
  static async open(workshop: Workshop, folder: string, options: Options = {}): Promise<Scored> {
    const {margin, measure, threads, period_days = 365} = options;
    const own = readSettings(folder);
    const settings = {
      ...own,
      margin,
      lifetime: {...own.lifetime, ...lifetime, ...options.lifetime},
      pareto: {...own.pareto, measure},
      methods: {...own.methods, period_days},
    };
    const {file} = await openWarehouse(settings, folder, () => {});
    if (threads === undefined) {
      const {connection} = await openDatabase(file);
      await setVariables(connection, settings);
      return new Scored(connection);
    }
    const copy = join(workshop.root, `scored-${++copies}.duckdb`);
    copyFileSync(file, copy);
    const connection = await (await DuckDBInstance.create(copy, {threads: String(threads)})).connect();
    await setVariables(connection, settings);
    await scoreLifetimes(connection, settings);
    await measureMethods(connection, settings);
    return new Scored(connection);
  }

  rows<Row>(sql: string): Promise<Row[]> {
    return rowsOf<Row>(this.connection, sql);
  }

  /** A cube's rows, where cells of fewer than `smallest` customers are not shown. */
  async cube<Row>(name: string, smallest = 1): Promise<Row[]> {
    await this.connection.run(`SET VARIABLE minor_units = 100; SET VARIABLE smallest_cell = ${smallest}`);
    await runFile(this.connection, import.meta.url, "../../loaders/cubes/macros.sql");
    if (smallest > 1) {
      await this.connection.run(
        `SET VARIABLE curve_points = 200; SET VARIABLE abc_preset = 'by-customers';
         SET VARIABLE rfm_value = 'revenue'; SET VARIABLE rfm_scheme = 'together'`,
      );
      await runFile(this.connection, import.meta.url, "../../loaders/cubes/told-ends.sql");
    }
    const file = new URL(`../../loaders/cubes/${name}.sql`, import.meta.url);
    const rows = await this.rows<Record<string, unknown>>(readFileSync(file, "utf8"));
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value,
        ]),
      ),
    ) as Row[];
  }

  /** Every table that the two functions make, as text. */
  async everything(): Promise<string> {
    const tables = {
      lifetime_values: "as_of, customer_id",
      lifetime_fits: "as_of, model",
      lifetime_parameters: "as_of, model, place",
      lifetime_sensitivity: "horizon_months, discount_rate",
      lifetime_retention: "as_of",
      lifetime_holdout: "forecast, frequency",
      methods_measured: "cut, method",
      method_agreement: "one, other",
    };
    const all = [];
    for (const [table, order] of Object.entries(tables))
      all.push(await this.rows(`FROM ${table} ORDER BY ${order}`));
    return JSON.stringify(all);
  }
}

export interface Purchase {
  customer_id: string;
  day: number;
  orders: number;
  amount: number;
  profit: number;
}

/** The ledger's customer days; days as whole numbers since 1970. */
export async function purchasesOf(scored: Scored): Promise<Purchase[]> {
  const rows = await scored.rows<Purchase>(
    `SELECT customer_id, (day - DATE '1970-01-01')::INTEGER AS day, orders, amount::DOUBLE AS amount,
            (costed_profit + uncosted_amount * coalesce(getvariable('margin')::DECIMAL(6, 4), 0))::DOUBLE AS profit
     FROM purchases ORDER BY customer_id, day`,
  );
  return rows;
}
