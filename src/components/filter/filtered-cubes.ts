import type {ConcentrationRow} from "../../cubes/value.js";
import type {CubeName, Cubes, KpiRow, ReportCube, SettingRow} from "../../cubes.js";
import type {CubeReader} from "../cube-files.js";
import {touchpointPlan} from "../touchpoint-plan.js";
import {acceptedKeys} from "./accepted-keys.js";
import {coverageRows} from "./coverage-rows.js";
import {type Filter, isSet} from "./filter.js";
import {type CellSums, cellsUnder, type FilterTable} from "./filter-table.js";
import {kpiRows, withConcentration} from "./kpi-rows.js";
import {methodsRows} from "./methods-rows.js";
import {relationshipRows} from "./relationship-rows.js";
import {serviceRows} from "./service-rows.js";
import {type TableName, tableSpec} from "./tables.js";
import {valueRows} from "./value-rows.js";

export type FilterTables = Partial<Record<TableName, FilterTable>>;

/** The cubes of a filter as exhibits read them, each from the table among those given that is of it. */
export type FilteredCubes = (names: readonly TableName[]) => CubeReader;

/** The report as it stands at a filter's date. */
function reportAt(report: ReportCube, {as_of}: Filter): ReportCube {
  if (as_of === null || as_of === report.as_of) return report;
  const from = report.window === "all" ? report.window_from : dayBefore(as_of, report.window.days - 1);
  return {...report, as_of, dates: report.dates.filter((d) => d <= as_of), window_from: from};
}

function dayBefore(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** A row of a cube before it is finished: its cells and sums. */
export type FilteredRow = {as_of: string; suppressed: boolean} & Record<string, number | null>;

/** Makes a cube's rows of a table's cells under a filter, and of the rows that they make up to the report's date. */
export type Finish = (
  found: readonly CellSums[],
  rows: readonly FilteredRow[],
  at: ReportCube,
  settings: readonly SettingRow[],
) => readonly unknown[];

/** What a table's rows need beside their cells and sums. */
const finished: Partial<Record<TableName, Finish>> = {
  totals: (_, rows, at) => kpiRows(rows, at),
  "totals-over-time": (_, rows, at) => kpiRows(rows, at),
  ...valueRows,
  ...relationshipRows,
  ...methodsRows,
  ...serviceRows,
  ...coverageRows,
};

/**
 * The cubes of a filter, made from the tables that are there: those at the filter's date, of the primary scheme and
 * preset. A cube none of whose tables is asked for can't be read.
 */
export function filteredCubes(
  report: ReportCube,
  settings: SettingRow[],
  tables: FilterTables,
  filter: Filter,
): FilteredCubes {
  const at = reportAt(report, filter);
  const made = new Map<TableName, readonly unknown[]>();
  const foundIn = (name: TableName): CellSums[] => {
    const table = tables[name];
    if (!table) throw new Error(`filters: the table ${name} is not loaded`);
    return cellsUnder(table, acceptedKeys(filter, report), tableSpec(name).zeros);
  };
  const rowsOf = (name: TableName): readonly unknown[] => {
    const known = made.get(name);
    if (known) return known;
    const found = foundIn(name);
    const rows = found
      .map(
        ({cell, sums}) =>
          ({as_of: at.as_of, ...cell, ...sums, suppressed: sums.customers === null}) as FilteredRow,
      )
      .filter((row) => row.as_of <= at.as_of);
    const rest = finished[name]?.(found, rows, at, settings) ?? rows;
    made.set(name, rest);
    return rest;
  };
  let joined: KpiRow[] | undefined;
  const concentrated = (name: TableName): KpiRow[] => {
    joined ??= withConcentration(
      rowsOf(name) as KpiRow[],
      rowsOf("concentration") as ConcentrationRow[],
      foundIn("concentration"),
      at,
    );
    return joined;
  };
  return (names) => {
    const find = <Name extends CubeName>(cube: Name): Cubes[Name] | null => {
      if (cube === "report") return at as Cubes[Name];
      if (cube === "settings") return settings as Cubes[Name];
      // Wholes are read by many a figure; their table goes with every page.
      const name = [...names, "totals" as const].find((n) => tableSpec(n).cube === cube);
      if (cube === "kpis" && name && names.includes("concentration"))
        return concentrated(name) as Cubes[Name];
      if (name) return (tableSpec(name).single ? rowsOf(name)[0] : rowsOf(name)) as Cubes[Name];
      if (cube === "touchpoint-plan") return touchpointPlan(settings) as Cubes[Name];
      return null;
    };
    return {
      report: at,
      find,
      has: (name) => report.exports[name],
      dateAlone: filter.as_of !== null && !isSet({...filter, as_of: null}),
      read: (cube) => {
        const rows = find(cube);
        if (rows === null) throw new Error(`filters: there is no cube ${cube} among ${names.join(", ")}`);
        return rows;
      },
    };
  };
}
