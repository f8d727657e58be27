import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {drawBlock} from "../../src/components/blocks.js";
import {toElement} from "../../src/components/charts/shape.js";
import type {Exhibit} from "../../src/components/exhibits/exhibit.js";
import {type Filter, noFilter} from "../../src/components/filter/filter.js";
import type {CellValue, FilterTable} from "../../src/components/filter/filter-table.js";
import {type FilterTables, filteredCubes} from "../../src/components/filter/filtered-cubes.js";
import {liveFigures} from "../../src/components/filter/live-figures/all.js";
import type {LiveFigure} from "../../src/components/filter/live-figures/live-figure.js";
import {movementFigures} from "../../src/components/filter/live-figures/movement.js";
import {relationshipFigures} from "../../src/components/filter/live-figures/relationship.js";
import {stageFigures} from "../../src/components/filter/live-figures/stages.js";
import {warningFigures} from "../../src/components/filter/live-figures/warning.js";
import {type TableName, tableNames, tableSpec} from "../../src/components/filter/tables.js";
import type {Site} from "../../src/components/site.js";
import type {CubeName, Cubes, Locale} from "../../src/cubes.js";
import {fixtureCubes} from "./fixtures/cubes.js";

type Row = Record<string, CellValue>;
type Known = keyof typeof audiences;

/** Regions by place: everyone's customers, one customer in the first cell, customers too few to be shown, and nobody. */
const regions = {everyone: 0, one: 1, hidden: 2, nobody: 3} as const;
type Region = keyof typeof regions;

const audiences = {analysts: fixtureCubes("analysts"), executives: fixtureCubes("executives")};

/** Moves of the pyramid and the segments, which have tables like those of the cube's own models. */
function otherMoves({movement, report}: Cubes): Row[] {
  return movement
    .filter((row) => row.thresholds === "recomputed")
    .map((row) => ({...row, as_of: report.as_of, direction: "same", revenue_before: 2, revenue_after: 1}));
}

/** A cube's row with the columns that only its table has. */
const spelled = (row: Row, as_of: string): Row => ({
  as_of,
  ...row,
  gap_part: row.part ?? null,
  met: true,
  senior: true,
  gone: true,
});

/** A table of the four regions: what the cube tells stands in the first. */
function tableOf(name: TableName, audience: Known): FilterTable {
  const all = audiences[audience];
  const {cube, cells, measures, dates, variables} = tableSpec(name);
  const told = [
    ...(all[cube as CubeName] as unknown as Row[]),
    ...(cube === "class-movement" ? otherMoves(all) : []),
  ]
    .filter((row) => cube !== "class-movement" || row.model === variables?.filter_model)
    .map((row) => spelled(row, all.report.as_of))
    .filter((row) => dates === "all" || row.as_of === all.report.as_of)
    .filter((row) => cube !== "kpis" || row.role === "now" || row.role === "quarter_end");
  const columns = dates === "all" ? ["as_of", ...cells] : cells;
  const seen = new Set<string>();
  const rows = told.filter((row) => {
    const cell = JSON.stringify(columns.map((column) => row[column] ?? null));
    return !seen.has(cell) && seen.add(cell);
  });
  const keyOf = (region: Region): number =>
    audience === "executives" ? 100 + regions[region] : regions[region] * 9 * 5 * 7;
  const number = (value: CellValue | undefined): number | null => (typeof value === "number" ? value : null);
  const lines = [
    ...rows.map((row) => ({row, region: "everyone" as const, of: (m: string) => number(row[m] ?? 7)})),
    ...rows.slice(0, 1).map((row) => ({row, region: "one" as const, of: () => 1})),
    ...rows.map((row) => ({row, region: "hidden" as const, of: () => null})),
  ];
  return {
    key: lines.map(({region}) => keyOf(region)),
    cells: Object.fromEntries(columns.map((column) => [column, lines.map(({row}) => row[column] ?? null)])),
    measures: Object.fromEntries(measures.map((m) => [m, lines.map(({of}) => of(m))])),
  };
}

const {document} = new JSDOM("").window;

const figures = Object.fromEntries(
  Object.entries(audiences).map(([audience, {report}]) => [
    audience,
    {
      ...stageFigures(),
      ...relationshipFigures(),
      ...warningFigures(),
      ...movementFigures({document, locale: "en", cubes: {report}} as Site),
    },
  ]),
) as Record<Known, Record<string, LiveFigure>>;

