import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {drawBlock} from "../../src/components/blocks.js";
import {openCubes} from "../../src/components/cube-files.js";
import {told} from "../../src/components/relationship-facts.js";
import {bandName} from "../../src/components/relationship-terms.js";
import {drawingDocument} from "../../src/components/site.js";
import type {Cubes, ExportName, Locale} from "../../src/cubes.js";
import {fixtureCubes, writeFixtureCubes} from "./fixtures/cubes.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true});
});

/** Draws directives over cubes, as a page would. */
function drawer(cubes: Partial<Cubes>, locale: Locale = "en"): (directive: string) => Document {
  const folder = mkdtempSync(join(tmpdir(), "guanxi-cubes-"));
  folders.push(folder);
  writeFixtureCubes(folder, cubes);
  const site = {cubes: openCubes(folder), locale, document: drawingDocument()};
  return (directive) => new JSDOM(String(drawBlock(directive, site))).window.document;
}

const says = (document: Document): string => document.querySelector(".says")?.textContent ?? "";
const without = (cubes: Cubes, ...names: ExportName[]): Cubes => ({
  ...cubes,
  report: {
    ...cubes.report,
    exports: {...cubes.report.exports, ...Object.fromEntries(names.map((name) => [name, false]))},
  },
});

const directives = [
  "chart lean",
  "chart lean-by-stage",
  "chart assessment-ages",
  "chart wallet-gap abc",
  "chart wallet-gap rfm_segment",
  "chart wallet-gap region",
  "chart wallet-gap industry",
  "chart wallet-ages",
  "chart contact-pattern",
  "table binding",
  "table reliance person",
  "table reliance thin",
  "table stale-assessments",
  "table wallet-accounts",
  "table senior-visits",
  "table wallet-reconciliation",
  "headline relationship",
  "headline wallet",
  "figures relationship",
  "figures wallet",
];

