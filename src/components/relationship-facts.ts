import type {GridRow, Lean} from "../cubes/relationship.js";
import type {Locale} from "../cubes.js";
import {count} from "./formats.js";

/** Counts and money of several cells; `partly` where some cells are suppressed. */
export interface Told {
  /** The least where `partly`; null where no cell tells it. */
  customers: number | null;
  /** Null where `partly`: cells that are left out may bring any amount, and lose some too. */
  revenue: number | null;
  profit: number | null;
  partly: boolean;
}

type Cell = Pick<GridRow, "customers" | "revenue" | "suppressed"> & {profit?: number | null};

/** The sum of the cells that are told; nothing but zeros where there are no cells. */
export function told(cells: readonly Cell[]): Told {
  const shown = cells.filter((c) => !c.suppressed);
  const hidden = shown.length < cells.length;
  const sum = (of: "customers" | "revenue" | "profit"): number | null => {
    if (hidden && (of !== "customers" || shown.length === 0)) return null;
    return shown.reduce<number | null>((s, c) => (s === null || c[of] == null ? null : s + c[of]), 0);
  };
  return {customers: sum("customers"), revenue: sum("revenue"), profit: sum("profit"), partly: hidden};
}

/** The squares of a date whose accounts are assessed. */
export function assessedAt(rows: readonly GridRow[], as_of: string): GridRow[] {
  return rows.filter((r) => r.as_of === as_of && r.stage !== "unassessed");
}

/** Counts and money of the accounts that lean a way at a date. */
export function leaning(rows: readonly GridRow[], as_of: string, lean: Lean): Told {
  return told(assessedAt(rows, as_of).filter((r) => r.lean === lean));
}

/** A number as it may be told: "at least 12" where smaller cells are left out. */
export function atLeast(n: number, partly: boolean, locale: Locale): string {
  const text = count(n, locale);
  return partly ? (locale === "zh" ? `至少${text}` : `at least ${text}`) : text;
}

/** How many of all a list shows, for its caption: ": 20 of 142"; nothing where it shows all. */
export function someOf(shown: number, all: number, locale: Locale): string {
  if (shown >= all) return "";
  return locale === "zh"
    ? `：${count(all, locale)}位中的${count(shown, locale)}位`
    : `: ${count(shown, locale)} of ${count(all, locale)}`;
}
