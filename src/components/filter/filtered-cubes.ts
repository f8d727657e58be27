import type {PyramidRow, RfmSegmentRow} from "../../cubes/value.js";
import {
  type CubeName,
  type Cubes,
  type GridRow,
  type KpiRow,
  type ReportCube,
  type RfmRow,
  type Score,
  type SettingRow,
  walletStages,
} from "../../cubes.js";
import {stageAt} from "../charts/stage-grid.js";
import type {CubeReader} from "../cube-files.js";
import {segmentCells} from "../segments.js";
import {classPlaces, type Filter} from "./filter.js";
import {cellsUnder, type FilterTable, type Sums} from "./filter-table.js";
import {rankedCurve} from "./ranked-curve.js";

/** The tables of filter cubes by name; each is a file per as-of date. */
export const tableNames = ["totals", "classes", "rfm", "pareto", "grid", "wallet", "metal"] as const;
export type TableName = (typeof tableNames)[number];
export type FilterTables = Partial<Record<TableName, FilterTable>>;

const metals = ["diamond", "gold", "brass", "lead"];

/** The report as it stands at a filter's date. */
function reportAt(report: ReportCube, {as_of}: Filter): ReportCube {
  if (as_of === null || as_of === report.as_of) return report;
  const from = report.window === "all" ? report.window_from : dayBefore(as_of, report.window.days - 1);
  return {...report, as_of, dates: report.dates.filter((d) => d <= as_of), window_from: from};
}

function dayBefore(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The cubes of a filter as the exhibits read them, made from the tables that are there: those at the filter's date, of
 * the primary scheme and preset. A cube whose table is not there can't be read.
 */
export function filteredCubes(
  report: ReportCube,
  settings: SettingRow[],
  tables: FilterTables,
  filter: Filter,
): CubeReader {
  const at = reportAt(report, filter);
  const singly = report.audience === "executives";
  const under = (name: TableName): Map<number, Sums> => {
    const table = tables[name];
    if (!table) throw new Error(`filters: the table ${name} is not loaded`);
    return cellsUnder(table, filter, singly);
  };
  const rows = <Row>(name: TableName, of: (cell: number, sums: Sums) => Row): (Row & Hidden)[] =>
    [...under(name)].map(([cell, sums]) => ({...of(cell, sums), suppressed: sums.customers === null}));
  /** The same with a row for each class that anyone has, so that a chart keeps its lines. */
  const classRows = <Row>(name: TableName, of: (cell: number, sums: Sums) => Row): (Row & Hidden)[] => {
    const {cell: cells, measures: columns} = tables[name]!;
    const nobody = Object.fromEntries(Object.keys(columns).map((column) => [column, 0]));
    const found = under(name);
    return [...new Set(Array.from(cells))]
      .sort((a, b) => a - b)
      .map((cell) => {
        const sums = found.get(cell) ?? nobody;
        return {...of(cell, sums), suppressed: sums.customers === null};
      });
  };
  const measures = ({customers, revenue, profit}: Sums): Money => ({
    customers: customers!,
    revenue: revenue!,
    profit: profit!,
  });
  const as_of = at.as_of;
  const cubes: Partial<{[Name in CubeName]: () => Cubes[Name]}> = {
    report: () => at,
    settings: () => settings,
    rfm: () =>
      rows("rfm", (cell, s) => ({
        scheme: at.primary_scheme,
        r: Math.floor(cell / 100) as Score,
        f: (Math.floor(cell / 10) % 10) as Score,
        m: (cell % 10) as Score,
        ...measures(s),
        orders: s.orders!,
        recency_days: s.recency_days === null || !s.customers ? null : s.recency_days! / s.customers,
      })),
    "rfm-segments": () => segmentRows(find("rfm")!, settings, as_of),
    abc: () =>
      classRows("classes", (cell, s) => ({
        as_of,
        preset: at.primary_abc_preset,
        measure: at.primary_abc_measure,
        class: classPlaces[cell - 1]!,
        ...measures(s),
        orders: s.orders!,
      })),
    "pareto-curve": () => rankedCurve(under("pareto")),
    grid: () =>
      rows("grid", (cell, s) => {
        const [personal, company] = cell === 0 ? [null, null] : [Math.floor(cell / 10), cell % 10];
        return {
          as_of,
          stage: personal === null ? "unassessed" : stageAt(personal, company!, at.grid_minimums),
          personal,
          company,
          binding: null,
          lean: null,
          ...measures(s),
          stale_customers: s.stale!,
        } as Omit<GridRow, "suppressed">;
      }),
    wallet: () =>
      classRows("wallet", (cell, s) => ({
        as_of,
        stage: walletStages[cell - 1]!,
        ...measures(s),
        category_spend: s.category_spend!,
        ours: null,
        gap: s.gap!,
      })),
    pyramid: () =>
      classRows("metal", (cell, s) => ({
        as_of,
        pyramid: "metal" as const,
        level: metals[cell - 1]!,
        ...measures(s),
        clv: s.clv!,
      })).sort((a, b) => metals.indexOf(a.level) - metals.indexOf(b.level)) as PyramidRow[],
    kpis: () => [totals(under("totals").get(0), as_of)],
  };
  const kept: Partial<Cubes> = {};
  const find = <Name extends CubeName>(name: Name): Cubes[Name] | null => {
    kept[name] ??= cubes[name]?.();
    return kept[name] ?? null;
  };
  return {
    report: at,
    find,
    has: (name) => report.exports[name],
    read: (name) => {
      const cube = find(name);
      if (cube === null) throw new Error(`filters: there is no cube ${name}`);
      return cube;
    },
  };
}

interface Hidden {
  suppressed: boolean;
}

/** Null where it is suppressed, or where the exports can't give it: the same as in the cubes. */
type Money = Pick<RfmRow, "customers" | "revenue" | "profit">;

/** The headline figures of a filter; those that a filter can't give are null. */
function totals(s: Sums | undefined, as_of: string): KpiRow {
  return {
    as_of,
    role: "now",
    customers: s?.customers ?? 0,
    active_customers: s ? s.active! : 0,
    new_customers: s ? s.new! : 0,
    orders: s?.orders ?? 0,
    revenue: s?.revenue ?? 0,
    profit: s?.profit ?? null,
    top20_share: null,
    gini: null,
    refund_only_customers: null,
    below_zero_customers: null,
    at_zero_customers: null,
  };
}

/** The named segments from the 125 cells: each cell of R and F belongs to one. */
function segmentRows(
  cells: readonly RfmRow[],
  settings: readonly SettingRow[],
  as_of: string,
): RfmSegmentRow[] {
  const segmentOf = new Map(segmentCells(settings).map(({r, f, segment}) => [`${r}${f}`, segment]));
  const found = new Map<string, RfmSegmentRow>();
  const add = (a: number | null, b: number | null): number | null =>
    a === null || b === null ? null : a + b;
  for (const c of cells) {
    const segment = segmentOf.get(`${c.r}${c.f}`)!;
    const row = found.get(segment);
    found.set(segment, {
      as_of,
      segment,
      customers: row ? add(row.customers, c.customers) : c.customers,
      orders: row ? add(row.orders, c.orders) : c.orders,
      revenue: row ? add(row.revenue, c.revenue) : c.revenue,
      profit: row ? add(row.profit, c.profit) : c.profit,
      suppressed: (row?.suppressed ?? false) || c.suppressed,
    });
  }
  return [...found.values()];
}
