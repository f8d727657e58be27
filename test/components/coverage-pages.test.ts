import {JSDOM} from "jsdom";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {runBudget} from "../../src/components/browser/budget.js";
import {startBudget} from "../../src/components/browser/budget-start.js";
import {coverageSentence} from "../../src/components/findings/coverage.js";
import type {CostToServeRow, VisitComplianceRow} from "../../src/cubes/coverage.js";
import type {Audience, Cubes, ExportName} from "../../src/cubes.js";
import {cubesInUse, drawnDocument} from "./drawn-page.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const use = cubesInUse();

/** The invented cubes of an audience, without some exports. */
function useCubes(audience: Audience, without: readonly ExportName[] = [], more: Partial<Cubes> = {}): void {
  const cubes = {...fixtureCubes(audience), ...more};
  const report = {...cubes.report, exports: {...cubes.report.exports, interactions: true, costs: true}};
  for (const name of without) report.exports[name] = false;
  use({...cubes, report});
}

const words = (path: string): string => drawnDocument(path).body.textContent ?? "";
const pages = ["coverage", "zh/coverage", "budget", "zh/budget"];

beforeEach(() => useCubes("analysts"));

describe("the pages on coverage and the budget", () => {
  it("draw every figure with a sentence, a label and a table, in both languages", () => {
    for (const path of pages) {
      const document = drawnDocument(path);
      const figures = [...document.querySelectorAll("figure.exhibit")];
      expect([path, figures.length]).toEqual([path, path.endsWith("budget") ? 1 : 12]);
      for (const figure of figures) {
        expect(figure.querySelector(".says")?.textContent).toMatch(/[.。]$/);
        expect(figure.querySelector("svg")?.getAttribute("aria-label")).toBeTruthy();
        expect(figure.querySelectorAll("table tbody tr").length).toBeGreaterThan(0);
      }
      expect(document.body.textContent).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it("say what they need where an export is missing, and still show the rest", () => {
    useCubes("analysts", ["interactions", "costs"]);
    const english = words("coverage");
    expect(english).toContain("need the exports of interactions and costs");
    const document = drawnDocument("coverage");
    const needed = [...document.querySelectorAll(".needs code")].map((code) => code.textContent);
    expect(new Set(needed)).toEqual(new Set(["interactions", "costs"]));
    expect(document.querySelectorAll("figure.exhibit").length).toBe(1);
    expect(words("zh/coverage")).toContain("需要 costs 导出文件");
    expect(drawnDocument("budget").querySelectorAll(".needs").length).toBe(0);
  });

  it("name customers for the account team and none for executives", () => {
    useCubes("account-team");
    expect(words("coverage")).toContain("Customer 3 & Sons Ltd");
    useCubes("executives");
    for (const path of pages)
      expect([path, /C0\d\d\d|Sons Ltd|贸易有限公司/.test(words(path))]).toEqual([path, false]);
  });

  it("show of every line of the visit plan how many of the contacts due were held, which is its compliance", () => {
    const document = drawnDocument("coverage");
    const rows = [...document.querySelectorAll("#figure-visit-plan details.twin tbody tr")];
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const [due, met, share] = [...row.querySelectorAll("td")].slice(2, 5).map((td) => td.textContent!);
      const number = (text: string): number => Number(text.replace(/[,%]/g, ""));
      if (share !== "–") expect((100 * number(met!)) / number(due!)).toBeCloseTo(number(share!), 1);
    }
  });
  it("show the shares of each class’s contacts so that they add up to one", () => {
    const cells = [...drawnDocument("coverage").querySelectorAll("#channel-mix-wide title")].map(
      (t) => t.textContent ?? "",
    );
    expect(cells.length).toBe(12);
    const document = drawnDocument("coverage");
    const numbers = [...document.querySelectorAll("#effort-wide text")].flatMap((t) => {
      const match = /^(\d+(?:\.\d+)?)%$/.exec(t.textContent ?? "");
      return match ? [Number(match[1])] : [];
    });
    // Customers, contacts and their cost: three shares each that add up to 100, to the digits shown.
    for (const quantity of [0, 1, 2]) {
      const shares = numbers.slice(quantity * 3, quantity * 3 + 3);
      expect(Math.abs(shares.reduce((s, x) => s + x, 0) - 100)).toBeLessThan(0.2);
    }
  });
});

describe("the sentence on coverage", () => {
  const {report} = fixtureCubes("analysts");
  const line = (more: Partial<VisitComplianceRow>): VisitComplianceRow => ({
    as_of: report.as_of,
    class: "A",
    role: "sales",
    kind: "visit",
    customers: 10,
    due: 100,
    held: 50,
    met: 50,
    over_contacts: 0,
    planned: 0,
    cancelled: 0,
    suppressed: false,
    ...more,
  });
  const cost = (standing: "earns" | "below", customers: number | null): CostToServeRow => ({
    class: "A",
    standing,
    customers,
    revenue: 900_00,
    profit: 500_00,
    cost: 200_00,
    suppressed: customers === null,
  });

  it("is right for nobody, one and many", () => {
    const of = (costs: CostToServeRow[], below: number | null): string =>
      coverageSentence({lines: null, costs, below, report}, "en");
    expect(of([cost("earns", 9)], 0)).toBe("No account costs more to serve than it brings.");
    expect(of([cost("earns", 9), cost("below", 1)], 1)).toBe(
      "One account costs more to serve than it brings.",
    );
    expect(of([cost("earns", 9), cost("below", 12)], 12)).toBe(
      "12 accounts cost more to serve than they bring.",
    );
    expect(of([cost("earns", 9), cost("below", null)], null)).toBe(
      "Serving took ¥400 of a profit of ¥1.00K.",
    );
  });

  it("weighs the lines by what was due, and tells nothing of a line that is suppressed", () => {
    const of = (lines: VisitComplianceRow[]): string =>
      coverageSentence({lines, costs: null, below: null, report}, "en");
    expect(of([line({}), line({kind: "call", due: 300, met: 150})])).toBe(
      "Class A got 50.0% of the visits and calls that the plan asks for.",
    );
    expect(of([line({}), line({class: "C", over_contacts: 7})])).toContain(
      "class C got 7 contacts more than its maximum",
    );
    expect(of([line({due: null, met: null, over_contacts: null, suppressed: true})])).toContain(
      "Too few customers",
    );
    expect(of([line({due: 0, met: 0})])).toContain("Too few customers");
  });
});

describe("the budget simulator", () => {
  let document: Document;
  const globals = ["document", "location", "history", "addEventListener", "Event"] as const;
  const kept = new Map<string, unknown>();
  const whole = (): void => runBudget(document.querySelector("section.budget")!);
  const start = (address = "http://localhost/budget", run = whole): void => {
    const {window} = new JSDOM(drawnDocument("budget").documentElement.outerHTML, {url: address});
    document = window.document;
    for (const name of globals) {
      if (!kept.has(name)) kept.set(name, (globalThis as Record<string, unknown>)[name]);
      const value = window[name] as unknown;
      Object.defineProperty(globalThis, name, {
        value: typeof value === "function" ? (value as () => void).bind(window) : value,
        configurable: true,
        writable: true,
      });
    }
    run();
  };
  afterEach(() => {
    for (const [name, value] of kept)
      Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});
  });
  const says = (): string => document.querySelector(".budget-result .budget-says")?.textContent ?? "";
  const heads = (): string[] =>
    [...document.querySelectorAll(".budget-result tbody tr")].map((tr) => tr.children[2]?.textContent ?? "");
  const click = (action: string): void =>
    document.querySelector<HTMLButtonElement>(`[data-action=${action}]`)!.click();
  const type = (selector: string, value: string): void => {
    const input = document.querySelector<HTMLInputElement>(selector)!;
    input.value = value;
    input.dispatchEvent(new document.defaultView!.Event("input", {bubbles: true}));
  };

  it("stands in the page with the second plan, readable without a script and with no controls to press", () => {
    document = drawnDocument("budget");
    expect(document.querySelector<HTMLFormElement>("form.budget-form")?.hasAttribute("hidden")).toBe(true);
    expect(heads()).toEqual(["26", "102", "512", "640"]);
    expect(says()).toContain("¥46,400");
    expect(says()).toContain("¥128,000");
    expect(document.body.textContent).toContain("¥72,000.00");
    expect(document.body.textContent).toContain("¥200,000.00");
  });

  it("works a change out at once, keeps the last tier at whoever is left, and writes the plan into the address", () => {
    start();
    expect(document.querySelector("form.budget-form")!.hasAttribute("hidden")).toBe(false);
    type("[data-tier='0'] [name=share]", "10");
    expect(heads()).toEqual(["64", "102", "474", "640"]);
    type("[data-tier='2'] [name=cost]", "5");
    expect(document.querySelector("[data-tier='2'] output")?.textContent).toBe("74%");
    expect(says()).toContain("¥86,770");
    expect(document.defaultView!.location.search).toBe("?tiers=10x1000-16x200-74x5&by=profit");
  });

  it("takes up what was entered and pressed before its code came, and what else the address says", async () => {
    start("http://localhost/budget?region=Europe", startBudget);
    expect(document.querySelector("form.budget-form")!.hasAttribute("hidden")).toBe(false);
    type("[data-tier='0'] [name=share]", "10");
    await expect.poll(heads).toEqual(["64", "102", "474", "640"]);
    expect(document.defaultView!.location.search).toBe("?tiers=10x1000-16x200-74x0&by=profit&region=Europe");
    click("reset");
    expect(document.defaultView!.location.search).toBe("?region=Europe");
    start("http://localhost/budget", startBudget);
    click("plan_1");
    await expect.poll(heads).toEqual(["640", "640"]);
    start("http://localhost/budget?tiers=50x10-50x0&by=revenue", startBudget);
    await expect.poll(heads).toEqual(["320", "320", "640"]);
  });

  it("shows no plan and says what is wrong where shares leave nobody", () => {
    start();
    const was = says();
    type("[data-tier='0'] [name=share]", "90");
    expect(document.querySelector(".budget-fault")?.textContent).toContain("at least 1");
    expect(says()).toBe("");
    expect(document.querySelector(".budget-result")?.textContent).toBe(
      "This is no plan yet, so no result is shown.",
    );
    expect(document.querySelector(".rest output")?.textContent).toBe("–");
    type("[data-tier='0'] [name=share]", "4");
    expect(says()).toBe(was);
    expect(document.querySelector(".budget-fault")?.textContent).toBe("");
  });

  it("takes up the plan of an address, and goes back to the preset", () => {
    start("http://localhost/budget?tiers=50x10-50x0&by=revenue&cap=8");
    expect(heads()).toEqual(["320", "320", "640"]);
    expect(document.querySelector<HTMLSelectElement>("[name=by]")!.value).toBe("revenue");
    expect(document.querySelector(".budget-flags")?.textContent).toContain("Above the cap of ¥8");
    click("plan_1");
    expect(heads()).toEqual(["640", "640"]);
    click("add");
    expect(heads()).toEqual(["320", "320", "640"]);
    click("remove");
    expect(heads()).toEqual(["640", "640"]);
    click("reset");
    expect(heads()).toEqual(["26", "102", "512", "640"]);
    expect(document.defaultView!.location.search).toBe("");
  });

  it("tells no value of a tier that is too small for executives, nor of one that ends between the points", () => {
    useCubes("executives");
    start("http://localhost/budget?tiers=1x10-99x0");
    const value = (): string =>
      document.querySelector(".budget-result tbody tr")?.children[7]?.textContent ?? "";
    // 1% of 640 are 6: enough. Without the point at 1% it can't be told.
    expect(value()).toMatch(/¥/);
    const {"budget-curve": curve} = fixtureCubes("executives");
    useCubes("executives", [], {"budget-curve": curve.filter((p) => p.percent !== 1)});
    start("http://localhost/budget?tiers=1x10-99x0");
    expect(value()).toContain("too few");
  });
});
