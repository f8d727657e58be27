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
 * A list of customers by name, a row each: the customer's id as a link to its page, its name where any of them has one,
 * and the columns given. With `list` it answers to filters.
 */
export function customerTable<Row extends {customer_id: string; name: string | null}>(
  caption: string,
  columns: readonly CustomerColumn<Row>[],
  rows: readonly Row[],
  locale: Locale,
  list: ListOf | null = null,
): Html {
  const named = rows.some(({name}) => name !== null);
  // Without names what the rows stand by comes right after the ids.
  const shown = named ? columns : [...columns.filter((c) => c.ranks), ...columns.filter((c) => !c.ranks)];
  return table(
    caption,
    [{head: label("customer", locale)}, ...(named ? [{head: label("name", locale)}] : []), ...shown],
    rows.map((row) => ({
      cells: [
        customerLink(row.customer_id),
        ...(named ? [row.name ?? "–"] : []),
        ...shown.map(({cell}) => cell(row)),
      ],
    })),
    list,
  );
}
