import {backtestWarning} from "../../loaders/models/backtest.js";
import {warningVariables} from "../../loaders/models/warning-settings.js";
import {literal} from "../../loaders/quote.js";
import {parseSettings} from "../../loaders/settings.js";
import {type Columns, TablesInMemory} from "./tables-in-memory.js";

/** What the warning reads, with the types of the warehouse. There are no accounts: past dates must do without them. */
const columns: Columns = {
  as_of_dates: {as_of: "DATE", role: "VARCHAR", window_from: "DATE"},
  purchases: {
    customer_id: "VARCHAR",
    day: "DATE",
    orders: "INTEGER",
    quantity: "DECIMAL(24, 6)",
    amount: "DECIMAL(24, 4)",
  },
  purchases_by_category: {
    customer_id: "VARCHAR",
    month: "DATE",
    category: "VARCHAR",
    amount: "DECIMAL(24, 4)",
  },
  complaints: {customer_id: "VARCHAR", opened_at: "TIMESTAMP", resolved_on: "DATE"},
  interactions: {customer_id: "VARCHAR", occurred_on: "DATE", status: "VARCHAR", contact_id: "VARCHAR"},
  assessments: {
    customer_id: "VARCHAR",
    assessed_on: "DATE",
    personal: "TINYINT",
    company: "TINYINT",
    contact_id: "VARCHAR",
    sequence: "BIGINT",
  },
  wallet_shares: {customer_id: "VARCHAR", figure_on: "DATE", share: "DOUBLE"},
  costs_to_serve: {customer_id: "VARCHAR", period_to: "DATE", cost: "DECIMAL(18, 4)"},
  events: {customer_id: "VARCHAR", occurred_on: "DATE", kind: "VARCHAR", note: "VARCHAR", sequence: "BIGINT"},
  lifetime_values: {as_of: "DATE", customer_id: "VARCHAR", p_alive: "DOUBLE"},
  scores: {
    as_of: "DATE",
    customer_id: "VARCHAR",
    is_customer: "BOOLEAN",
    orders: "INTEGER",
    wallet_stage: "VARCHAR",
  },
  value_types: {customer_id: "VARCHAR", mvc: "BOOLEAN", mgc: "BOOLEAN", below_zero: "BOOLEAN"},
};

/** The warning's inputs in memory, filled by hand. */
export class WarningTables extends TablesInMemory {
  /** Empty tables, and the settings of a `report.toml`. */
  static async open(toml = ""): Promise<WarningTables> {
    const tables = new WarningTables(...(await TablesInMemory.memory()), columns);
    await tables.begin({...warningVariables(parseSettings(toml)), period_months: "12", has_profit: "false"});
    return tables;
  }

  /** The newest date, and past ones as quarter ends. */
  async dates(newest: string, ...past: string[]): Promise<void> {
    await this.fill("as_of_dates", [
      {as_of: newest, role: "now", window_from: newest},
      ...past.map((as_of) => ({as_of, role: "quarter_end", window_from: as_of})),
    ]);
  }

  /** Orders of customers by day, 100 each unless said. */
  async orders(orders: Record<string, readonly (string | [string, number])[]>): Promise<void> {
    await this.fill(
      "purchases",
      Object.entries(orders).flatMap(([customer_id, days]) =>
        days.map((entry) => {
          const [day, amount] = typeof entry === "string" ? [entry, 100] : entry;
          return {customer_id, day, orders: amount < 0 ? 0 : 1, quantity: 1, amount};
        }),
      ),
    );
  }

  /** Runs the models up to the alerts. */
  async warn(): Promise<void> {
    const names = ["days", "states", "chance", "signals", "relationships", "churn"];
    await this.model(...names.map((name) => `warning-${name}`), "alerts");
  }

  async backtest(): Promise<void> {
    await backtestWarning(this.connection, {lifetime: {model: "pareto-nbd"}});
  }

  /** The signs at a date, as `a silence 12 2025-03-01`. */
  async signs(as_of: string): Promise<string[]> {
    const rows = await this.rows<{text: string}>(
      `SELECT customer_id || ' ' || signal || ' ' || round(size, 4) || ' ' || since AS text
       FROM warning_signals WHERE as_of = ${literal(as_of)}::DATE ORDER BY text`,
    );
    return rows.map((r) => r.text);
  }
}

/** Days from the first one, so many days apart. */
export function every(first: string, gap: number, count: number): string[] {
  const start = Date.parse(first);
  return Array.from({length: count}, (_, i) =>
    new Date(start + i * gap * 86_400_000).toISOString().slice(0, 10),
  );
}