const made: Partial<Record<string, FilterTables>> = {};

function tablesOf(audience: Known): FilterTables {
  made[audience] ??= Object.fromEntries(
    tableNames
      .filter((name) => tableSpec(name).cube in audiences[audience] && !tableSpec(name).bins)
      .filter((name) => Object.values(figures[audience]).some(({tables}) => tables.includes(name)))
      .map((name) => [name, tableOf(name, audience)]),
  );
  return made[audience]!;
}

/** A figure as a page shows it for the customers of a region. */
function exhibitOf(
  id: string,
  region: Region,
  audience: Known = "analysts",
  locale: Locale = "en",
): {exhibit: Exhibit; drawn: string[]} {
  const {report, settings} = audiences[audience] as Cubes;
  const filter: Filter = {...noFilter, region: regions[region]};
  const {tables, exhibit} = figures[audience][id]!;
  const cubes = filteredCubes(report, settings, tablesOf(audience), filter)(tables);
  const one = exhibit({cubes, locale, document}, null);
  const drawn = [1080, 343].map((width) => {
    const svg = one.draw({document, width, locale, id: `${id}-${width}`, label: one.says, report});
    return ("tag" in svg ? toElement(svg, document) : svg).outerHTML;
  });
  return {exhibit: one, drawn};
}

const says = (id: string, region: Region, audience: Known = "analysts"): string =>
  exhibitOf(id, region, audience).exhibit.says;

