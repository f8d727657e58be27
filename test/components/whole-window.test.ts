import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import type {CubeReader} from "../../src/components/cube-files.js";
import {abcOverTimeExhibit} from "../../src/components/exhibits/abc-over-time.js";
import {concentrationExhibit, topSharesExhibit} from "../../src/components/exhibits/concentration.js";
import {movesExhibit} from "../../src/components/exhibits/movement/moves.js";
import {knownDays} from "../../src/components/exhibits/movement/pairs.js";
import {regressedMoneyExhibit} from "../../src/components/exhibits/movement/regressed-money.js";
import {comparable} from "../../src/components/exhibits/movement/regression-facts.js";
import {movementExhibit} from "../../src/components/exhibits/movement.js";
import {scoresExhibit} from "../../src/components/exhibits/scores-over-time.js";
import {segmentsOverTimeExhibit} from "../../src/components/exhibits/segments-over-time.js";
import {linesNote} from "../../src/components/figures/key-figures.js";
import {kpiFigures} from "../../src/components/figures/kpis.js";
import {pyramidFigures} from "../../src/components/figures/value.js";
import {movementSentence} from "../../src/components/findings/movement.js";
import {overviewStandfirst} from "../../src/components/findings/overview.js";
import type {Site} from "../../src/components/site.js";
import {
  comparedEnds,
  hasWindowBefore,
  isWhole,
  partialNote,
  startNote,
  tooShort,
} from "../../src/components/whole-window.js";
import type {Locale, ReportCube} from "../../src/cubes.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const {document} = new JSDOM("").window;

/** The fixture's business as if its data began on another day, without the exports that have days of their own. */
function siteFrom(first_day: string, locale: Locale, exports: Partial<ReportCube["exports"]> = {}): Site {
  const cubes = fixtureCubes();
  const report: ReportCube = {
    ...cubes.report,
    first_day,
    exports: {...cubes.report.exports, ...exports},
  };
  const reader: CubeReader = {
    report,
    read: (name) => cubes[name],
    find: (name) => cubes[name] ?? null,
    has: (name) => report.exports[name],
  };
  return {document, locale, cubes: reader} as Site;
}

const locales = ["en", "zh"] as const;
const none = {relationships: false, wallets: false};

describe("a window", () => {
  const year = {window: {days: 365}, first_day: "2024-01-01"};
  it("is whole from the day on which all of its days lie within the data", () => {
    expect(isWhole("2024-12-29", year)).toBe(false);
    expect(isWhole("2024-12-30", year)).toBe(true);
    expect(isWhole("2024-03-30", {...year, window: {days: 90}})).toBe(true);
    expect(isWhole("2024-12-29", {...year, window: "all"})).toBe(false);
    expect(isWhole("2024-12-30", {...year, window: "all"})).toBe(true);
  });
  it("has another before it only where twice its days lie within the data", () => {
    expect(hasWindowBefore("2025-12-29", year)).toBe(false);
    expect(hasWindowBefore("2025-12-30", year)).toBe(true);
    expect(hasWindowBefore("2030-12-30", {...year, window: "all"})).toBe(false);
  });
  it("is compared with another whole one or with none", () => {
    const at = (...days: string[]) => days.map((as_of) => ({as_of}));
    expect(comparedEnds(at("2024-06-30", "2024-12-31", "2025-03-31", "2025-06-30"), year)).toEqual(
      at("2024-12-31", "2025-06-30"),
    );
    expect(comparedEnds(at("2024-06-30", "2024-12-31"), year)).toBeNull();
    expect(comparedEnds([], year)).toBeNull();
  });
  it("says how much there is where it is not whole", () => {
    const report = {...year, as_of: "2024-10-31"};
    expect(tooShort(report, "en")).toBe(
      "To compare two dates, each needs 365 days of data behind it; the exports have 10 months.",
    );
    expect(tooShort(report, "zh")).toBe("比较两个日期，各日之前须有365天的数据；导出文件只有10个月。");
    expect(tooShort({...year, as_of: "2024-01-01"}, "en")).toMatch(/have 1 day\.$/);
    expect(startNote("2024-01-31", year, "en")).toBe(
      "; the first date has only 31 days of data behind it, not 365",
    );
    expect(startNote("2024-12-31", year, "en")).toBe("");
    expect(partialNote(["2024-12-31", "2025-03-31"], year, "en")).toBe("");
    expect(partialNote(["2024-03-31", "2024-06-30", "2024-12-31"], year, "en")).toBe(
      "; dates up to 30 Jun 2024 have fewer than 365 days of data behind them and are compared with none",
    );
  });
});

