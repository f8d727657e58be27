import {readFileSync} from "node:fs";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {rowsOf, runFile} from "../../loaders/database.js";
import {literal} from "../../loaders/quote.js";

export const movementModels = ["grid_stage", "wallet_stage", "metal", "rfm_segment", "abc"] as const;
export type Model = (typeof movementModels)[number];

/** One customer at one date, as the models before movement leave it; money in the major unit. */
export interface Place {
  as_of: string;
  customer_id: string;
  grid_stage: string;
  wallet_stage: string;
  metal: string | null;
  rfm_segment: string | null;
  abc: string;
  is_customer: boolean;
  is_refund_only: boolean;
  revenue: number;
  profit: number | null;
  assessed_on: string | null;
  figure_on: string | null;
}

/** What movement reads, in memory: the as-of dates and every customer's classes at each. */
export class MovementTables {
  private constructor(
    readonly connection: DuckDBConnection,
    private readonly instance: DuckDBInstance,
  ) {}

  static async open(): Promise<MovementTables> {
    const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
    return new MovementTables(await instance.connect(), instance);
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  /** Fills the tables and runs both models; the last date is the newest. */
  async fill(dates: readonly string[], places: readonly Place[], smallest = 1): Promise<void> {
    const run = (sql: string) => this.connection.run(sql);
    const text = (value: string | null): string => (value === null ? "NULL" : literal(value));
    await run(`SET VARIABLE abc_preset = 'by-customers'; SET VARIABLE abc_measure = 'revenue';
      SET VARIABLE has_profit = ${places.some((p) => p.profit !== null)};
      SET VARIABLE minor_units = 100; SET VARIABLE smallest_cell = ${smallest}; SET VARIABLE members = 20`);
    await run(
      "CREATE OR REPLACE TEMP MACRO minor(money) AS CAST(round(money * getvariable('minor_units')) AS BIGINT)",
    );
    await run(
      "CREATE OR REPLACE TEMP MACRO told(n) AS CASE WHEN n = 0 OR n >= getvariable('smallest_cell') THEN n END",
    );
    await run(
      "CREATE OR REPLACE TABLE as_of_dates (as_of DATE, role VARCHAR, window_from DATE, is_start BOOLEAN)",
    );
    for (const [i, d] of dates.entries())
      await run(
        `INSERT INTO as_of_dates VALUES ('${d}', '${i === dates.length - 1 ? "now" : "quarter_end"}', '2000-01-01', ${i < dates.length - 1})`,
      );
    await run(
      `CREATE OR REPLACE TABLE scores (as_of DATE, customer_id VARCHAR, is_customer BOOLEAN, is_refund_only BOOLEAN,
         grid_stage VARCHAR, wallet_stage VARCHAR, rfm_segment VARCHAR, abc_customers_revenue VARCHAR,
         abc_value_revenue VARCHAR, abc_customers_profit VARCHAR, abc_value_profit VARCHAR,
         revenue DECIMAL(24, 4), profit DECIMAL(24, 4), assessed_on DATE)`,
    );
    await run("CREATE OR REPLACE TABLE metal_pyramid (as_of DATE, customer_id VARCHAR, metal VARCHAR)");
    await run("CREATE OR REPLACE TABLE wallet (as_of DATE, customer_id VARCHAR, figure_on DATE)");
    await run("CREATE OR REPLACE TABLE accounts (customer_id VARCHAR, name VARCHAR)");
    const rows = (table: string, tuples: string[]) =>
      tuples.length === 0 ? undefined : run(`INSERT INTO ${table} VALUES ${tuples.join(", ")}`);
    await rows(
      "scores",
      places.map(
        (p) =>
          `('${p.as_of}', ${literal(p.customer_id)}, ${p.is_customer}, ${p.is_refund_only}, '${p.grid_stage}', '${p.wallet_stage}',
            ${text(p.rfm_segment)}, '${p.abc}', 'C', 'C', 'C', ${p.revenue}, ${p.profit ?? "NULL"}, ${text(p.assessed_on)})`,
      ),
    );
    await rows(
      "metal_pyramid",
      places
        .filter((p) => p.metal !== null)
        .map((p) => `('${p.as_of}', ${literal(p.customer_id)}, '${p.metal}')`),
    );
    await rows(
      "wallet",
      places
        .filter((p) => p.figure_on !== null)
        .map((p) => `('${p.as_of}', ${literal(p.customer_id)}, '${p.figure_on}')`),
    );
    await rows(
      "accounts",
      [...new Set(places.map((p) => p.customer_id))].map(
        (id) => `(${literal(id)}, ${literal(`Name of ${id}`)})`,
      ),
    );
    await this.model();
  }

  /** Runs both models again, after more rows were put into the tables. */
  async model(): Promise<void> {
    for (const model of ["class-movement", "stage-regressions"])
      await runFile(this.connection, import.meta.url, `../../loaders/models/${model}.sql`);
  }

  /** Rows with whole numbers as numbers. */
  async rows<Row>(sql: string): Promise<Row[]> {
    const rows = await rowsOf<Record<string, unknown>>(this.connection, sql);
    return rows.map(
      (row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [
            key,
            typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value,
          ]),
        ) as Row,
    );
  }

  cube<Row>(name: string): Promise<Row[]> {
    return this.rows<Row>(
      readFileSync(new URL(`../../loaders/cubes/movement/${name}.sql`, import.meta.url), "utf8"),
    );
  }
}

/** The class of a customer in a model, in plain words of the contract: who never bought is a prospect, but for stages. */
export function classOf(p: Place, model: Model): string {
  switch (model) {
    case "grid_stage":
      return p.grid_stage;
    case "wallet_stage":
      return p.wallet_stage;
    case "metal":
      return p.metal ?? "prospect";
    case "rfm_segment":
      return p.is_customer ? p.rfm_segment! : p.is_refund_only ? "none" : "prospect";
    case "abc":
      return p.is_customer || p.is_refund_only ? p.abc : "prospect";
  }
}