const broken = /NaN|undefined|Infinity|\bnull\b|\[object/;

describe.each(["analysts", "executives"] as const)(
  "the figures that answer to filters, for %s",
  (audience) => {
    it.each(Object.keys(figures[audience]))("draw %s of anyone, of one, of too few and of nobody", (id) => {
      for (const locale of ["en", "zh"] as const)
        for (const region of Object.keys(regions) as Region[]) {
          const {exhibit, drawn} = exhibitOf(id, region, audience, locale);
          expect(exhibit.id).toBe(id);
          for (const text of [exhibit.title, exhibit.subtitle, exhibit.says, exhibit.twin.text, ...drawn])
            expect(text.match(broken)?.[0], `${region} ${locale}: ${text.slice(0, 200)}`).toBe(undefined);
        }
    });
  },
);

describe("their sentences", () => {
  const nobody: [string, string][] = [
    ["lean", "No assessed account is person-dependent."],
    ["assessment-ages", "No account is assessed."],
    ["wallet", "There is no wallet gap to show."],
    ["wallet-gap-region", "There is no gap."],
    ["wallet-ages", "There is no wallet figure."],
    ["contact-pattern", "There are too few contacts to compare the stages."],
    ["alerts-by-signal", "No account shows any sign."],
    ["customer-types", "There is no customer."],
    ["churn", "Nobody had an order in the year before."],
    ["moves", "Nobody regressed from 31 Dec 2024 to 31 Dec 2025."],
    ["regressed-money", "Nobody regressed in any model."],
    [
      "regression-rates-grid-stage-year",
      "Nobody was looked at again within an interval, so no stage could fall.",
    ],
  ];
  it.each(nobody)("say of nobody what is so: %s", (id, sentence) => {
    expect(says(id, "nobody")).toBe(sentence);
  });

  it("leave out of the gap what the filter leaves without a customer, in drawing and table alike", () => {
    const {exhibit, drawn} = exhibitOf("wallet-gap-abc", "one");
    expect(exhibit.twin.text.match(/<tbody>.*<\/tbody>/s)![0].match(/<tr/g)).toHaveLength(1);
    for (const text of [...drawn, exhibit.twin.text]) expect(text).not.toMatch(/Class [BC]/);
    expect(exhibitOf("wallet-gap-region", "nobody").exhibit.twin.text).not.toMatch(/<tbody>.*<tr/s);
  });

  const one: [string, string][] = [
    [
      "grid",
      "The squares shown hold 1 assessed account; 0 more are not assessed; 1 assessment is older than 180 days.",
    ],
    [
      "assessment-ages",
      "1 account was last assessed more than 180 days ago, 100% of those assessed: where they stand now is not known.",
    ],
    ["wallet-ages", "1 of 1 figure is up to 180 days old; ¥0 of the gap rests on older ones."],
    ["wallet-gap-abc", "The whole gap is that of “Class A”: ¥0.0100, at 1 account."],
    ["alerts-by-signal", "The most frequent sign is “silent beyond its own rhythm”, shown by 1 customer."],
    [
      "regression-rates-grid-stage-quarter",
      "1 of 1 observation fell, 100%. The filter picks accounts by what they were at the start of each interval; whether higher stages regress less is tested for all customers only.",
    ],
  ];
  it.each(one)("say of one in the singular: %s", (id, sentence) => {
    expect(says(id, "one")).toBe(sentence);
  });

  const hidden: [string, string][] = [
    ["assessment-ages", "Too few accounts to be shown."],
    ["wallet-gap-industry", "There is no gap that can be shown."],
    ["wallet-ages", "Too few accounts have a figure for them to be shown."],
    ["stage-cross", "Some cells hold too few accounts and are suppressed."],
    ["grid-over-time", "Too little can be shown to tell a change."],
    ["alerts-by-signal", "Too few customers show any one sign for the numbers to be shown."],
  ];
  it.each(hidden)("don’t take what is suppressed for nothing: %s", (id, sentence) => {
    expect(says(id, "hidden", "executives")).toBe(sentence);
  });

  it("are, of everyone, those of the page", () => {
    const {report} = audiences.analysts;
    const cubes = {
      report,
      has: () => true,
      find: (name: CubeName) => audiences.analysts[name],
      read: (name: CubeName) => audiences.analysts[name],
    } as Site["cubes"];
    for (const id of [
      "lean",
      "lean-by-stage",
      "assessment-ages",
      "stage-cross",
      "wallet-gap-region",
      "alerts-over-time",
    ])
      expect(says(id, "everyone")).toBe(
        figures.analysts[id]!.exhibit({cubes, locale: "en", document}, null).says,
      );
  });
});

it("leave executives without a bar where none of them answers to one filter by itself", () => {
  const bar = (audience: Known): string => {
    const {report} = audiences[audience];
    const cubes = {
      report,
      has: () => true,
      find: () => null,
      read: (name: CubeName) => audiences[audience][name],
    };
    return drawBlock("filters combined", {cubes: cubes as unknown as Site["cubes"], locale: "en", document})
      .text;
  };
  expect(bar("executives")).toBe("");
  expect(bar("analysts")).toContain("<form");
  const site = {document, cubes: {report: audiences.executives.report}} as Site;
  const told = liveFigures(site);
  expect(Object.keys(movementFigures(site)).filter((id) => id in told)).toEqual([]);
});

describe("contacts and churn, whose cells are told apart", () => {
  it("give means over those who were met, and shares of all", () => {
    const table: FilterTable = {
      key: [0, 0, 0],
      cells: {
        stage: ["stable", "stable", "stable"],
        met: [true, true, false],
        senior: [true, false, false],
      },
      measures: {customers: [2, 3, 5], departments: [8, 3, 0], people: [10, 5, 0]},
    };
    const {report, settings} = audiences.analysts;
    const rows = filteredCubes(
      report,
      settings,
      {"contact-pattern": table},
      noFilter,
    )(["contact-pattern"]).read("contact-pattern");
    expect(rows).toEqual([
      {
        stage: "stable",
        customers: 10,
        met_customers: 5,
        departments: 2.2,
        people: 3,
        senior_customers: 2,
        suppressed: false,
      },
    ]);
  });

  it("tell neither side where one is too small", () => {
    const table: FilterTable = {
      key: [0, 0, 0, 0],
      cells: {
        as_of: ["2025-09-30", "2025-09-30", "2025-12-31", "2025-12-31"],
        gone: [true, false, true, false],
      },
      measures: {customers: [null, null, 6, 14], revenue: [null, null, 100, 900]},
    };
    const {report, settings} = audiences.executives;
    const rows = filteredCubes(report, settings, {churn: table}, noFilter)(["churn"]).read("churn");
    expect(rows).toEqual([
      {as_of: "2025-12-31", customers: 20, revenue: 1000, lost: 6, revenue_lost: 100, keeping_cost: null},
    ]);
  });
});
