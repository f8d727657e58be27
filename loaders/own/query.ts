import {type DuckDBConnection, type DuckDBPreparedStatement, StatementType} from "@duckdb/node-api";
import {UserError} from "../errors.js";

/** What would give other rows on another day, or in another run. */
const unsteady =
  /\b(current_date|current_timestamp|current_time|localtime|localtimestamp|random|uuid|gen_random_uuid|now|today|get_current_timestamp|get_current_time)\b(?=\s*\(|\b(?<=current_date|current_timestamp|current_time|localtime|localtimestamp))/i;

/**
 * Prepares an analyst's query: one SELECT over the warehouse's tables.
 *
 * @throws UserError naming the file, the line where DuckDB can tell it, and what is wrong
 */
export async function prepareQuery(
  connection: DuckDBConnection,
  file: string,
  sql: string,
): Promise<DuckDBPreparedStatement> {
  const code = sql.replace(/--.*$/gm, (comment) => " ".repeat(comment.length));
  const found = unsteady.exec(code.replace(/'[^']*'|"[^"]*"/g, (quoted) => quoted.replace(/[^\n]/g, " ")));
  if (found) {
    const line = sql.slice(0, found.index).split("\n").length;
    throw new UserError(
      `${file}:${line}: ${found[0]} gives another answer each day or run; the report's day is (SELECT max(as_of) FROM scores)`,
    );
  }
  if (code.trim() === "") throw new UserError(`${file}: holds no query: write one SELECT`);
  return await plainly(file, async () => {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1)
      throw new UserError(`${file}: holds ${statements.count} statements: write one SELECT`);
    const prepared = await statements.prepare(0);
    if (prepared.statementType !== StatementType.SELECT)
      throw new UserError(`${file}: is no SELECT: a query reads tables and makes none`);
    return prepared;
  });
}

/** Does something with a query; what DuckDB says against it becomes one line with the file and the query's line. */
export async function plainly<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const text = error instanceof Error ? error.message : String(error);
    const line = /^LINE (\d+):/m.exec(text)?.[1];
    // The first lines say what is wrong; below stands the line of the query with a mark under it.
    const said = text
      .split(/\n\s*\n?LINE \d+:/)[0]!
      .replace(/\s*\n\s*/g, "; ")
      .trim();
    throw new UserError(
      `${file}${line ? `:${line}` : ""}: ${said.replace(/^Failed to \w+ \w+: /, "").replace(/^\w+ Error\b/, (kind) => kind.toLowerCase())}`,
    );
  }
}
