import * as d3 from "d3";
import {brushKinds} from "../../../src/components/filter/brush.js";
import {type TableName, tableSpec} from "../../../src/components/filter/tables.js";
import {type AbcPreset, abcClasses, gridStages, type Measure, walletPlaces} from "../../../src/cubes.js";
import {definitions} from "../../cubes/cubes.js";
import type {CubeDefinition} from "../../cubes/definition.js";
import {type ToldEnds, untoldSteps} from "../../cubes/told-ends.js";
import {foldBins} from "./fold-bins.js";
import {type FilterRow, hideSmall} from "./hide-small.js";
import {type RfmTold, rfmTables} from "./rfm-told.js";
import {ToldClasses} from "./told-classes.js";
import {workedOut} from "./worked-out.js";

/** A key for those who are in no part of a chart: nobody may choose them. */
const outside = 99;

interface Values {
  system: number;
  /** The key of the first value. */
  first: number;
  table: TableName;
  names: readonly unknown[];
  nameOf: (row: FilterRow) => unknown;
}

/** Where each dimension's values are a table's cells: what isn't told there isn't under the value either. */
function valuesOf(stage: "wallet" | "grid"): Values[] {
  const stages = stage === "wallet" ? walletPlaces : gridStages;
  return [
    {system: 0, first: 300, table: "abc-over-time", names: abcClasses, nameOf: (row) => row.class},
    {system: 0, first: 400, table: `${stage}-over-time`, names: stages, nameOf: (row) => row.stage},
    {
      system: 1,
      first: 1,
      table: "scores-over-time",
      names: [1, 2, 3, 4, 5],
      nameOf: (row) => (row.axis === "r" ? row.score : null),
    },
    {system: 2, first: 1, table: "grid-over-time", names: gridStages, nameOf: (row) => row.stage},
  ];
}

export const guarding = [
  "totals-over-time",
  "abc-over-time",
  "wallet-over-time",
  "grid-over-time",
  "scores-over-time",
  ...rfmTables,
] as const;

/** What of the filters' tables may be told where small cells are not. */
export class Guard {
  readonly #classes: ToldClasses[];
  /** Values of a dimension that aren't told, by `system key as_of`. */
  readonly #hidden: Set<string>;

