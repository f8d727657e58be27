import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {type CubeReader, openCubes} from "../../src/components/cube-files.js";
import type {FigureSpec, KeyFigure} from "../../src/components/figures/key-figure.js";
import {figureRows} from "../../src/components/figures/key-figure-rows.js";
import {figureBody} from "../../src/components/figures/key-figures.js";
import {brushOf} from "../../src/components/filter/brush.js";
import {type Filter, noFilter} from "../../src/components/filter/filter.js";
import {type FilterTables, filteredCubes} from "../../src/components/filter/filtered-cubes.js";
import {liveKeyFigures} from "../../src/components/filter/live-figures/key-figures.js";
import {type TableName, tableSpec, tablesFor} from "../../src/components/filter/tables.js";
import type {Published} from "../warehouse/published.js";
import {readFilterTable} from "./filter-files.js";
import {audiences, publishedSamples, siteOf} from "./sample-sites.js";

const reports = await publishedSamples();

/** The cubes of a filter from some tables. */
function cubesUnder(published: Published, filter: Filter, names: readonly TableName[]): CubeReader {
  const report = published.cube("report");
  const folder = join(published.directory, "files", "filters");
  const tables: FilterTables = Object.fromEntries(
    names.map((name) => [
      name,
      readFilterTable(folder, name, filter.as_of ?? report.as_of, filter.brush?.on ?? null),
    ]),
  );
  return filteredCubes(report, published.cube("settings"), tables, filter)(names);
}

const hasPast = ({tables}: FigureSpec): boolean => tables.every((name) => tableSpec(name).dates === "all");

/** Those that filters can give. */
const live = Object.values(liveKeyFigures).filter(({tables}) => tables.length > 0);

/** Those estimated from bins of money, and how near they are. */
const near: Readonly<Record<string, number>> = {"top20-share": 0.0035, gini: 0.01};

describe("the headline figures of the pages that can be filtered", () => {
  it("are all known to filters", () => {
    const site = siteOf(openCubes(reports.get("analysts")!.directory));
    const pages = [
      "overview",
      "pareto",
      "rfm",
      "lifetime",
      "pyramid",
      "relationship",
      "wallet",
      "movement",
      "warnings",
      "service",
      "methods",
      "coverage",
      "budget",
    ];
    const shown = pages.flatMap((page) => figureRows[page]!(site).map(({id}) => id));
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.filter((id) => !liveKeyFigures[id])).toEqual([]);
    expect(shown.filter((id) => liveKeyFigures[id]!.tables.length === 0)).toEqual([
      "precision",
      "rank-correlation",
    ]);
  });

  it.each(live)("$id is under no filter what the page shows", (spec) => {
    const published = reports.get("analysts")!;
    const there = spec.figure(siteOf(openCubes(published.directory)))!;
    const here = spec.figure(siteOf(cubesUnder(published, noFilter, spec.tables)))!;
    const off = near[spec.id];
    if (off !== undefined) {
      expect(here.series.length).toBe(there.series.length);
      for (const [i, {as_of, value}] of here.series.entries()) {
        expect(as_of).toBe(there.series[i]!.as_of);
        expect(Math.abs(value! - there.series[i]!.value!)).toBeLessThan(off);
      }
      return;
    }
    expect(here.value).toBe(there.value);
    if (!hasPast(spec)) return;
    expect(here.changes).toEqual(there.changes);
    // Churn under filters begins a year later, with the first date of which the classes a year before are known.
    if (spec.id === "churn") return;
    const site = siteOf({report: published.cube("report")} as CubeReader);
    expect(figureBody(here, site).text).toBe(figureBody(there, site).text);
  });

  it("tell the same value from the smaller tables that come first", () => {
    const published = reports.get("analysts")!;
    const filter = {...noFilter, region: 0, class: 1};
    const early = live.filter(({now}) => now);
    expect(early.map(({id}) => id)).toContain("active-customers");
    const values = early.map(({id, now, tables, figure}) => [
      id,
      figure(siteOf(cubesUnder(published, filter, now!)))?.value,
      figure(siteOf(cubesUnder(published, filter, tables)))?.value,
    ]);
    for (const [id, first, whole] of values) expect([id, first]).toEqual([id, whole]);
    // Nothing is due to class A among those of class B.
    expect(values.filter(([, first]) => first === undefined)).toEqual([
      ["compliance-a", undefined, undefined],
    ]);
  });
});

/** Filters that leave many, few and none, at the newest date and before. */
const choices: Filter[] = [
  {...noFilter, region: 0},
  {...noFilter, class: 3},
  {...noFilter, class: 1, as_of: "2024-06-30"},
  ...["rfm", "grid", "pareto"].map((on) => ({
    ...noFilter,
    brush: brushOf(on as "rfm", on === "rfm" ? [555] : on === "grid" ? [0] : [1, 2])!,
  })),
];

describe("a headline figure under a filter", () => {
  it.each(audiences)("is told to %s without a fault, of many, few and none", (audience) => {
    const published = reports.get(audience)!;
    const kept = new Set(tablesFor(audience));
    const known = live.filter(({tables}) => tables.every((name) => kept.has(name)));
    const faults = known.flatMap((spec) =>
      choices
        .filter(({as_of}) => !as_of || spec.tables.every((name) => tableSpec(name).dates !== "newest"))
        .flatMap((filter) =>
          (["en", "zh"] as const).flatMap((locale) => {
            const site = siteOf(cubesUnder(published, filter, spec.tables), locale);
            const made = spec.figure(site);
            const text = made ? figureBody(made, site).text : "";
            const odd = /.{0,60}(NaN|Infinity|undefined|\bnull\b).{0,20}/.exec(text)?.[0];
            return odd ? [`${spec.id} ${JSON.stringify(filter)}: ${odd}`] : [];
          }),
        ),
    );
    expect(faults).toEqual([]);
  });

  it("tells nobody as nought", () => {
    const published = reports.get("analysts")!;
    const nobody = {...noFilter, class: 3};
    const value = (id: string): string | undefined => {
      const spec = liveKeyFigures[id]!;
      return spec.figure(siteOf(cubesUnder(published, nobody, spec.tables)))?.value;
    };
    expect(
      [
        "customers",
        "orders",
        "person",
        "grid-high",
        "alive",
        "below-zero",
        "alerts",
        "diamonds",
        "moved-up",
        "complaints",
      ].map(value),
    ).toEqual(["0", "0", "0", "0", "0", "0", "0", "0", "0", "0"]);
    expect([value("churn"), value("top20-share"), value("diamond-share")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("names what it is compared with by its day, where that is no quarter ago to the day", () => {
    const published = reports.get("analysts")!;
    const report = {...published.cube("report"), as_of: "2026-01-15"};
    const rows = [
      {as_of: "2026-01-15", role: "now", customers: 12},
      {as_of: "2025-12-31", role: "quarter_ago", customers: 10},
    ];
    const cubes = {report, read: () => rows} as unknown as CubeReader;
    const made = liveKeyFigures.customers!.figure(siteOf(cubes)) as KeyFigure;
    expect(
      made.changes.map(({since, missing, change}) => (change ? `${change.text} ${since}` : missing)),
    ).toEqual(["up 2 since 31 Dec 2025", "no figure for a year ago"]);
  });
});
