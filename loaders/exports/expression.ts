import type {DuckDBConnection} from "@duckdb/node-api";
import {UserError} from "../errors.js";
import {identifier, literal} from "../quote.js";
import type {ColumnKind} from "./export.js";
import {columnsWords, findColumn, quotingWords} from "./file-columns.js";

/** A column of the file read as one kind of value. */
export interface Reading {
  column: string;
  kind: ColumnKind;
}

export interface Expression {
  /** SQL over the aliases of `readings` (see `aliasOf`). */
  sql: string;
  readings: Reading[];
}

/** What a reading is called inside the query that reads the file. */
export function aliasOf({column, kind}: Reading): string {
  return `${column}#${kind}`;
}

/** A file's own column inside the query that reads it, quoted: apart from the export's columns, which may be its namesakes. */
export function cellOf(column: string): string {
  return identifier(`cell#${column}`);
}

interface Node {
  class: string;
  type: string;
  [key: string]: unknown;
}

interface Query {
  select_list: Node[];
  from_table: {type: string};
  where_clause: unknown;
  having: unknown;
  qualify: unknown;
  group_expressions: unknown[];
  modifiers: unknown[];
}

const refused = new Set([
  "SUBQUERY",
  "STAR",
  "WINDOW",
  "LAMBDA",
  "LAMBDA_REF",
  "POSITIONAL_REFERENCE",
  "PARAMETER",
  "DEFAULT",
]);

const arithmetic = new Set([
  "+",
  "-",
  "*",
  "/",
  "//",
  "%",
  "abs",
  "round",
  "ceil",
  "floor",
  "greatest",
  "least",
  "sign",
]);

/**
 * Reads an expression from the settings (`Quantity * UnitPrice`) into SQL in which each column is read as the kind of
 * value that its place asks for: a number in arithmetic and beside numbers, text elsewhere. DuckDB parses it; only
 * columns, constants, operators and functions may stand in it.
 *
 * @param wanted the kind that the whole expression gives, or "condition" for a row filter
 * @throws UserError naming `place`, for broken SQL, an unknown column, or a query inside the expression
 */
export async function readExpression(
  connection: DuckDBConnection,
  source: string,
  columns: readonly string[],
  wanted: ColumnKind | "condition",
  place: string,
): Promise<Expression> {
  const result = await connection.runAndReadAll(
    `SELECT json_serialize_sql(${literal(`SELECT (${source}\n)`)})`,
  );
  // A location may be 2^64 - 1, which a JavaScript number can't hold and DuckDB then refuses to read back.
  const json = String(result.getRows()[0]![0]).replace(/"query_location":\d+/g, '"query_location":0');
  const tree = JSON.parse(json) as {
    error: boolean;
    error_message?: string;
    statements?: {node: Query}[];
  };
  if (tree.error || tree.statements?.length !== 1 || !isExpressionAlone(tree.statements[0]!.node)) {
    const how = tree.error
      ? `; ${columnsWords(source, columns, "the file's")}${columns.length === 1 ? "" : `; ${quotingWords(source, columns, place)}`}`
      : "";
    throw new UserError(
      `${place} = ${JSON.stringify(source)}: not an expression: ${tree.error_message ?? "it is more than one"}${how}`,
    );
  }
  const readings = new Map<string, Reading>();
  const visit = (node: Node, kind: ColumnKind): void => {
    if (refused.has(node.class)) {
      throw new UserError(
        `${place} = ${JSON.stringify(source)}: only columns, constants, operators and functions may stand here`,
      );
    }
    if (node.class === "COLUMN_REF") {
      const column = findColumn(
        (node.column_names as string[]).join("."),
        columns,
        `${place} = ${JSON.stringify(source)}`,
        textHint(source, node.column_names as string[]),
      );
      const reading = {column, kind};
      readings.set(aliasOf(reading), reading);
      node.column_names = [aliasOf(reading)];
      return;
    }
    if (node.class === "CAST") node.try_cast = true;
    const inner = kindInside(node, kind);
    for (const [child, own] of children(node)) visit(child, own ?? inner);
  };
  visit(tree.statements[0]!.node.select_list[0]!, wanted === "condition" ? "text" : wanted);
  const back = await connection.runAndReadAll(
    `SELECT json_deserialize_sql(${literal(JSON.stringify(tree))})`,
  );
  return {sql: String(back.getRows()[0]![0]).replace(/^SELECT /, ""), readings: [...readings.values()]};
}

/** A word that is no column and not all of the expression may have been meant as a text. */
function textHint(source: string, [name, ...more]: readonly string[]): string {
  const isAll = source.trim().replace(/^"|"$/g, "") === name;
  return isAll || more.length > 0 ? "" : `; a text stands in single quotes: '${name}'`;
}

/** Whether a query is one expression in brackets: nothing that closed the bracket and went on. */
function isExpressionAlone(query: Query): boolean {
  const {select_list, from_table, where_clause, having, qualify, group_expressions, modifiers} = query;
  const more = [where_clause, having, qualify].some((clause) => clause != null);
  return (
    select_list?.length === 1 &&
    from_table.type === "EMPTY" &&
    !more &&
    group_expressions.length === 0 &&
    modifiers.length === 0
  );
}

/** The kind that a node asks of the columns right under it. */
function kindInside(node: Node, outer: ColumnKind): ColumnKind {
  if (node.class === "FUNCTION" && arithmetic.has(String(node.function_name).toLowerCase())) return "number";
  if (node.class === "COMPARISON" || node.class === "BETWEEN" || node.type === "COMPARE_IN") {
    return children(node).some(([child]) => isNumeric(child)) ? "number" : "text";
  }
  if (node.class === "CASE" || (node.class === "OPERATOR" && node.type === "OPERATOR_COALESCE")) return outer;
  return "text";
}

function isNumeric(node: Node): boolean {
  if (node.class === "CONSTANT")
    return /INT|DECIMAL|DOUBLE|FLOAT/.test(JSON.stringify((node.value as {type?: unknown})?.type ?? ""));
  return node.class === "FUNCTION" && arithmetic.has(String(node.function_name).toLowerCase());
}

/** Child expressions, each with the kind it is read as where that differs from its siblings (a CASE's conditions). */
function children(node: Node): [Node, ColumnKind?][] {
  const found: [Node, ColumnKind?][] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === "case_checks") {
      for (const check of value as {when_expr: Node; then_expr: Node}[])
        found.push([check.when_expr, "text"], [check.then_expr]);
    } else if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) found.push([item]);
    } else if (isNode(value)) found.push([value]);
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "class" in value && "type" in value;
}