  /** `tables` are the rows of those in which a dimension's values are cells, by the bar's filters and the charts' parts. */
  constructor(
    private readonly smallest: number,
    private readonly primary: {preset: AbcPreset; measure: Measure},
    private readonly ends: ToldEnds,
    tables: ReadonlyMap<TableName, FilterRow[][]>,
    stage: "wallet" | "grid",
    private readonly rfm: RfmTold,
  ) {
    this.#hidden = new Set();
    this.#hidden = new Set(
      valuesOf(stage).flatMap(({system, first, table, names, nameOf}) =>
        this.told(table, tables.get(table)!, 0)
          .filter((row) => row.key === 0 && row.customers === null && names.includes(nameOf(row)))
          .map((row) => `${system} ${first + names.indexOf(nameOf(row))} ${String(row.as_of)}`),
      ),
    );
    // A value whose customers can't be told from all others is hidden throughout, or another table would tell them.
    const totals = tables.get("totals-over-time")!;
    for (const system of totals.keys())
      for (const row of this.told("totals-over-time", totals, system))
        if (row.key > 0 && row.customers === null)
          this.#hidden.add(`${system} ${row.key} ${String(row.as_of)}`);
    const classes = tables.get("abc-over-time")!;
    this.#classes = classes.map(
      (_, system) =>
        new ToldClasses(classes[0]!, this.told("abc-over-time", classes, system), primary.measure, ends),
    );
    rfm.settle((name, system) => this.told(name, tables.get(name)!, system));
  }

  /** The rows of a table under the bar's filters (0), or under the parts of a chart (from 1). */
  told(name: TableName, systems: readonly FilterRow[][], system: number): FilterRow[] {
    const own = systems[system]!;
    if (own.length === 0) return [];
    if (system === brushKinds.indexOf("pareto") + 1) return this.#toldFifths(name, systems, system);
    return this.#told(name, systems, system);
  }

  /** Fifths of the curve between which no sum may be told aren't. */
  #toldFifths(name: TableName, systems: readonly FilterRow[][], system: number): FilterRow[] {
    const own = systems[system]!.filter(({as_of}) => {
      const places = this.ends.places.get(`${String(as_of)} revenue`) ?? new Set<number>();
      const n = d3.max(places) ?? 0;
      return [1, 2, 3, 4].every((fifth) => places.has(Math.ceil((fifth * n) / 5)));
    });
    return own.length === 0 ? [] : this.#told(name, systems.with(system, own), system);
  }

  #told(name: TableName, systems: readonly FilterRow[][], system: number): FilterRow[] {
    const spec = tableSpec(name);
    const [filters, own] = [systems[0]!, systems[system]!];
    const days = new Set(own.map(({as_of}) => as_of));
    const everyone = filters.filter(({key, as_of}) => key === 0 && days.has(as_of));
    if (spec.bins) {
      const shown = own.filter(({key, as_of}) => !this.#hidden.has(`${system} ${key} ${String(as_of)}`));
      return this.#curves(name, system === 0 ? own : own.filter(({key}) => key > 0), system).filter(
        ({key, as_of}) => shown.some((row) => row.key === key && row.as_of === as_of),
      );
    }
    const isOfAll = system === 0 || everyone.length === 0;
    const all = isOfAll ? own : [...everyone, ...own.filter(({key}) => key > 0)];
    // That there is nobody, as where all are prospects, is told, and needs no second gap beside it.
    const isNobody = (row: FilterRow): boolean => spec.measures.every((measure) => !row[measure]);
    const [nobody, rows] = [all.filter(isNobody), all.filter((row) => !isNobody(row))];
    // Those in no part of the chart could be worked out like one more part.
    const others = isOfAll ? [] : othersOf(everyone, rows, spec);
    const hidden = rows.filter(({key, as_of}) => this.#hidden.has(`${system} ${key} ${String(as_of)}`));
    const untold = [
      ...others,
      ...hidden,
      ...this.#untold(name, rows),
      ...this.rfm.untold(name, rows, system),
    ];
    const counted = [...rows, ...others];
    for (;;) {
      const told = hideSmall(spec, counted, this.smallest, untold);
      const more = workedOut(spec, counted, told, this.smallest);
      if (more.length === 0) return [...told.filter(({key}) => key !== outside), ...nobody];
      untold.push(...more);
    }
  }

  #curves(name: TableName, rows: readonly FilterRow[], system: number): FilterRow[] {
    const isCoverage = name === "whale-after-cost";
    const curves = d3.group(rows, (row) => `${String(row.as_of)} ${(row.bin as number) >= 1000}`);
    return [...curves.values()].flatMap((curve) => {
      const {as_of, bin} = curve[0]!;
      const measure = (bin as number) >= 1000 ? "profit" : "revenue";
      const classes = isCoverage ? null : this.#classes[system]!.on(String(as_of), measure);
      return foldBins(curve, this.smallest, classes);
    });
  }

  /** Classes of everyone that meet where no sum may be told; and under a filter those by another order than the report's. */
  #untold(name: TableName, rows: readonly FilterRow[]): FilterRow[] {
    const {cube} = tableSpec(name);
    const {ladder} = (definitions as Record<string, CubeDefinition<never>>)[cube] ?? {};
    const ofAll = rows.filter(({key}) => key === 0);
    const {preset, measure} = this.primary;
    return [
      ...(ladder ? untoldSteps(ofAll as never[], ladder, this.ends) : []),
      ...(cube === "abc"
        ? rows.filter((r) => r.key > 0 && (r.preset !== preset || r.measure !== measure))
        : []),
    ];
  }
}

/** What is left of everyone's cells without those who are in a part of the chart. */
function othersOf(
  everyone: readonly FilterRow[],
  rows: readonly FilterRow[],
  {cells, measures}: {cells: readonly string[]; measures: readonly string[]},
): FilterRow[] {
  const nameOf = (row: FilterRow): string => JSON.stringify([row.as_of, ...cells.map((cell) => row[cell])]);
  const inChart = d3.group(
    rows.filter(({key}) => key > 0),
    nameOf,
  );
  return everyone.flatMap((row) => {
    const parts = inChart.get(nameOf(row)) ?? [];
    const left = (measure: string): number | null =>
      row[measure] === null
        ? null
        : (row[measure] as number) - d3.sum(parts, (part) => part[measure] as number | null);
    const customers = left("customers");
    if (!customers) return [];
    return [{...row, ...Object.fromEntries(measures.map((m) => [m, left(m)])), customers, key: outside}];
  });
}
