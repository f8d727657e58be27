import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {rowsOf, runFile} from "../../loaders/database.js";
import {literal} from "../../loaders/quote.js";

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;
/** The columns of tables with the types that they have in the warehouse. */
export type Columns = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What models read, in memory and filled by hand; to be extended with the tables of a topic. */
export class TablesInMemory {
  protected constructor(
    readonly connection: DuckDBConnection,
    private readonly instance: DuckDBInstance,
    private readonly columns: Columns,
  ) {}

  /** A database of its own, as the constructor takes it. */
  protected static async memory(): Promise<[DuckDBConnection, DuckDBInstance]> {
    const instance = await DuckDBInstance.create(":memory:");
    return [await instance.connect(), instance];
  }

  /** Empty tables, and these variables. */
  protected async begin(variables: Record<string, string>): Promise<void> {
    await this.set(variables);
    for (const name of Object.keys(this.columns)) await this.fill(name, []);
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  async set(variables: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(variables))
      await this.connection.run(`SET VARIABLE ${name} = ${value}`);
  }

  /** Makes a table of these rows; a column that a row leaves out is null. */
  async fill(name: string, rows: readonly Row[]): Promise<void> {
    const types = Object.entries(this.columns[name]!);
    await this.connection.run(
      `CREATE OR REPLACE TABLE ${name} (${types.map(([column, type]) => `${column} ${type}`).join(", ")})`,
    );
    if (rows.length === 0) return;
    const tuples = rows.map(
      (row) => `(${types.map(([column, type]) => `${sqlOf(row[column] ?? null)}::${type}`).join(", ")})`,
    );
    await this.connection.run(`INSERT INTO ${name} VALUES ${tuples.join(", ")}`);
  }

  /** Runs models in this order. */
  async model(...names: readonly string[]): Promise<void> {
    for (const name of names)
      await runFile(this.connection, import.meta.url, `../../loaders/models/${name}.sql`);
  }

  async rows<Result>(sql: string): Promise<Result[]> {
    return rowsOf<Result>(this.connection, sql);
  }
}

function sqlOf(value: Value): string {
  return typeof value === "string" ? literal(value) : String(value);
}
