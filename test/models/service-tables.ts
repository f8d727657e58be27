import {type ServiceSettings, serviceVariables} from "../../loaders/models/service-settings.js";
import {parseSettings} from "../../loaders/settings.js";
import {type Columns, type Row, TablesInMemory, type Value} from "./tables-in-memory.js";

/** The tables that the service models read, with the types that they have in the warehouse. */
const columns: Columns = {
  as_of_dates: {as_of: "DATE", role: "VARCHAR", window_from: "DATE"},
  purchases: {customer_id: "VARCHAR", day: "DATE", orders: "INTEGER", amount: "DECIMAL(24, 4)"},
  accounts: {customer_id: "VARCHAR", name: "VARCHAR", influence: "VARCHAR"},
  complaints: {
    customer_id: "VARCHAR",
    opened_on: "DATE",
    opened_at: "TIMESTAMP",
    resolved_on: "DATE",
    resolved_at: "TIMESTAMP",
    cause: "VARCHAR",
    cause_detail: "VARCHAR",
    valid: "BOOLEAN",
    satisfied: "BOOLEAN",
    compensation: "DECIMAL(18, 4)",
    severity: "VARCHAR",
    sequence: "BIGINT",
  },
  surveys: {
    customer_id: "VARCHAR",
    sent_on: "DATE",
    method: "VARCHAR",
    coverage: "VARCHAR",
    responded_on: "DATE",
    analysed_on: "DATE",
    perceived: "DECIMAL(38, 10)",
    expected: "DECIMAL(38, 10)",
    intends_to_buy: "BOOLEAN",
    would_recommend: "BOOLEAN",
    action_on: "DATE",
    fed_back_on: "DATE",
    sequence: "BIGINT",
  },
  interactions: {
    customer_id: "VARCHAR",
    occurred_on: "DATE",
    kind: "VARCHAR",
    role: "VARCHAR",
    status: "VARCHAR",
    department: "VARCHAR",
  },
  scores: {
    as_of: "DATE",
    customer_id: "VARCHAR",
    is_customer: "BOOLEAN",
    r: "TINYINT",
    f: "TINYINT",
    orders: "INTEGER",
    revenue: "DECIMAL(24, 4)",
    profit: "DECIMAL(24, 4)",
    wallet_stage: "VARCHAR",
    grid_stage: "VARCHAR",
    abc_customers_profit: "VARCHAR",
    abc_customers_revenue: "VARCHAR",
    abc_value_profit: "VARCHAR",
    abc_value_revenue: "VARCHAR",
  },
};

const models = [
  "service-buying",
  "complaint-status",
  "survey-status",
  "service-levels",
  "complaint-aftermath",
] as const;

/** The inputs of the service models in memory, filled by hand. */
export class ServiceTables extends TablesInMemory {
  static async open(settings: ServiceSettings = parseSettings("")): Promise<ServiceTables> {
    const tables = new ServiceTables(...(await TablesInMemory.memory()), columns);
    await tables.begin({
      ...serviceVariables(settings),
      has_profit: "true",
      smallest_cell: "1",
      minor_units: "100",
    });
    return tables;
  }

  /** Complaints as rows in order; moments with a `T` keep their hour, days are midnight. */
  async complain(rows: readonly Row[]): Promise<void> {
    await this.fill(
      "complaints",
      rows.map((row, i) => ({
        sequence: i,
        ...row,
        opened_on: dayOf(row.opened ?? null),
        opened_at: row.opened ?? null,
        resolved_on: dayOf(row.resolved ?? null),
        resolved_at: row.resolved ?? null,
      })),
    );
  }

  /** The report's dates: the last is now. The window is the year to each. */
  async dates(...days: readonly string[]): Promise<void> {
    await this.fill(
      "as_of_dates",
      days.map((as_of, i) => ({
        as_of,
        role: i === days.length - 1 ? "now" : "quarter_end",
        window_from: `${Number(as_of.slice(0, 4)) - 1}${as_of.slice(4)}`,
      })),
    );
  }

  async run(...names: readonly string[]): Promise<void> {
    await this.model(...(names.length > 0 ? names : models));
  }
}

function dayOf(moment: Value): Value {
  return typeof moment === "string" ? moment.slice(0, 10) : null;
}
