import {describe, expect, it} from "vitest";
import {topPoint} from "../../src/components/charts/curve-points.js";
import {charts} from "../../src/components/exhibits/all.js";
import {paretoSays} from "../../src/components/exhibits/pareto-curve.js";
import {lifetimeFigures} from "../../src/components/figures/value.js";
import {warningFigures} from "../../src/components/figures/warning.js";
import {shortHeadline} from "../../src/components/findings/headline.js";
import {lifetimeSentence} from "../../src/components/findings/lifetime.js";
import {pageFindings} from "../../src/components/findings/page-findings.js";
import {rfmSentence, rfmStandfirst} from "../../src/components/findings/rfm.js";
import {frequencyNote, highFrequency} from "../../src/components/findings/rfm-frequency.js";
import type {Site} from "../../src/components/site.js";
import type {Audience, Cubes, Locale, ParetoPoint, RfmThresholdRow} from "../../src/cubes.js";
import {drawingOptions} from "./chart-rules.js";
import {fixtureCubes} from "./fixtures/cubes.js";

function siteOf(other: Partial<Cubes>, locale: Locale = "en", audience: Audience = "analysts"): Site {
  const cubes = {...fixtureCubes(audience), ...other};
  const find = (name: keyof Cubes) => cubes[name];
  return {locale, cubes: {report: cubes.report, read: find, find, has: () => true}} as unknown as Site;
}

const says = (site: Site, written: string): string => {
  const [name, ...args] = written.split(" ");
  return charts[name!]!(site, args).says;
};

describe("often, of F of 4 or 5", () => {
  const cubes = fixtureCubes();
  const now = cubes.kpis.find((r) => r.role === "now")!;
  const f = (score: 1 | 4 | 5, lowest: number | null, highest: number | null): RfmThresholdRow => ({
    ...{scheme: "together", axis: "f", score, lowest, highest, customers: 9, suppressed: false},
  });
  const said = (thresholds: RfmThresholdRow[], locale: Locale): string => {
    const facts = {rows: cubes.rfm, thresholds, now, report: cubes.report};
    return `${rfmSentence(facts, locale)} ${rfmStandfirst(facts, locale)}`;
  };
  const once = [f(1, 0, 0), f(4, 1, 1), f(5, 2, 9)];

  it("is said from two orders on, and the orders are named", () => {
    expect(said([f(1, 0, 1), f(4, 2, 3), f(5, 4, 9)], "en")).toMatch(
      /^Customers who buy recently and often .* F of 4 or 5 is here 2 orders or more in the window\.$/,
    );
  });
  it("is not said where one order is enough", () => {
    expect(said(once, "en")).toMatch(
      /^Customers who bought recently and ordered at least once in the window are .* with an order in the window have gone quiet\./,
    );
    expect(said(once, "en")).not.toContain("often");
    expect(said(once, "zh")).toMatch(/^近期购买且窗口内至少下过一单的客户占/);
    expect(said(once, "zh")).not.toContain("经常");
  });
  it("is not said where all have equal numbers of orders, as executives are not told", () => {
    for (const same of [[f(5, 0, 0)], [f(5, null, null)]])
      expect(said(same, "en")).toMatch(/^Customers with R and F of 4 or 5 are /);
    expect(highFrequency([f(1, null, 0), f(4, 1, 1), f(5, 2, null)], cubes.report).means).toBe("once");
    // The next number after what is told of the lower scores.
    expect(highFrequency([f(1, null, 3), f(4, null, null)], cubes.report)).toEqual({
      means: "often",
      least: 4,
    });
    const broken = {...cubes.report, primary_scheme: "ntile" as const};
    const ntile = once.map((row) => ({...row, scheme: "ntile" as const}));
    expect(frequencyNote(highFrequency(ntile, broken), broken, "en")).toContain("doesn’t mean often");
  });
});

