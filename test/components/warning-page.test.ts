import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {drawBlock} from "../../src/components/blocks.js";
import type {CubeReader} from "../../src/components/cube-files.js";
import {drawingDocument, type Site} from "../../src/components/site.js";
import {alertPhases} from "../../src/cubes/warning.js";
import type {Audience, CubeName, Cubes, Locale} from "../../src/cubes.js";
import {fixtureCubes} from "./fixtures/cubes.js";

function siteOf(cubes: Partial<Cubes>, locale: Locale = "en"): Site {
  const find = <K extends CubeName>(name: K): Cubes[K] | null => (cubes[name] as Cubes[K]) ?? null;
  const reader: CubeReader = {
    report: cubes.report!,
    find,
    read: (name) => {
      const cube = find(name);
      if (cube === null) throw new Error(`no cube ${name}`);
      return cube;
    },
    has: (name) => cubes.report!.exports[name],
  };
  return {cubes: reader, locale, document: drawingDocument()};
}

const directives = [
  ...["headline warnings", "figures warnings", "chart alerts-by-signal", "table alert-list"],
  ...["table phase-actions", "chart alerts-over-time", "table rules-compared", "table top-alerts"],
  ...["pair catch-lapses | catch-money", "chart signal-precision", "table signal-definitions"],
  ...["chart customer-types", "table type-treatments", "chart opportunities", "table opportunity-list"],
  ...["chart churn", "table churn-claims", "method warnings"],
];
const draw = (cubes: Partial<Cubes>, locale: Locale = "en"): string =>
  directives.map((d) => String(drawBlock(d, siteOf(cubes, locale)))).join("\n");
const text = (html: string): string => new JSDOM(html).window.document.body.textContent!.replace(/\s+/g, " ");

describe("the page of warnings", () => {
  it("names customers for the account team and says that it doesn't to executives", () => {
    const named = text(draw(fixtureCubes("account-team")));
    expect(named).toMatch(/Customer C\d+/);
    for (const locale of ["en", "zh"] as const) {
      const executives = text(draw(fixtureCubes("executives"), locale));
      expect(executives).not.toMatch(/Customer C\d+|\bC\d{4,}\b/);
      expect(executives).toContain(
        locale === "en"
          ? "The list of accounts is not published for this audience."
          : "客户名单不向此类读者公布。",
      );
    }
  });
  it("shows executives the accounts by phase in place of the ten largest alerts", () => {
    const top = (audience: Audience): string =>
      text(String(drawBlock("table top-alerts", siteOf(fixtureCubes(audience)))));
    expect(top("executives")).toContain("Alerts: accounts by phase");
    expect(top("account-team")).toContain("The alerts with the most money at risk");
  });
  it("calls no sign the commonest where numbers are hidden, and tells what can be told", () => {
    const cubes = fixtureCubes("executives");
    const {as_of} = cubes.report;
    const told = (parts: readonly (number | null)[], locale: Locale = "en"): string => {
      const alerts = parts.map((customers, i) => ({
        ...cubes.alerts[0]!,
        as_of,
        signal: "silence" as const,
        phase: alertPhases[i]!,
        customers,
      }));
      return text(String(drawBlock("chart alerts-by-signal", siteOf({...cubes, alerts}, locale))));
    };
    expect(told([7, 12])).toContain(
      "The most frequent sign is “silent beyond its own rhythm”, shown by 19 customers.",
    );
    expect(told([null, 12])).toContain(
      "At least 12 customers show “silent beyond its own rhythm”; some numbers are too small to be shown.",
    );
    expect(told([null, 12], "zh")).toContain("至少12位客户显示");
    expect(told([null, null])).toContain("Too few customers show any one sign");
  });
  it("counts who is beyond the fifty that it lists", () => {
    const cubes = fixtureCubes("analysts");
    const listed = new Set(cubes["alert-list"].map((r) => r.place)).size;
    const all = cubes["alert-accounts"]
      .filter((r) => r.as_of === cubes.report.as_of && r.phase !== "none")
      .reduce((sum, r) => sum + r.customers!, 0);
    expect(listed).toBe(50);
    expect(text(draw(cubes))).toContain(`${all - 50} more have less money at risk each`);
  });
  it("lists fifteen at once and the others on demand", () => {
    const document = new JSDOM(String(drawBlock("table alert-list", siteOf(fixtureCubes("analysts"))))).window
      .document;
    const more = document.querySelector("details")!;
    expect(more.querySelector("summary")!.textContent).toBe("35 more");
    expect(more.querySelectorAll("tbody tr")).toHaveLength(35);
    expect(document.querySelectorAll("tbody tr")).toHaveLength(50);
  });
  it("puts those whose chance of a lapse stands out first among the ten", () => {
    const cubes = fixtureCubes("analysts");
    const out = cubes["top-alerts"].filter(
      (r) => r.phase !== "warning" || r.signals.includes("unlikely_return"),
    );
    const page = new JSDOM(String(drawBlock("table top-alerts", siteOf(cubes)))).window.document;
    const first = [...page.querySelectorAll("tbody tr")].slice(0, out.length);
    expect(first.map((tr) => tr.textContent)).toEqual(out.map((r) => expect.stringContaining(r.name!)));
    expect(page.querySelector(".verdict")!.textContent).toMatch(/is at risk with .* unlikely to order again/);
  });
  it("counts opportunities as the squares of the chart do", () => {
    const cubes = fixtureCubes("analysts");
    const page = text(String(drawBlock("chart opportunities", siteOf(cubes))));
    const sum = (fit: string) =>
      cubes.opportunities.filter((r) => r.fit === fit).reduce((s, r) => s + r.customers!, 0);
    expect(page).toContain(`${sum("use")} are ways in and ${sum("guard")} are to be guarded`);
  });
  it("says which export a sign needs where it is missing, and still shows the others", () => {
    const cubes = fixtureCubes("analysts");
    const exports = {...cubes.report.exports, complaints: false, events: false, interactions: false};
    const report = {...cubes.report, exports};
    const without = {
      ...cubes,
      report,
      alerts: cubes.alerts.filter((r) => r.signal !== "complaint_overdue" && r.signal !== "one_contact"),
    };
    const page = text(draw(without));
    expect(page).toContain(
      "complaint past its limit (needs complaints), one contact only (needs interactions)",
    );
    expect(page).toContain("Needs the events export.");
    expect(page).toContain("Spend down on a year before");
    expect(text(draw(without, "zh"))).toContain("抱怨逾期未决（需要complaints）");
  });
  it("stands where nothing is warned of and nothing could be tested", () => {
    const cubes = fixtureCubes("analysts");
    const empty = {
      ...cubes,
      alerts: [],
      "alert-accounts": cubes["alert-accounts"].filter((r) => r.phase === "none"),
      "alert-list": [],
      "top-alerts": [],
      "backtest-cuts": [],
      "backtest-rules": [],
      "backtest-curve": [],
      opportunities: [],
      "opportunity-list": [],
      churn: [],
    };
    for (const locale of ["en", "zh"] as const) {
      const page = text(draw(empty, locale));
      expect(page).toContain(
        locale === "en" ? "No customer shows a sign of trouble." : "目前没有客户显示异常征兆。",
      );
      expect(page).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
  it("never shows a number that is none", () => {
    for (const audience of ["executives", "analysts"] as const)
      for (const locale of ["en", "zh"] as const)
        expect(text(draw(fixtureCubes(audience), locale))).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  });
});
