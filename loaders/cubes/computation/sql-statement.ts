/** What one statement of a `.sql` file takes and gives, as far as its text tells. */
export interface Statement {
  /** The table, view or macro that it makes or adds rows to; null for a query. */
  makes: string | null;
  /** Tables and views after FROM and JOIN, without the statement's own CTEs. */
  tables: string[];
  /** Names before a bracket: functions, among them macros. */
  calls: string[];
  /** DuckDB variables read by getvariable(). */
  variables: string[];
  /** Every name in it, so also columns. */
  words: string[];
}

const token = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|[A-Za-z_]\w*|\d[\w.]*|::|[^\s\w]/g;
const name = /^[A-Za-z_"]/;

/** Words after which a comma no longer parts tables. */
const endOfFrom = new Set(
  "SELECT WHERE GROUP HAVING ORDER QUALIFY LIMIT WINDOW UNION EXCEPT INTERSECT USING ON SET VALUES".split(
    " ",
  ),
);

/** The statements of SQL text; comments and what stands in quotes are not looked into. */
export function statementsOf(sql: string): Statement[] {
  const tokens = (sql.match(token) ?? []).filter((t) => !t.startsWith("--"));
  const statements: string[][] = [[]];
  for (const t of tokens) {
    if (t === ";") statements.push([]);
    else statements.at(-1)!.push(t);
  }
  return statements.filter((s) => s.length > 0).map(readStatement);
}

function readStatement(tokens: readonly string[]): Statement {
  const upper = tokens.map((t) => t.toUpperCase());
  const own = new Set(commonTables(tokens, upper));
  const tables = tablesOf(tokens, upper).filter((t) => !own.has(t));
  const calls = tokens.filter((t, i) => /^[a-z]/.test(t) && tokens[i + 1] === "(");
  const variables = tokens.flatMap((t, i) =>
    t === "getvariable" && tokens[i + 1] === "(" && tokens[i + 2]!.startsWith("'")
      ? [tokens[i + 2]!.slice(1, -1)]
      : [],
  );
  const words = tokens.filter((t) => name.test(t)).map(unquoted);
  return {
    makes: madeBy(tokens, upper),
    tables: distinct(tables),
    calls: distinct(calls),
    variables: distinct(variables),
    words: distinct(words),
  };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function unquoted(word: string): string {
  return word.startsWith('"') ? word.slice(1, -1) : word;
}

function madeBy(tokens: readonly string[], upper: readonly string[]): string | null {
  if (upper[0] === "INSERT") return tokens[2]!;
  if (upper[0] !== "CREATE") return null;
  const kind = upper.findIndex((t) => t === "TABLE" || t === "VIEW" || t === "MACRO");
  return kind < 0 ? null : tokens[kind + 1]!;
}

/** The names of CTEs: `name AS (`, `name (columns) AS (`, after WITH or a comma. */
function commonTables(tokens: readonly string[], upper: readonly string[]): string[] {
  return tokens.filter((t, i) => {
    if (!name.test(t) || !["WITH", "RECURSIVE", ","].includes(upper[i - 1] ?? "")) return false;
    let next = i + 1;
    if (tokens[next] === "(") while (next < tokens.length && tokens[next++] !== ")");
    if (upper[next] !== "AS") return false;
    return upper[next + 1] === "(" || upper[next + 1] === "MATERIALIZED";
  });
}

/** Names after FROM, JOIN and the commas of a FROM, level of brackets by level of brackets. */
function tablesOf(tokens: readonly string[], upper: readonly string[]): string[] {
  const found: string[] = [];
  let within = {from: false, expects: false};
  const outer: (typeof within)[] = [];
  tokens.forEach((t, i) => {
    const word = upper[i]!;
    if (t === "(") {
      outer.push(within);
      within = {from: within.expects, expects: within.expects};
    } else if (t === ")") {
      within = outer.pop() ?? {from: false, expects: false};
      within.expects = false;
    } else if (word === "FROM" && upper[i - 1] !== "DISTINCT") within = {from: true, expects: true};
    else if (word === "JOIN") within = {from: true, expects: true};
    else if (t === "," && within.from) within.expects = true;
    else if (word === "USING" || word === "ON") within.expects = false;
    else if (endOfFrom.has(word)) within = {from: false, expects: false};
    else if (within.expects && name.test(t)) {
      if (tokens[i + 1] !== "(") found.push(unquoted(t));
      within.expects = false;
    }
  });
  return found;
}
