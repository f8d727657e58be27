import {escape as asIs, collate, desc, op} from "arquero";
import type {Locale} from "../../cubes.js";
import {
  decimal,
  numberOf,
  type QueryResult,
  type ResultColumn,
  type ResultType,
  resultOf,
  textOf,
} from "./result.js";

export const measures = ["count", "sum", "mean"] as const;
export type Measure = (typeof measures)[number];

/** Which rows stand together, and what is told of them: `by` and `of` are places of columns in the result. */
interface Grouping {
  by: number;
  of: number;
  how: Measure;
}

/** Which column rows are sorted by, by its place in what is shown. */
interface Sorting {
  column: number;
  descending: boolean;
}

/** What a reader has made of a result without another query. */
export interface Arrangement {
  /** Rows stay in which some value contains it, letter case aside; "" for all. */
  filter: string;
  group: Grouping | null;
  sort: Sorting | null;
}

export const asGiven: Arrangement = {filter: "", group: null, sort: null};

/** How columns that grouping makes are called. */
export interface GroupWords {
  /** How many rows are in a group. */
  count: string;
  /** With `{x}` in place of the column's name. */
  sum: string;
  mean: string;
}

/** A result filtered, grouped and sorted, in this order. */
export function arranged(
  result: QueryResult,
  {filter, group, sort}: Arrangement,
  words: GroupWords,
  locale: Locale,
): QueryResult {
  const kept = filtered(result, filter);
  const grouped = group ? groupedBy(kept, group, words, locale) : kept;
  return sort ? sortedBy(grouped, sort, locale) : grouped;
}

function filtered({table, columns}: QueryResult, filter: string): QueryResult {
  const wanted = filter.trim().toLowerCase();
  const holds = (row: Record<string, unknown>): boolean =>
    columns.some((column) => textOf(column, row[column.key])?.toLowerCase().includes(wanted) ?? false);
  return wanted === "" ? resultOf(table, columns) : resultOf(table.filter(asIs(holds) as never), columns);
}

/** Nothing is last, whichever way the rest is sorted; texts are in the order of the reader's language. */
function sortedBy({table, columns}: QueryResult, {column, descending}: Sorting, locale: Locale): QueryResult {
  const type = columns[column]!;
  const collator = new Intl.Collator(locale === "zh" ? "zh-CN" : "en", {numeric: true});
  const value = (row: Record<string, unknown>): unknown =>
    type.kind === "text" ? textOf(type, row[type.key]) : row[type.key];
  // Reading each value once is quicker than twice a comparison.
  const keyed = table.derive({
    sorting: asIs(value) as never,
    absent: asIs((row: Record<string, unknown>) => textOf(type, row[type.key]) === null) as never,
  });
  const order = type.kind === "text" ? collate("sorting", collator.compare) : "sorting";
  return resultOf(keyed.orderby("absent", (descending ? desc(order as never) : order) as never), columns);
}

/** Groups by a column: days in their order, others the largest first. */
function groupedBy(
  {table, columns}: QueryResult,
  {by, of, how}: Grouping,
  words: GroupWords,
  locale: Locale,
): QueryResult {
  const [group, measured] = [columns[by]!, columns[of]];
  const exact = measured !== undefined && !measured.floating && how === "sum";
  const value = (row: Record<string, unknown>): bigint | number | null => {
    if (!measured) return null;
    const given = row[measured.key];
    if (given === null || given === undefined) return null;
    // Decimals are whole numbers of their last digit, whose sum loses nothing.
    return exact ? BigInt(given as bigint) : numberOf(measured, given);
  };
  const rolled = table
    .derive({
      group: asIs((row: Record<string, unknown>) => textOf(group, row[group.key])) as never,
      value: asIs(value) as never,
    })
    .groupby("group")
    .rollup({value: how === "mean" ? op.mean("value") : op.sum("value"), rows: op.count()});
  const whole = (key: string, name: string): ResultType => ({
    key,
    name,
    kind: "number",
    floating: false,
    scale: 0,
    write: String,
  });
  const types: ResultType[] = [{...group, key: "group", write: String}];
  if (how !== "count" && measured) {
    const name = words[how].replace("{x}", measured.name);
    types.push(
      exact
        ? {
            ...whole("value", name),
            scale: measured.scale,
            write: (v) => decimal(BigInt(v as bigint), measured.scale),
          }
        : {...whole("value", name), floating: true},
    );
  }
  types.push(whole("rows", words.count));
  const sort = group.kind === "day" ? {column: 0, descending: false} : {column: 1, descending: true};
  return sortedBy(resultOf(rolled, types), sort, locale);
}

/** Columns that rows can be grouped by, with their places. */
export function groupColumns({columns}: QueryResult): (ResultColumn & {place: number})[] {
  return columns.map((column, place) => ({...column, place})).filter(({kind}) => kind !== "number");
}

/** Columns of numbers, with their places. */
export function numberColumns({columns}: QueryResult): (ResultColumn & {place: number})[] {
  return columns.map((column, place) => ({...column, place})).filter(({kind}) => kind === "number");
}
