import {describe, expect, it} from "vitest";
import type {Cubes} from "../../src/cubes.js";
import {cubesInUse, drawnDocument} from "./drawn-page.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const useCubes = cubesInUse();

function render(path: string, cubes: Partial<Cubes>): Document {
  useCubes(cubes);
  return drawnDocument(path);
}

const odd = /NaN|undefined|Infinity|\bnull\b/;
/** The page as it is read: what its script is told has nulls. */
const written = ({body}: Document): string => body.innerHTML.replace(/ data-said="[^"]*"/, "");
const cubes = fixtureCubes();

describe("the page of movement", () => {
  it("says how many regressed, tests the claim for both models, and names who moved", () => {
    const document = render("movement", cubes);
    expect(document.querySelector("h1")?.textContent).toMatch(/^Since 31 Dec 2024, .*on the 25-grid/);
    expect(document.querySelector(".headline")?.textContent).toMatch(/the largest move is \d+ customers?/i);
    const claims = [...document.querySelectorAll('[id^="figure-regression-rates"] .says')].map(
      (e) => e.textContent,
    );
    expect(claims).toHaveLength(4);
    expect(claims[0]).toMatch(
      /^Higher stages regress less\. .*70 regressions in 500 observations of 240 accounts, trend z\s=\s−3\.10, p\s=\s0\.0019/,
    );
    expect(claims[2]).toMatch(/^The data do not show that higher stages regress less\. /);
    expect(document.getElementById("names")?.parentElement?.textContent).toMatch(/C0\d{3}/);
    expect(written(document)).not.toMatch(odd);
  });
  it("draws the rates of quarters and of years on one axis", () => {
    const rows = cubes["stage-regressions"].map((r) =>
      r.span === "year" ? {...r, seen: 12, regressed: 6} : r,
    );
    const document = render("movement", {...cubes, "stage-regressions": rows});
    const marks = (span: string): string[] =>
      [
        ...document.querySelectorAll(
          `#figure-regression-rates-grid-stage-${span} .wide g[font-variant] text`,
        ),
      ].map((t) => t.textContent!);
    expect(marks("year").length).toBeGreaterThan(2);
    expect(marks("quarter")).toEqual(marks("year"));
  });
  it("asks for the export that is missing, and begins with the next model", () => {
    const report = {...cubes.report, exports: {...cubes.report.exports, relationships: false}};
    const document = render("movement", {...cubes, report});
    expect(document.querySelector("select[name=model] option")?.textContent).toBe("Share-of-wallet stages");
    expect(document.body.innerHTML).toContain("Needs the <code>relationships</code> export");
    expect(document.querySelector("h1")?.textContent).toContain("by share of wallet");
    const neither = {...report, exports: {...report.exports, wallets: false}};
    expect(render("zh/movement", {...cubes, report: neither}).querySelector("h1")?.textContent).toContain(
      "客户金字塔中",
    );
  });
  it("says that the history is too short where there is one date", () => {
    const empty: Partial<Cubes> = {
      ...cubes,
      report: {...cubes.report, dates: ["2025-12-31"]},
      movement: [],
      "class-movement": [],
      "class-movement-ways": [],
      "class-movement-pairs": {...cubes["class-movement-pairs"], model: []},
      "class-movers": [],
      "stage-regressions": [],
      "stage-trends": [],
    };
    for (const path of ["movement", "zh/movement", "pyramid"]) {
      const document = render(path, empty);
      expect(document.querySelectorAll("[role=note] .chart-title").length).toBeGreaterThan(2);
      expect(written(document), path).not.toMatch(odd);
    }
    expect(render("movement", empty).querySelector("h1")?.textContent).toContain("too short");
  });
  it("shows no profit where there is none", () => {
    const {"class-movement-pairs": pairs} = cubes;
    const document = render("movement", {
      ...cubes,
      report: {...cubes.report, has_profit: false},
      "class-movement-pairs": {...pairs, profit_before: [], profit_after: []},
    });
    expect(document.getElementById("figure-moves")?.innerHTML).not.toMatch(/profit/i);
    expect(document.getElementById("names")?.parentElement?.textContent).toContain("Revenue before");
    expect(written(document)).not.toMatch(odd);
  });
  it("tells executives few pairs and why, with no name", () => {
    for (const path of ["movement", "zh/movement", "pyramid"]) {
      const document = render(path, fixtureCubes("executives"));
      expect(document.body.textContent).not.toMatch(/C0\d{3}|Sons Ltd/);
      expect(written(document), path).not.toMatch(odd);
    }
    const document = render("movement", fixtureCubes("executives"));
    expect(document.querySelector(".moves-note")?.textContent).toContain("Executives are shown a few pairs");
    expect(document.querySelectorAll("select[name=to] option")).toHaveLength(1);
    expect(document.body.textContent).toContain("Not published for this audience");
  });
});