describe("the relationship and wallet pages", () => {
  let cubes: Cubes;
  beforeAll(() => {
    cubes = fixtureCubes();
  });

  it("tell counts and money of the axis that is ahead, and of all who are assessed", () => {
    const now = cubes.grid.filter((r) => r.as_of === cubes.report.as_of && r.stage !== "unassessed");
    const person = now.filter((r) => r.lean === "person").reduce((s, r) => s + r.customers!, 0);
    const draw = drawer(cubes);
    expect(says(draw("chart lean"))).toMatch(new RegExp(`^${person} assessed accounts are person-dependent`));
    const rows = [...draw("table binding").querySelectorAll("tbody tr")];
    const counted = rows.reduce((s, tr) => s + Number(tr.querySelectorAll("td")[2]!.textContent), 0);
    expect(counted).toBe(now.reduce((s, r) => s + r.customers!, 0));
  });

  it("say at least, and of what, where squares are suppressed", () => {
    const executives = fixtureCubes("executives");
    const {as_of} = executives.report;
    const small = executives.grid.find((r) => r.as_of === as_of && r.lean === "person")!;
    const grid = executives.grid.map((r) =>
      r === small
        ? {...r, customers: null, revenue: null, profit: null, stale_customers: null, suppressed: true}
        : r,
    );
    const draw = drawer({...executives, grid});
    const text = says(draw("chart lean"));
    expect(text).toMatch(/^At least \d+ assessed accounts/);
    expect(text).toContain("Squares of fewer than 5 accounts, and those that would tell them, are left out.");
    expect(says(draw("chart assessment-ages"))).toMatch(/^At least \d+ accounts were last assessed/);
    expect(says(draw("chart lean-by-stage"))).toMatch(
      /^Some stages hold too few person-dependent accounts for their revenue to be compared\. Squares/,
    );
    for (const directive of directives) expect(draw(directive).body.textContent).not.toMatch(/C0\d{3}/);
    expect(draw("table reliance person").body.textContent).toContain("not published for this audience");
  });

  it("say it for one account, and for none", () => {
    const square = cubes.grid.find((r) => r.as_of === cubes.report.as_of && r.lean === "person")!;
    const one = {...square, customers: 1, revenue: 100_00, profit: 20_00, stale_customers: 1};
    const draw = drawer({...cubes, grid: [one]});
    expect(says(draw("chart lean"))).toBe(
      "1 assessed account is person-dependent and may leave with the seller: ¥100 of revenue, 100% of what all assessed accounts bring, and ¥20.0 of profit.",
    );
    expect(says(draw("chart assessment-ages"))).toMatch(
      /^1 account was last assessed more than 180 days ago, 100%/,
    );
    const none = drawer({...cubes, grid: cubes.grid.filter((r) => r.lean === "balanced")});
    expect(says(none("chart lean"))).toBe("No assessed account is person-dependent.");
  });

  it("ask for each export that is missing", () => {
    const needs = (draw: (directive: string) => Document, directive: string): string =>
      draw(directive).querySelector("[role=note] code")?.textContent ?? "";
    const draw = drawer(without(cubes, "interactions", "customers"));
    expect(needs(draw, "chart contact-pattern")).toBe("interactions");
    expect(needs(draw, "table senior-visits")).toBe("interactions");
    expect(needs(draw, "chart wallet-gap region")).toBe("customers");
    expect(needs(draw, "chart wallet-gap abc")).toBe("");
    const bare = drawer(without(cubes, "wallets", "relationships"), "zh");
    for (const directive of [
      "chart contact-pattern",
      "chart wallet-gap region",
      "table wallet-reconciliation",
    ])
      expect(needs(bare, directive)).toBe("wallets");
    for (const directive of ["chart lean", "table binding", "table stale-assessments"])
      expect(needs(bare, directive)).toBe("relationships");
  });

  it("draw without a fault where there are no rows, no costs, or everything is suppressed", () => {
    const hide = <T extends object>(rows: T[]): T[] =>
      rows.map((r) => ({
        ...r,
        ...Object.fromEntries(
          [
            "customers",
            "revenue",
            "profit",
            "ours",
            "gap",
            "category_spend",
            "stale_customers",
            "met_customers",
            "departments",
            "people",
            "senior_customers",
          ]
            .filter((column) => column in r)
            .map((column) => [column, null]),
        ),
        suppressed: true,
      }));
    const names = [
      "grid",
      "assessment-ages",
      "wallet",
      "wallet-ages",
      "wallet-segments",
      "contact-pattern",
    ] as const;
    const hidden = Object.fromEntries(names.map((name) => [name, hide<object>(cubes[name])]));
    const empty = Object.fromEntries(
      [...names, "reliance-accounts", "stale-assessments", "wallet-accounts", "senior-visits"].map((name) => [
        name,
        [],
      ]),
    );
    const costless = {
      report: {...cubes.report, has_profit: false},
      grid: cubes.grid.map((r) => ({...r, profit: null})),
    };
    for (const change of [hidden, empty, costless])
      for (const locale of ["en", "zh"] as const) {
        const draw = drawer({...cubes, ...change}, locale);
        for (const directive of directives)
          expect(draw(directive).documentElement.outerHTML, directive).not.toMatch(/NaN|undefined|Infinity/);
      }
  });

  it("put what our sales were in the figures' periods beside the window's revenue, to the cent", () => {
    const rows = [...drawer(cubes)("table wallet-reconciliation").querySelectorAll("tbody tr")];
    expect(rows).toHaveLength(5);
    for (const tr of rows) {
      const [, ours, revenue, difference] = [...tr.querySelectorAll("td")].map((td) =>
        Math.round(100 * Number(td.textContent!.replace(/[¥,]/g, "").replace("−", "-"))),
      );
      expect(revenue! - ours!).toBe(difference);
    }
  });
});

describe("told", () => {
  const cell = (customers: number | null) => ({
    customers,
    revenue: customers,
    profit: null,
    suppressed: customers === null,
  });
  it("adds what is shown, says that something is hidden, and knows nothing where all is", () => {
    expect(told([cell(7), cell(null)])).toEqual({customers: 7, revenue: null, profit: null, partly: true});
    expect(told([cell(null)])).toEqual({customers: null, revenue: null, profit: null, partly: true});
    expect(told([])).toEqual({customers: 0, revenue: 0, profit: 0, partly: false});
  });
});

describe("a band of ages", () => {
  it("is named by its first and last day in both languages", () => {
    const bands = [
      {band: 1, from_days: 0, to_days: 90},
      {band: 2, from_days: 91, to_days: 180},
      {band: 3, from_days: 181, to_days: null},
    ];
    expect(bands.map((b) => bandName(b, "en"))).toEqual(["up to 90 days", "91 to 180 days", "over 180 days"]);
    expect(bands.map((b) => bandName(b, "zh"))).toEqual(["90天以内", "91至180天", "180天以上"]);
  });
});
