import {coverageVariables} from "../../loaders/models/coverage-settings.js";
import {parseSettings} from "../../loaders/settings.js";
import {HandTables} from "./hand-tables.js";

export interface Contact {
  customer_id: string;
  occurred_on: string;
  kind?: string;
  role?: string | null;
  status?: string;
  occurred_at?: string;
  initiated_by?: string;
  content?: string;
  goal?: string;
  due_on?: string;
  achieved?: boolean;
}

export interface Cost {
  customer_id: string;
  period_from: string;
  period_to: string;
  cost: number;
}

/** A customer with its class, its first order and the money that it brought on one day. */
export interface Account {
  customer_id: string;
  class?: string;
  first?: string;
  /** Orders in the report's window; one where it is left out. */
  orders?: number;
  amount?: number;
  profit?: number;
}

export const now = "2025-12-31";

/** The hand tables with those that coverage reads beside them, and the variables of a `report.toml`. */
export async function openCoverage(toml = ""): Promise<HandTables> {
  const tables = await HandTables.open();
  await tables.set({...coverageVariables(parseSettings(toml)), has_profit: "true", minor_units: "100"});
  await tables.fill("as_of_dates", [{as_of: now, role: "now", window_from: "2025-01-01"}]);
  await tables.connection.run("CREATE TABLE inputs (export VARCHAR)");
  await tables.connection.run("INSERT INTO inputs VALUES ('interactions'), ('costs')");
  await tables.connection.run(
    `CREATE TABLE abc (as_of DATE, customer_id VARCHAR, abc_customers_profit VARCHAR, abc_customers_revenue VARCHAR,
                       abc_value_profit VARCHAR, abc_value_revenue VARCHAR)`,
  );
  await tables.connection.run("ALTER TABLE accounts ADD COLUMN industry VARCHAR");
  await contacts(tables, []);
  await costs(tables, []);
  return tables;
}

const text = (value: string | null | undefined): string => (value == null ? "NULL" : `'${value}'`);

/** Fills the interactions; a contact is a held sales visit unless it says otherwise. */
export async function contacts(tables: HandTables, rows: readonly Contact[]): Promise<void> {
  await tables.connection.run(
    `CREATE OR REPLACE TABLE interactions (
       customer_id VARCHAR, occurred_on DATE, occurred_at TIMESTAMP, kind VARCHAR, role VARCHAR, status VARCHAR,
       initiated_by VARCHAR, contact_id VARCHAR, department VARCHAR, content VARCHAR, goal VARCHAR, due_on DATE,
       achieved BOOLEAN, sequence BIGINT)`,
  );
  if (rows.length === 0) return;
  const values = rows.map(
    (r, i) =>
      `(${text(r.customer_id)}, ${text(r.occurred_on)}, ${text(r.occurred_at)}, ${text(r.kind ?? "visit")},
        ${text(r.role === undefined ? "sales" : r.role)}, ${text(r.status ?? "held")}, ${text(r.initiated_by)}, NULL, NULL,
        ${text(r.content)}, ${text(r.goal)}, ${text(r.due_on)}, ${r.achieved ?? "NULL"}, ${i})`,
  );
  await tables.connection.run(`INSERT INTO interactions VALUES ${values.join(", ")}`);
}

export async function costs(tables: HandTables, rows: readonly Cost[]): Promise<void> {
  await tables.connection.run(
    `CREATE OR REPLACE TABLE costs_to_serve (customer_id VARCHAR, period_from DATE, period_to DATE,
                                             cost DECIMAL(18, 4), kind VARCHAR, sequence BIGINT)`,
  );
  if (rows.length === 0) return;
  const values = rows.map(
    (r, i) => `(${text(r.customer_id)}, ${text(r.period_from)}, ${text(r.period_to)}, ${r.cost}, NULL, ${i})`,
  );
  await tables.connection.run(`INSERT INTO costs_to_serve VALUES ${values.join(", ")}`);
}

/** Fills who is a customer, of which class and since when, and runs the models of coverage. */
export async function cover(tables: HandTables, accounts: readonly Account[]): Promise<void> {
  const days = await tables.rows<{as_of: string}>("SELECT DISTINCT as_of FROM as_of_dates ORDER BY as_of");
  const each = days.flatMap(({as_of}) =>
    accounts.map((a) => ({...a, orders: a.orders ?? 1, as_of, first_order_on: a.first ?? "2020-01-01"})),
  );
  await tables.fill(
    "activity",
    each.filter((a) => a.first_order_on <= a.as_of),
  );
  await tables.connection.run("DELETE FROM abc");
  for (const a of each)
    await tables.connection.run(
      `INSERT INTO abc SELECT '${a.as_of}', '${a.customer_id}', c, c, c, c FROM (SELECT '${a.class ?? "A"}' AS c)`,
    );
  await tables.fill(
    "purchases",
    accounts.map((a) => ({
      customer_id: a.customer_id,
      day: now,
      amount: a.amount ?? 0,
      costed_profit: a.profit ?? 0,
      uncosted_amount: 0,
    })),
  );
  await tables.model("coverage-accounts", "visit-plan", "channels", "cost-to-serve");
}
