import {JSDOM} from "jsdom";
import {afterAll, beforeAll, beforeEach, describe, expect, it, vi} from "vitest";
import {type Filter, noFilter} from "../../src/components/filter/filter.js";
import type {FilterTable} from "../../src/components/filter/filter-table.js";
import {type FilterTables, filteredCubes} from "../../src/components/filter/filtered-cubes.js";
import type {Audience} from "../../src/cubes.js";
import {fixtureReport} from "./fixtures/report.js";

const {window} = new JSDOM("");
const {document} = window;
let drawn: typeof import("../../src/components/browser/filtered-key-figures.js");
let originals: typeof import("../../src/components/browser/originals.js");

beforeAll(async () => {
  vi.stubGlobal("document", document);
  vi.stubGlobal("Element", window.Element);
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  vi.stubGlobal("removeEventListener", window.removeEventListener.bind(window));
  drawn = await import("../../src/components/browser/filtered-key-figures.js");
  originals = await import("../../src/components/browser/originals.js");
  document.body.innerHTML = page;
  await (await import("../../src/components/browser/page-figures.js")).loadParts();
});
afterAll(() => vi.unstubAllGlobals());

const page = `<div class="figures"><dl>${["active-customers", "moved-up", "precision", "own"]
  .map(
    (id) => `<div class="figure" data-figure="${id}"><dt>${id}</dt>
<dd><span class="value">640</span><span class="change up">▲ up 5 on a quarter ago</span></dd></div>`,
  )
  .join("")}</dl><p class="note">Small lines</p></div>`;
beforeEach(() => {
  document.body.innerHTML = page;
});

/** Totals of one region, by date where they are of every date. */
function totals(customers: readonly (number | null)[], days?: readonly string[]): FilterTable {
  const of = (value: (n: number | null) => number | null) => customers.map(value);
  return {
    key: customers.map(() => 0),
    cells: days ? {as_of: days} : {},
    measures: {
      customers: of((n) => n),
      active_customers: of((n) => n),
      new_customers: of(() => 0),
      orders: of((n) => n),
      revenue: of((n) => n),
      profit: of((n) => n),
    },
  };
}

/** Draws the page's figures from some tables, and gives what stands in each of them. */
function draw(there: FilterTables, audience: Audience = "analysts", as_of: string | null = null): string[] {
  const smallest = audience === "executives" ? 5 : 1;
  const report = fixtureReport(audience, smallest);
  const figures = drawn.headlines(report, {...noFilter, as_of}, "en");
  drawn.hold(figures);
  drawn.drawHeadlines(figures, there, filteredCubes(report, [], there, {...noFilter, as_of}), {
    locale: "en",
    document,
  });
  return [...document.querySelectorAll("dd")].map((dd) =>
    [...dd.children].map((part) => (part.matches(".spark") ? "line" : part.textContent)).join(" | "),
  );
}

const days = ["2024-12-31", "2025-09-30", "2025-12-31"];
const asideFor = "Not kept by filters.";
const classes = (): string[] => [...document.querySelectorAll(".figure")].map(({className}) => className);

