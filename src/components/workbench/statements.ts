const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|;/g;
const comment = /--[^\n]*|\/\*[\s\S]*?\*\//g;

/** The statements of a script, in their order: parted at semicolons outside of texts, names and comments. */
export function statements(script: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of script.matchAll(token)) {
    if (match[0] !== ";") continue;
    parts.push(script.slice(from, match.index));
    from = match.index + 1;
  }
  parts.push(script.slice(from));
  return parts.filter((part) => part.replace(comment, "").trim() !== "");
}

const first = (sql: string): string => /[a-z]+/i.exec(sql.replace(comment, ""))?.[0].toUpperCase() ?? "";

/** What ends or leaves the transaction that a script runs in, so that its changes would stay. */
const lasting = ["BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "USE", "ATTACH", "DETACH"];

/** What only reads. With WITH a change may begin as well: it is undone like any other, and nothing is said of it. */
const reading = [
  ...["SELECT", "FROM", "WITH", "VALUES", "TABLE", "DESCRIBE", "DESC", "SHOW", "SUMMARIZE", "EXPLAIN"],
  ...["PIVOT", "UNPIVOT", "PRAGMA"],
];

/** The first statement of a script that may not run, by its first word: its changes would stay. */
export function refused(parts: readonly string[]): string | null {
  return parts.map(first).find((word) => lasting.includes(word)) ?? null;
}

/** Whether a script makes, changes or drops something: it is undone at the script's end. */
export function changes(parts: readonly string[]): boolean {
  return !parts.every((part) => reading.includes(first(part)));
}

/**
 * Runs a script's statements in a transaction that is undone at the end, so that the next script finds the tables as they
 * were, whatever this one did; gives the answer to the last statement.
 */
export async function runUndone<Answer>(
  parts: readonly string[],
  ask: (sql: string) => Answer | Promise<Answer>,
): Promise<Answer | null> {
  if (parts.length === 0) return null;
  await ask("BEGIN TRANSACTION");
  try {
    let answer: Answer | null = null;
    for (const sql of parts) answer = await ask(sql);
    return answer;
  } finally {
    await ask("ROLLBACK");
  }
}
