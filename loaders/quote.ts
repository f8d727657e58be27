/** Quotes an identifier for SQL: the one place where a name from settings or a file becomes part of a query. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Quotes a text for SQL. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
