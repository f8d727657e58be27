import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {movesTable} from "../../src/components/exhibits/movement/moves-tables.js";
import {isKnown, knownDays, movesOfColumns} from "../../src/components/exhibits/movement/pairs.js";
import {regressionRatesExhibit} from "../../src/components/exhibits/movement/regression-rates.js";
import {movesOf} from "../../src/components/exhibits/movement/told.js";
import {type Filter, noFilter} from "../../src/components/filter/filter.js";
import {filteredCubes} from "../../src/components/filter/filtered-cubes.js";
import {liveFigures} from "../../src/components/filter/live-figures/all.js";
import type {TableName} from "../../src/components/filter/tables.js";
import {drawingDocument, type Site} from "../../src/components/site.js";
import {movementModels} from "../../src/cubes/movement.js";
import {type Published, Workshop} from "../warehouse/published.js";
import {publishSample} from "../warehouse/sample-folder.js";
import {readFilterTable} from "./filter-files.js";

let workshop: Workshop;
let published: Published;

beforeAll(async () => {
  workshop = new Workshop();
  published = await publishSample();
});
afterAll(() => workshop.remove());

const folder = (): string => join(published.directory, "files", "filters");

/** The moves that one table tells under a filter. */
function movesUnder(name: TableName, filter: Filter = noFilter) {
  const report = published.cube("report");
  const table = readFilterTable(folder(), name, report.as_of, null);
  const cubes = filteredCubes(report, published.cube("settings"), {[name]: table}, filter)([name]);
  return movesOf({cubes} as Site);
}

describe("the moves of a filter", () => {
  it.each(movementModels)(
    "of %s stand in a table of their own, and are the page's without a filter",
    (model) => {
      const all = movesOfColumns(published.cube("class-movement-pairs"));
      const own = movesUnder(movesTable[model]);
      const known = knownDays(published.cube("report"));
      expect(own.pairs).toEqual(all.pairs.filter((pair) => pair.model === model && isKnown(pair, known)));
      expect(own.pairs).toHaveLength(2);
      const cell = ({from_class, to_class}: {from_class: string; to_class: string}) =>
        `${from_class} ${to_class}`;
      for (const pair of own.pairs) {
        const sorted = (moves: typeof all) =>
          [...moves.of(pair)].sort((a, b) => (cell(a) < cell(b) ? -1 : 1));
        expect(sorted(own).map(({as_of: _, ...row}: object & {as_of?: string}) => row)).toEqual(sorted(all));
      }
    },
  );

  it("are counted by their ways in a table of all models, under any choice as in the model's own", () => {
    for (const filter of [noFilter, {...noFilter, region: 0}, {...noFilter, class: 0, stage: 3}]) {
      const ways = movesUnder("movement-ways", filter);
      expect(new Set(ways.pairs.map(({model}) => model))).toEqual(new Set(movementModels));
      for (const pair of ways.pairs) {
        const own = movesUnder(movesTable[pair.model], filter);
        for (const direction of ["up", "down"] as const) {
          const {customers, exact, revenue_before, revenue_after} = own.went(pair, direction);
          expect(ways.went(pair, direction)).toMatchObject({customers, exact, revenue_before, revenue_after});
        }
      }
    }
  });

  it("are fetched of the model that a figure shows, and of no other", () => {
    const report = published.cube("report");
    const document = drawingDocument();
    const tablesOf = (site: object) =>
      Object.fromEntries(
        Object.entries(liveFigures({cubes: {report}, document, ...site} as Site))
          .filter(([id]) => /^moves|^regressed-money$/.test(id))
          .map(([id, {tables}]) => [id, tables.join()]),
      );
    const folded = Object.fromEntries(
      movementModels.map((model) => [`moves-${model.replace("_", "-")}`, movesTable[model]]),
    );
    expect(tablesOf({})).toEqual({moves: "moves-grid-stage", "regressed-money": "movement-ways", ...folded});
    const exports = {...report.exports, relationships: false, wallets: false};
    expect(tablesOf({cubes: {report: {...report, exports}}}).moves).toBe("moves-metal");
    document.body.innerHTML = `<form class="moves-chooser">${[
      ["model", "abc"],
      ["from", knownDays(report).from[1]!],
      ["to", report.as_of],
    ]
      .map(([name, value]) => `<select name="${name}"><option>${value}</option></select>`)
      .join("")}</form>`;
    expect(tablesOf({}).moves).toBe("moves-abc");
  });
});

describe("how often stages regress at a past date", () => {
  it("speaks of a filter only where one is set beside the date", () => {
    const report = published.cube("report");
    const at = (filter: Filter, locale: "en" | "zh" = "en"): string => {
      const table = readFilterTable(folder(), "stage-regressions", report.as_of, null);
      const tables = {"stage-regressions": table};
      const cubes = filteredCubes(report, published.cube("settings"), tables, filter)(["stage-regressions"]);
      const site = {cubes, locale, document: drawingDocument()};
      return regressionRatesExhibit(site, ["grid_stage", "year"]).says;
    };
    const dated = {...noFilter, as_of: report.dates.at(-2)!};
    expect(at(dated)).toMatch(/%\. Whether higher stages regress less is tested at the newest date only\.$/);
    expect(at(dated, "zh")).toMatch(/%；趋势只按最新截止日检验。$/);
    expect(at({...dated, class: 0})).toMatch(/%\. The filter picks accounts/);
    expect(at({...noFilter, class: 0})).toMatch(/%\. The filter picks accounts/);
  });
});