describe("a finding", () => {
  it("tells a number, and never that there is nothing to show", () => {
    for (const locale of ["en", "zh"] as const) {
      const bins = [{bin: 1, customers: 0, revenue: 0, clv_future: 0, suppressed: false}];
      expect(pageFindings(["alive"], siteOf({"lifetime-alive": bins}, locale))).toBeNull();
    }
    expect(pageFindings(["alive"], siteOf({"lifetime-alive": []}))).toBeNull();
    expect(pageFindings(["alive"], siteOf({}))).not.toBeNull();
  });
  it("is of types that are told apart: too few, or nobody", () => {
    const rows = fixtureCubes()["customer-types"];
    const some = siteOf({
      "customer-types": rows.map((r) =>
        r.type === "pre_churn" ? {...r, customers: 0, revenue: 0, profit: 0} : r,
      ),
    });
    expect(says(some, "customer-types")).toBe("No customer is about to leave.");
    const hidden = rows.map((r) => ({...r, customers: null, revenue: null, profit: null, suppressed: true}));
    expect(says(siteOf({"customer-types": hidden}), "customer-types")).toMatch(/^Some types hold too few/);
  });
  it("never says at least none", () => {
    const cubes = fixtureCubes("executives");
    const grid = cubes.grid.map((r) => ({...r, stale_customers: null}));
    for (const locale of ["en", "zh"] as const)
      for (const chart of ["assessment-ages", "grid"])
        expect(says(siteOf({grid}, locale, "executives"), chart)).not.toMatch(/at least 0|至少0/i);
    const bin = (of: number, customers: number | null) => ({
      ...{bin: of, customers, revenue: customers, clv_future: customers, suppressed: customers === null},
    });
    const alive = [bin(1, null), bin(9, 30)];
    expect(says(siteOf({"lifetime-alive": alive}), "alive")).toBe(
      "For 30 customers the probability of still being one is 80% or more.",
    );
    expect(says(siteOf({"lifetime-alive": alive}, "zh"), "alive")).toBe("30位客户的活跃概率在80%以上。");
    expect(says(siteOf({"lifetime-alive": [bin(1, 1), bin(9, 30)]}), "alive")).toMatch(
      /^1 customer has probably left/,
    );
  });
});

describe("what the export leaves blank", () => {
  it("is not known, which is not none: departments that are not named", () => {
    const rows = fixtureCubes()["contact-pattern"].map((r) => ({...r, departments: r.customers && 0}));
    const exhibit = charts["contact-pattern"]!(siteOf({"contact-pattern": rows}), []);
    expect(exhibit.says).toMatch(/^The interactions name no departments/);
    const drawing = JSON.stringify(exhibit.draw({...drawingOptions("c"), width: 1080}));
    expect(drawing).not.toContain("Departments");
    expect(drawing).toContain("People");
  });
  it("has no value to come where no model could be fitted, and no money at risk where no chance was seen", () => {
    const cubes = fixtureCubes();
    const values = cubes["lifetime-values"].map((r) => ({...r, clv_future: 0}));
    const parts = values.filter((r) => r.as_of === cubes.report.as_of);
    const facts = {parts, horizon: {months: 36, rate: 0.1}, models: [], report: cubes.report};
    expect(lifetimeSentence(facts, "en")).toBe("Lifetime value can’t be estimated from this history.");
    const figure = lifetimeFigures.find(({id}) => id === "future")!.figure;
    expect(figure(siteOf({"lifetime-values": values, "lifetime-models": []}))).toBeNull();
    const accounts = cubes["alert-accounts"].map((r) => ({...r, at_risk: 0}));
    const risk = warningFigures.find(({id}) => id === "at-risk")!.figure;
    expect(risk(siteOf({"alert-accounts": accounts}))).toBeNull();
    expect(risk(siteOf({}))).not.toBeNull();
  });
});

describe("of few customers, and of equal ones", () => {
  it("the curve says what the head says of the largest", () => {
    const points = [1, 2, 3].map(
      (customers): ParetoPoint => ({
        ...{measure: "revenue", customers, customer_share: customers / 3, amount: customers * 100},
        ...{amount_share: [0.5, 5 / 6, 1][customers - 1]!, peak: false},
      }),
    );
    expect(topPoint(points)).toMatchObject({customers: 1, exact: true});
    expect(paretoSays(points, "en")).toBe("The largest of 3 customers (33.3%) brings 50.0% of revenue.");
  });
  it("cells that hold as many are named together", () => {
    const cubes = fixtureCubes();
    const now = cubes.kpis.map((r) => ({...r, customers: 3}));
    const cell = {...cubes.rfm[0]!, scheme: "together" as const, customers: 1, suppressed: false};
    const rfm = ([5, 3, 1] as const).map((m) => ({...cell, r: 5 as const, f: 5 as const, m}));
    expect(says(siteOf({rfm, kpis: now}), "rfm-overview primary customers")).toBe(
      "3 cells hold the most customers alike (555, 553, 551): 33.3% of all customers each.",
    );
    expect(says(siteOf({rfm, kpis: now}, "zh"), "rfm-overview primary customers")).toBe(
      "3个单元并列客户最多（555、553、551），各占客户的33.3%。",
    );
  });
});

describe("a head in both languages", () => {
  it("is parted in both where one of them is too long", () => {
    const short = {kicker: "", sentence: "甲；乙。", standfirst: ""};
    expect(shortHeadline(short, "zh").sentence).toBe("甲；乙。");
    expect(shortHeadline(short, "zh", `${"One is long and ".repeat(10)}long; two are.`).sentence).toBe(
      "甲。",
    );
  });
});
