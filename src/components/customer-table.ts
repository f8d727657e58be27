import type {Locale} from "../cubes.js";
import {customerLink} from "./customer-link.js";
import type {Html} from "./html.js";
import {type Column, type ListOf, table} from "./tables.js";
import {label} from "./terms.js";

/** A column of a list of customers: its head, and what it tells of a row. */
interface CustomerColumn<Row> extends Column {
  cell: (row: Row) => Html | string;
}

/**
 * A list of customers by name, a row each: the customer's id as a link to its page, its name, and the columns given. With
 * `list` it answers to filters.
 */
export function customerTable<Row extends {customer_id: string; name: string | null}>(
  caption: string,
  columns: readonly CustomerColumn<Row>[],
  rows: readonly Row[],
  locale: Locale,
  list: ListOf | null = null,
): Html {
  return table(
    caption,
    [{head: label("customer", locale)}, {head: label("name", locale)}, ...columns],
    rows.map((row) => ({
      cells: [customerLink(row.customer_id), row.name ?? "–", ...columns.map(({cell}) => cell(row))],
    })),
    list,
  );
}