describe("the headline figures of a page under a filter", () => {
  it("show what is known of now at once, and their past, dimmed, until it is there", () => {
    const first = draw({totals: totals([12])});
    expect(first[0]).toBe("12 | ▲ up 5 on a quarter ago");
    expect(first[1]).toBe("640 | ▲ up 5 on a quarter ago");
    expect(classes()).toEqual([
      "figure past-waits",
      "figure waits past-waits",
      "figure put-aside",
      "figure put-aside",
    ]);
    const then = draw({totals: totals([12]), "totals-over-time": totals([20, 15, 12], days)});
    expect(then[0]).toBe("12 | ▼ down 3 on a quarter ago | ▼ down 8 on a year ago | line");
    expect(classes()[0]).toBe("figure");
  });

  it("say why they are put aside", () => {
    expect(draw({totals: totals([12])}).slice(2)).toEqual([
      "– | Tested on all customers: not filtered.",
      `– | ${asideFor}`,
    ]);
    expect(draw({totals: totals([12])}, "analysts", "2025-09-30")[1]).toBe(
      "– | Filtered for the newest date alone.",
    );
    expect(draw({totals: totals([12])}, "executives")[1]).toBe(`– | ${asideFor}`);
  });

  it("are put aside in one file that doesn't carry what they are made of", () => {
    const carry = (name: string) => {
      const script = document.createElement("script");
      script.type = "application/octet-stream";
      script.dataset.file = `files/filters/${name}.arrow`;
      document.body.append(script);
    };
    const known = {totals: totals([12]), "totals-over-time": totals([20, 15, 12], days)};
    carry("2025-12-31-totals");
    expect(draw(known)[0]).toBe(`– | ${asideFor}`);
    carry("all-totals-over-time");
    expect(draw(known)[0]).toMatch(/^12 \|/);
    expect(draw(known)[1]).toBe(`– | ${asideFor}`);
  });

  it("say of what executives' curve of few points can't give that its points are too few", () => {
    document.body.innerHTML = page.replaceAll("active-customers", "gini");
    const known = {totals: totals([92]), "totals-over-time": totals([90, 91, 92], days)};
    const concentration = {
      key: [0, 0],
      cells: {as_of: [days[2]!, days[2]!], bin: [519, 518]},
      measures: {customers: [46, 46], amount: [900_000, 100_000]},
    };
    expect(draw({...known, concentration}, "executives")[0]).toBe(
      "suppressed | Too few points of the curve are told.",
    );
  });

  it("say of too few customers that they are suppressed, and of a past that is, that there is none", () => {
    const few = {totals: totals([null]), "totals-over-time": totals([9, 8, null], days)};
    const nobody = document.createElement("p");
    nobody.textContent = draw(few, "executives")[0]!;
    expect(nobody.textContent).toBe(
      "suppressed | fewer than 5 customers, or they could be worked out from it",
    );
    const past = {totals: totals([9]), "totals-over-time": totals([null, 8, 9], days)};
    expect(draw(past, "executives")[0]).toMatch(/^9 \| ▲ up 1 on a quarter ago \| no figure for a year ago/);
  });

  it("are called another thing where those chosen make them another thing, and what they were afterwards", async () => {
    document.body.innerHTML = page.replace('data-figure="own"', 'data-figure="best-possible"');
    await (await import("../../src/components/browser/page-figures.js")).loadParts();
    const before = document.body.innerHTML;
    const methods = (captured: number): FilterTable => ({
      key: [0, 0, 0, 0],
      cells: {
        as_of: ["2024-12-31", "2024-12-31", "2024-12-31", "2024-12-31"],
        until: ["2025-06-30", "2025-06-30", "2025-06-30", "2025-06-30"],
        method: [null, null, "abc", "abc"],
        in_top: [true, false, true, false],
      },
      measures: {customers: [2, 8, 2, 8], following: [captured, 100 - captured, 10, 90]},
    });
    const named = (choice: Partial<Filter>) => {
      const filter = {...noFilter, ...choice};
      const there = {methods: methods(60), totals: totals([10])};
      const report = fixtureReport("analysts", 1);
      const figures = drawn.headlines(report, filter, "en");
      drawn.hold(figures);
      drawn.drawHeadlines(figures, there, filteredCubes(report, [], there, filter), {locale: "en", document});
      const figure = document.querySelector("[data-figure=best-possible]")!;
      return [figure.querySelector("dt")?.textContent, figure.querySelector(".value")?.textContent];
    };
    expect(named({region: 0})).toEqual(["the 20% of all that then brought most", "60.0%"]);
    originals.restore();
    drawn.releaseHeadlines();
    expect(document.body.innerHTML.replaceAll(' style=""', "")).toBe(before);
    expect(named({as_of: "2025-06-30"})).toEqual(["own", "60.0%"]);
    originals.restore();
    drawn.releaseHeadlines();
  });

  it("are everyone's again when they are let go of", () => {
    draw({totals: totals([12]), "totals-over-time": totals([20, 15, 12], days)});
    drawn.releaseHeadlines();
    originals.restore();
    expect(document.body.innerHTML.replaceAll(' style=""', "")).toBe(page);
  });
});
