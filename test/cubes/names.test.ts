import {JSDOM} from "jsdom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {categoriesTable} from "../../src/components/exhibits/spend.js";
import {filterBar} from "../../src/components/filter/bar.js";
import {nameOf} from "../../src/components/name-of.js";
import {drawingDocument, type Site} from "../../src/components/site.js";
import {type Published, publishWhole, Workshop} from "../warehouse/published.js";

/** Ten customers in the East, one at sea; each buys bearings. */
const regionOf = (i: number): string => (i < 10 ? "East China" : "At sea");
const ids = Array.from({length: 11}, (_, i) => i);
const files = {
  "transactions.csv": `customer_id,ordered_on,amount,category\n${ids.map((i) => `c${i},2025-01-05,${i + 1},Bearings`).join("\n")}\n`,
  "customers.csv": `customer_id,name,region\n${ids.map((i) => `c${i},Firm ${i},${regionOf(i)}`).join("\n")}\n`,
  "report.toml": `[names.zh]
"East China" = "华东"
"At sea" = "海上"
Bearings = "轴承"
Elsewhere = "别处"
[names.en]
Bearings = "Ball bearings"
`,
};

describe("names that the publisher gives to texts of the exports", () => {
  let workshop: Workshop;
  let analysts: Published;
  let executives: Published;
  beforeAll(async () => {
    workshop = new Workshop();
    const folder = workshop.folder(files);
    analysts = await publishWhole(folder);
    executives = await publishWhole(folder, "executives");
  });
  afterAll(() => workshop.remove());

  const site = (of: Published, locale: Site["locale"]): Site => {
    const report = of.cube("report");
    const reader = {
      report,
      read: (name: never) => of.cube(name),
      find: (name: never) => of.cube(name),
      has: (name: keyof typeof report.exports) => report.exports[name],
    };
    return {cubes: reader as unknown as Site["cubes"], locale, document: drawingDocument()};
  };

  it("are published where the report shows the text, and not where it doesn't", () => {
    expect(analysts.cube("report").names).toEqual([
      {text: "At sea", en: null, zh: "海上"},
      {text: "Bearings", en: "Ball bearings", zh: "轴承"},
      {text: "East China", en: null, zh: "华东"},
    ]);
  });

  it("tell executives no region of few customers, neither in the list nor among the settings", () => {
    expect(executives.cube("report").names.map(({text}) => text)).toEqual(["Bearings", "East China"]);
    const all = Object.values(executives.bytes()).join("\n");
    for (const hidden of ["At sea", "海上", "Elsewhere"])
      expect(all).not.toContain(Buffer.from(hidden).toString("latin1"));
  });

  it("stand in the language that they are given for, the export's text elsewhere", () => {
    const report = analysts.cube("report");
    expect(nameOf("East China", report, "zh")).toBe("华东");
    expect(nameOf("East China", report, "en")).toBe("East China");
    expect(nameOf("Bearings", report, "en")).toBe("Ball bearings");
    expect(nameOf("Nowhere", report, "zh")).toBe("Nowhere");
    expect(categoriesTable(site(analysts, "zh")).text).toContain("轴承");
  });

  it("are what a filter offers, while its address keeps the export's text", () => {
    const {document} = new JSDOM(filterBar(site(analysts, "zh")).text).window;
    const east = document.querySelector('select[name=region] option[value="East China"]')!;
    expect(east.textContent).toBe("华东");
  });

  it("stand beside all others and not known only where somebody is there, and not too few", () => {
    const offered = (of: Published, dimension: string): string[] => {
      const {document} = new JSDOM(filterBar(site(of, "en")).text).window;
      return [...document.querySelectorAll<HTMLOptionElement>(`select[name=${dimension}] option`)].map(
        ({value}) => value,
      );
    };
    expect(offered(analysts, "region")).toEqual(["", "East China", "At sea"]);
    expect(offered(executives, "region")).toEqual(["", "East China"]);
    expect(offered(analysts, "industry")).toEqual(["", "~unknown"]);
  });
});
