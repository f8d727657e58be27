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
    const before = sql.slice(0, found.index).split("\n");
    throw new UserError(
      `${file}:${before.length}:${before.at(-1)!.length + 1}: ${found[0]} gives another answer each day or run; the report's day is (SELECT max(as_of) FROM scores)`,
    );
  }
  if (code.trim() === "") throw new UserError(`${file}: holds no query: write one SELECT`);
  return await plainly({file, sql}, async () => {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1)
      throw new UserError(`${file}: holds ${statements.count} statements: write one SELECT`);
    const prepared = await statements.prepare(0);
    if (prepared.statementType !== StatementType.SELECT)
      throw new UserError(`${file}: is no SELECT: a query reads tables and makes none`);
    return prepared;
  });
}

/**
 * Does something with a query; what DuckDB says against it becomes one line with the file, the line and the column.
 *
 * @throws UserError
 */
export async function plainly<T>(
  {file, sql}: {file: string; sql: string},
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const text = error instanceof Error ? error.message : String(error);
    // The first lines say what is wrong; below stands the line of the query with a mark under it.
    const said = text
      .split(/\n\s*\n?LINE \d+:/)[0]!
      .trim()
      .replace(/\s*\n\s*/g, "; ")
      .replace(/^Failed to \w+ \w+: /, "")
      .replace(/^\w+ Error\b/, (kind) => kind.toLowerCase())
      .replace("Candidate bindings:", "columns with a name like it:");
    const unfinished = said.endsWith("at end of input")
      ? ": a bracket, a CASE or a list is not finished"
      : "";
    throw new UserError(`${file}${place(text, sql)}: ${said}${unfinished}`);
  }
}

/** Where in the query DuckDB's mark stands, as `:2:14`; as much of it as can be told. */
function place(text: string, sql: string): string {
  const lines = sql.trimEnd().split("\n");
  if (/at end of input\s*$/.test(text)) return `:${lines.length}:${lines.at(-1)!.length + 1}`;
  const [, number, excerpt, indent] = /^LINE (\d+): (.*)\n( *)\^/m.exec(text) ?? [];
  if (number === undefined) return "";
  // Of a long line only a part is shown, with dots at its ends.
  const cut = excerpt!.startsWith("...") ? 3 : 0;
  const at = lines[Number(number) - 1]?.indexOf(excerpt!.slice(cut).replace(/\.\.\.$/, "")) ?? -1;
  if (at < 0) return `:${number}`;
  return `:${number}:${at + indent!.length - `LINE ${number}: `.length - cut + 1}`;
}
