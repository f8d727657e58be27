import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {checkModel, checkPage} from "../../loaders/own/check-definition.js";
import {columnOf, nameProblem} from "../../loaders/own/names.js";
import {chartProblem} from "../../src/components/own/chart-columns.js";

const words = {en: "Words", zh: "词"};
const page = {
  title: words,
  about: words,
  audiences: ["analysts"],
  columns: {
    region: {kind: "text", label: words},
    customers: {kind: "count", label: words},
    spent: {kind: "money", label: words},
  },
  chart: ["bars", "region", "spent"],
};
const model = {title: words, about: words, audiences: ["analysts"], classes: {up: words, down: words}};
const check = (changes: object): unknown => checkPage("p.ts", {...page, ...changes});

describe("an own page's definition", () => {
  it("is taken as it is where it says all that a page needs", () => {
    expect(check({})).toEqual(page);
    expect(check({audiences: ["executives"]})).toEqual({...page, audiences: ["executives"]});
  });
  const column = (of: object): object => ({columns: {...page.columns, more: of}});
  const slips: [string, object, string][] = [
    [
      "an unknown kind",
      column({kind: "cash", label: words}),
      'p.ts: columns.more.kind "cash": must be one of text, day',
    ],
    [
      "a label in one language",
      column({kind: "text", label: {en: "x"}}),
      "p.ts: columns.more.label.zh: is missing",
    ],
    [
      "a label that is empty",
      column({kind: "text", label: {en: "x", zh: ""}}),
      "p.ts: columns.more.label.zh: is empty",
    ],
    [
      "a column in capitals",
      {columns: {Region: {kind: "text", label: words}}},
      "p.ts: columns.Region: write the name",
    ],
    [
      "an unknown audience",
      {audiences: ["everyone"]},
      'p.ts: audiences.0 "everyone": must be one of executives',
    ],
    ["nobody to see it", {audiences: []}, "p.ts: audiences: is empty"],
    [
      "a chart of a column that isn't there",
      {chart: ["bars", "place", "spent"]},
      "p.ts: chart: there is no column place",
    ],
    ["a chart that doesn't exist", {chart: ["pie", "region", "spent"]}, "must be one of bars, lines, matrix"],
    ["a key that doesn't exist", {titel: words}, "p.ts: has no key titel"],
    [
      "names for executives",
      {audiences: ["executives"], ...column({kind: "name", label: words})},
      "p.ts: columns.more: a page for executives has no ids and no names",
    ],
    [
      "no count of customers for executives",
      {audiences: ["executives"], columns: {region: page.columns.region, spent: page.columns.spent}},
      "p.ts: audiences: for executives the query needs a column customers",
    ],
  ];
  for (const [slip, changes, said] of slips)
    it(`is refused with its file and key for ${slip}`, () => expect(() => check(changes)).toThrow(said));
  it("is refused where the file exports none", () =>
    expect(() => checkPage("p.ts", undefined)).toThrow(
      "p.ts: exports no definition: write export default definePage",
    ));
});

describe("a definition that can't be read", () => {
  const discover = new URL("../../loaders/own/discover.ts", import.meta.url).href;
  const slips: [string, string, RegExp][] = [
    [
      "is told with the place of a typo",
      'const x = 1;\n\nexport default ({x,\n  title: {en: "x", zh: "y"\n});\n',
      /^UserError loaders\/own\/pages\/mine\.ts:5:2: can't be loaded: Expected "}" but found "\)"$/,
    ],
    [
      "is told with the place where it fails",
      "type A = {\n  b: string;\n};\n\nexport default {a: nobody};\n",
      /^UserError loaders\/own\/pages\/mine\.ts:\d+:\d+: can't be loaded: nobody is not defined$/,
    ],
    [
      "is told with what it lacks",
      'import {x} from "./nothing.js";\nexport default x;\n',
      /^UserError loaders\/own\/pages\/mine\.ts: can't be loaded: .*nothing\.js/,
    ],
  ];
  for (const [name, text, said] of slips)
    it(name, () => {
      const folder = mkdtempSync(join(tmpdir(), "guanxi-definition-"));
      try {
        mkdirSync(join(folder, "pages"));
        writeFileSync(join(folder, "pages/mine.sql"), "SELECT 1");
        writeFileSync(join(folder, "pages/mine.ts"), text);
        // Read as the report reads it: this runner has a loader of its own.
        const script = `const {readOwn} = await import(${JSON.stringify(discover)});
          await readOwn(${JSON.stringify(folder)}).catch((error) => console.log(error.name, error.message));`;
        const argv = ["--import", "tsx", "--input-type=module", "-e", script];
        const {stdout} = spawnSync(process.execPath, argv, {encoding: "utf8"});
        expect(stdout.trim()).toMatch(said);
      } finally {
        rmSync(folder, {recursive: true});
      }
    });
});

describe("an own model's definition", () => {
  it("names its classes, and none of them none", () => {
    expect(checkModel("m.ts", model)).toEqual(model);
    expect(() => checkModel("m.ts", {...model, classes: {}})).toThrow("m.ts: classes: is empty");
    expect(() => checkModel("m.ts", {...model, classes: {none: words}})).toThrow("m.ts: classes.none:");
  });
});

describe("a name", () => {
  it("is words in small letters with - between them", () => {
    for (const name of ["regions", "regions-lost", "top-20"]) expect(nameProblem(name)).toBeNull();
    for (const name of ["Regions", "regions_lost", "-a", "a--b", "2nd", "a/b", "地区", "", "a".repeat(41)])
      expect(nameProblem(name)).not.toBeNull();
    expect(columnOf("order-trend")).toBe("order_trend");
  });
});

describe("a chart", () => {
  it("takes groups and measures in their places", () => {
    expect(chartProblem("bars", ["text", "count", "money"])).toBeNull();
    expect(chartProblem("bars", ["count", "text"])).toContain("bars take");
    expect(chartProblem("bars", ["text"])).toContain("bars take");
    expect(chartProblem("lines", ["day", "share"])).toBeNull();
    expect(chartProblem("lines", ["day", "money", "text"])).toBeNull();
    expect(chartProblem("lines", ["text", "money"])).toContain("lines take a day");
    expect(chartProblem("matrix", ["text", "text", "number"])).toBeNull();
    expect(chartProblem("matrix", ["text", "number"])).toContain("a matrix takes");
    expect(chartProblem("pie", ["text", "number"])).toContain("pie is no drawing");
  });
});
