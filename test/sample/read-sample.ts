import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {makeSample, type SampleOptions} from "../../loaders/sample/make-sample.js";

/** A sample in a folder of its own, opened in DuckDB with a view per export, and the way to be rid of both. */
export interface OpenSample {
  folder: string;
  connection: DuckDBConnection;
  /** The rows of a query, numbers as numbers and decimals as text; the caller says which it asks for. */
  rows: <T = Record<string, number>>(sql: string) => Promise<T[]>;
  close: () => Promise<void>;
}

const views = {
  transactions:
    "{'order_id': 'varchar', 'customer_id': 'varchar', 'ordered_on': 'date', 'product_id': 'varchar', 'category': 'varchar', 'quantity': 'integer', 'amount': 'decimal(18, 2)', 'cost': 'decimal(18, 2)'}",
  customers:
    "{'customer_id': 'varchar', 'name': 'varchar', 'region': 'varchar', 'industry': 'varchar', 'owner': 'varchar', 'since': 'date', 'status': 'varchar', 'active_accounts': 'integer', 'recommends': 'boolean', 'gives_feedback': 'boolean', 'price_sensitive': 'boolean', 'influence': 'varchar'}",
  relationships:
    "{'customer_id': 'varchar', 'assessed_on': 'date', 'personal_level': 'varchar', 'company_level': 'varchar', 'assessor': 'varchar'}",
  wallets:
    "{'customer_id': 'varchar', 'as_of': 'date', 'category_spend': 'decimal(18, 2)', 'basis': 'varchar'}",
  interactions:
    "{'customer_id': 'varchar', 'occurred_on': 'timestamp', 'kind': 'varchar', 'role': 'varchar', 'status': 'varchar', 'initiated_by': 'varchar', 'contact_id': 'varchar', 'department': 'varchar', 'content': 'varchar', 'goal': 'varchar', 'due_on': 'date', 'achieved': 'boolean'}",
  complaints:
    "{'customer_id': 'varchar', 'opened_on': 'timestamp', 'resolved_on': 'timestamp', 'cause': 'varchar', 'cause_detail': 'varchar', 'valid': 'boolean', 'satisfied': 'boolean', 'compensation': 'decimal(18, 2)', 'severity': 'varchar'}",
  surveys:
    "{'customer_id': 'varchar', 'sent_on': 'date', 'method': 'varchar', 'coverage': 'varchar', 'responded_on': 'date', 'analysed_on': 'date', 'perceived': 'decimal(4, 1)', 'expected': 'decimal(4, 1)', 'intends_to_buy': 'boolean', 'would_recommend': 'boolean', 'action_on': 'date', 'fed_back_on': 'date'}",
  events: "{'customer_id': 'varchar', 'occurred_on': 'date', 'kind': 'varchar', 'note': 'varchar'}",
  costs: "{'customer_id': 'varchar', 'period': 'varchar', 'cost': 'decimal(18, 2)', 'kind': 'varchar'}",
  truth:
    "{'customer_id': 'varchar', 'type': 'varchar', 'lambda': 'double', 'mu': 'double', 'acquired_on': 'date', 'churned_on': 'date', 'mean_order_value': 'decimal(18, 2)', 'trend': 'double', 'discount': 'double', 'closeness': 'double'}",
};

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "guanxi-sample-"));
}

export async function openSample(options: Omit<SampleOptions, "out"> = {}): Promise<OpenSample> {
  const folder = await temporaryFolder();
  await makeSample({...options, out: folder});
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const [name, columns] of Object.entries(views)) {
    const file = join(folder, name);
    const source =
      options.format === "parquet" && name !== "truth"
        ? `read_parquet('${file}.parquet')`
        : `read_csv('${file}.csv', header = true, delim = ',', quote = '"', auto_detect = false, columns = ${columns})`;
    await connection.run(`create view ${name} as select * from ${source}`);
  }
  return {
    folder,
    connection,
    rows: async <T>(sql: string) => {
      const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
      return rows.map(
        (row) => Object.fromEntries(Object.entries(row).map(([key, v]) => [key, readable(v)])) as T,
      );
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, {recursive: true});
    },
  };
}

/** Counts are 64-bit and come as text; money keeps its two digits, so text it stays. */
function readable(value: unknown): unknown {
  return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
}