describe("a report of ten months", () => {
  // Of the fixture's nine dates none has a whole window.
  const first = "2025-02-20";
  it("compares no two dates in any sentence, and says once why", () => {
    for (const locale of locales) {
      const site = siteFrom(first, locale, none);
      const why = tooShort(site.cubes.report, locale);
      const said = [
        movementSentence(site),
        abcOverTimeExhibit(site).says,
        topSharesExhibit(site).says,
        concentrationExhibit(site, ["gini"]).says,
        concentrationExhibit(site, ["effective"]).says,
        scoresExhibit(site).says,
        segmentsOverTimeExhibit(site).says,
        movementExhibit(site, ["metal", "frozen"]).says,
        movementExhibit(site, ["rfm_segment", "recomputed"]).says,
        movesExhibit(site, ["abc"]).says,
        regressedMoneyExhibit(site).missing,
      ];
      expect(said).toEqual(said.map(() => why));
    }
  });
  it("tells of assessed stages who regressed, which no window bounds, without the money of windows", () => {
    const said = (day: string) => movementSentence(siteFrom(day, "en", {relationships: false}));
    expect(said(first)).toMatch(/regressed by share of wallet/);
    expect(said(first)).not.toMatch(/revenue/);
    expect(comparable("wallet_stage", "2024-12-31", siteFrom(first, "en").cubes.report)).toBe("customers");
    expect(comparable("wallet_stage", "2024-12-31", siteFrom("2021-01-04", "en").cubes.report)).toBe("all");
  });
  it("has no figures of who moved, no changes, and no words of a comparison", () => {
    for (const locale of locales) {
      const site = siteFrom(first, locale);
      const figures = pyramidFigures.map(({figure}) => figure(site)).filter((f) => f !== null);
      expect(figures.map((f) => f.id)).toEqual(["diamonds", "diamond-share"]);
      for (const f of figures) for (const {change} of f.changes) expect(change).toBeNull();
      const {report} = site.cubes;
      const now = site.cubes.read("kpis").find((k) => k.role === "now")!;
      expect(overviewStandfirst(now, report, locale)).not.toMatch(/compared|比较/);
    }
  });
});

describe("a report of two years", () => {
  const first = "2024-01-01";
  it("compares from the first date with a whole window, and draws those before hollow", () => {
    const site = siteFrom(first, "en", none);
    const {report} = site.cubes;
    expect(knownDays(report).from).toEqual(["2024-12-31"]);
    const tops = topSharesExhibit(site);
    expect(tops.says).toMatch(/on 31 Dec 2024 and .* on 31 Dec 2025/);
    expect(tops.subtitle).toMatch(/up to 30 Sept? 2024 \(hollow\)/);
    const drawn = JSON.stringify(
      tops.draw({document, width: 700, locale: "en", id: "t", label: "t", report}),
    );
    expect(drawn.match(/"fill":"var\(--ground\)","stroke":"var\(--(heat|revenue)/g)!.length).toBeGreaterThan(
      2,
    );
    expect(topSharesExhibit(siteFrom("2021-01-04", "en")).subtitle).not.toMatch(/hollow/);
  });
  it("compares no new customers with a window in which everybody is new", () => {
    const changes = (day: string) =>
      kpiFigures("new_customers")[0]!
        .figure(siteFrom(day, "en"))!
        .changes.map(({change}) => change !== null);
    expect(changes(first)).toEqual([false, false]);
    expect(changes("2023-10-02")).toEqual([true, false]);
    expect(changes("2021-01-04")).toEqual([true, true]);
  });
});

describe("the small lines", () => {
  it("begin at the first date that there is", () => {
    const {report} = fixtureCubes();
    const note = (dates: string[]) => linesNote({...report, dates}, "en");
    expect(note(report.dates)).toMatch(/^Small lines: Dec 2023 to Dec 2025/);
    expect(note(report.dates.slice(3))).toMatch(/^Small lines: Sept? 2024 to Dec 2025/);
  });
});
