import {readFileSync} from "node:fs";
import {attach, rowsOf} from "../../loaders/database.js";
import {type PyramidSettings, pyramidVariables} from "../../loaders/models/pyramid-settings.js";
import {type Columns, TablesInMemory} from "./tables-in-memory.js";

export const settings: PyramidSettings = {
  metal: {diamond: 0.5, gold: 0.8, brass: 0.95},
  hsbc: {loyalty: 0.5, value: 0.6},
  chase: {
    blue_times: 5,
    green_times: 3,
    blue_fee_times: 3,
    green_fee_times: 1,
    fee_categories: [],
    simple_categories: 2,
    simple_complaints: 2,
    loyal_frequency: 3,
  },
  value_types: {
    mvc: 0.2,
    mgc: 0.2,
    migrator_alive_below: 0.5,
    migrator_trend_below: 0.7,
    migrator_value: 0.4,
  },
};

/** The models' input tables by column, with the types that they have in the warehouse. */
const columns: Columns = {
  as_of_dates: {as_of: "DATE", role: "VARCHAR", window_from: "DATE", is_start: "BOOLEAN"},
  purchases: {
    customer_id: "VARCHAR",
    day: "DATE",
    amount: "DECIMAL(24, 4)",
    costed_profit: "DECIMAL(24, 4)",
    uncosted_amount: "DECIMAL(24, 4)",
  },
  purchases_by_category: {
    customer_id: "VARCHAR",
    month: "DATE",
    category: "VARCHAR",
    amount: "DECIMAL(24, 4)",
  },
  complaints: {customer_id: "VARCHAR", opened_on: "DATE", valid: "BOOLEAN"},
  accounts: {
    customer_id: "VARCHAR",
    name: "VARCHAR",
    status: "VARCHAR",
    active_accounts: "DECIMAL(38, 10)",
    recommends: "BOOLEAN",
    gives_feedback: "BOOLEAN",
    price_sensitive: "BOOLEAN",
    guarantor: "BOOLEAN",
  },
  activity: {
    as_of: "DATE",
    customer_id: "VARCHAR",
    first_order_on: "DATE",
    orders: "INTEGER",
    revenue: "DECIMAL(24, 4)",
    profit: "DECIMAL(24, 4)",
  },
  scores: {
    as_of: "DATE",
    customer_id: "VARCHAR",
    is_customer: "BOOLEAN",
    is_refund_only: "BOOLEAN",
    orders: "INTEGER",
    revenue: "DECIMAL(24, 4)",
    profit: "DECIMAL(24, 4)",
    f: "TINYINT",
    wallet_gap: "DECIMAL(24, 4)",
  },
  account_costs: {
    as_of: "DATE",
    customer_id: "VARCHAR",
    cost_to_serve: "DECIMAL(24, 4)",
    cost_so_far: "DECIMAL(24, 4)",
  },
  rfm_movement: {
    from_day: "DATE",
    to_day: "DATE",
    thresholds: "VARCHAR",
    from_class: "VARCHAR",
    to_class: "VARCHAR",
    customers: "BIGINT",
    money_before: "DECIMAL(24, 4)",
    money_after: "DECIMAL(24, 4)",
  },
  lifetime_values: {
    as_of: "DATE",
    customer_id: "VARCHAR",
    p_alive: "DOUBLE",
    expected_purchases: "DOUBLE",
    expected_spend: "DOUBLE",
    clv_historic: "DOUBLE",
    clv: "DOUBLE",
  },
};

/** The models' inputs in memory, filled by hand or from a warehouse. */
export class HandTables extends TablesInMemory {
  static async open(): Promise<HandTables> {
    const tables = new HandTables(...(await TablesInMemory.memory()), columns);
    await tables.begin({
      ...pyramidVariables(settings),
      has_profit: "true",
      margin: "NULL::DECIMAL(6, 4)",
      horizon_months: "24",
      period_months: "12",
      minor_units: "100",
      members: "20",
      smallest_cell: "1",
    });
    await tables.connection.run(
      "CREATE TEMP MACRO minor(money) AS CAST(round(money * getvariable('minor_units')) AS BIGINT)",
    );
    return tables;
  }

  /** Takes the exports' and the models' tables from a finished warehouse. */
  async take(warehouse: string, names: readonly string[]): Promise<void> {
    await this.connection.run(attach(warehouse, "finished"));
    for (const name of names)
      await this.connection.run(`CREATE OR REPLACE TABLE ${name} AS FROM finished.${name}`);
    await this.connection.run("DETACH finished");
  }

  /** Lifetime values of a kind, for models that only rank them: made of what each customer has done by each date. */
  async inventLifetimes(): Promise<void> {
    await this.connection.run(
      `CREATE OR REPLACE TABLE lifetime_values AS
       SELECT as_of, customer_id,
              1 / (1 + recency_days / 200) AS p_alive,
              orders_ever / (1 + recency_days / 200) AS expected_purchases,
              (revenue_ever / orders_ever)::DOUBLE AS expected_spend,
              (coalesce(profit, revenue) * 3)::DOUBLE AS clv_historic,
              (coalesce(profit, revenue) * 3)::DOUBLE + revenue_ever::DOUBLE / (10 + recency_days) AS clv
       FROM activity
       WHERE first_order_on IS NOT NULL AND as_of IN (SELECT as_of FROM as_of_dates WHERE role IN ('now', 'quarter_end'))`,
    );
  }

  /** A cube's rows; whole numbers as numbers. */
  async cube<Row>(name: string): Promise<Row[]> {
    const query = readFileSync(new URL(`../../loaders/cubes/${name}.sql`, import.meta.url), "utf8");
    const rows = await rowsOf<Record<string, unknown>>(this.connection, query);
    return rows.map(
      (row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => [
            column,
            typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value,
          ]),
        ) as Row,
    );
  }

  /** Each customer's class, as `a: gold`. */
  async classes(table: string, column: string, where = "true"): Promise<Record<string, string>> {
    const rows = await this.rows<{id: string; class: string}>(
      `SELECT customer_id AS id, ${column} AS class FROM ${table} WHERE ${where} ORDER BY customer_id`,
    );
    return Object.fromEntries(rows.map((row) => [row.id, row.class]));
  }
}
