import {describe, expect, it} from "vitest";
import {paretoCurve} from "../../src/components/charts/pareto-curve.js";
import {textWidth} from "../../src/components/charts/text-width.js";
import {abcExhibit} from "../../src/components/exhibits/abc.js";
import {inputsTable, ledgerTable} from "../../src/components/exhibits/data.js";
import {paretoExhibit} from "../../src/components/exhibits/pareto-curve.js";
import {figureRows} from "../../src/components/figures/key-figure-rows.js";
import {ledgerWords} from "../../src/components/ledger-words.js";
import type {Cubes, Locale, ParetoPoint} from "../../src/cubes.js";
import {drawingOptions} from "./chart-rules.js";
import {drawn} from "./drawn.js";
import {fixtureCubes} from "./fixtures/cubes.js";
import {siteOf} from "./titled-marks.js";

const hiddenClasses = (cubes: Cubes): Cubes => ({
  ...cubes,
  abc: cubes.abc.map((row) => ({...row, customers: null, revenue: null, profit: null, suppressed: true})),
});
const classesSay = (
  args: readonly string[],
  filtered: boolean,
  locale: Locale,
  cubes = hiddenClasses(fixtureCubes("executives")),
): string => abcExhibit(siteOf(cubes, locale), args, filtered).says;

describe("classes that are hidden from executives", () => {
  const {primary_abc_preset: preset, primary_abc_measure: measure} = fixtureCubes().report;
  const others = [preset === "by-value" ? "by-customers" : "by-value", measure];

  it("say under a filter that beside the report's own no others are told, which few customers don't explain", () => {
    expect(classesSay(others, true, "en")).toMatch(
      /^Under a filter only the report’s own classes are told \(/,
    );
    expect(classesSay(others, true, "zh")).toMatch(/^筛选下只公布报告所用的类别（/);
  });

  it("say so neither of the report's own, nor of everyone, nor where some are told", () => {
    expect(classesSay([preset, measure], true, "en")).toMatch(/too few customers/);
    expect(classesSay(others, false, "en")).toMatch(/too few customers/);
    expect(classesSay(others, true, "en", fixtureCubes("executives"))).toMatch(/^Class A/);
  });
});

/** A curve of a few points, of so many customers in all: [customers, share of the money]. */
function curveOf(
  measure: "revenue" | "profit",
  ends: readonly (readonly [number, number])[],
  n = 92,
): ParetoPoint[] {
  const most = Math.max(...ends.map(([, share]) => share));
  return ends.map(([customers, share]) => ({
    measure,
    customers,
    customer_share: customers / n,
    amount: share * 1e6,
    amount_share: share,
    peak: share === most,
  }));
}
const steep = curveOf("profit", [
  [5, 0.85],
  [10, 1.1],
  [92, 1],
]);
const thin = [
  ...curveOf("revenue", [
    [16, 0.77],
    [34, 0.95],
    [92, 1],
  ]),
  ...steep,
];

describe("a Pareto curve of few points", () => {
  const exhibit = (points: ParetoPoint[], locale: Locale, audience: "executives" | "analysts") =>
    paretoExhibit(siteOf({...fixtureCubes(audience), "pareto-curve": points}, locale), "pareto", false);

  it("says to executives why it has no more, and that these don't tell of the largest", () => {
    expect(exhibit(thin, "en", "executives").subtitle).toMatch(
      /; few points, so that small groups stay hidden$/,
    );
    expect(exhibit(thin, "en", "executives").says).toBe(
      "Too few points are told to say what the largest customers bring.",
    );
    expect(exhibit(thin, "zh", "executives").subtitle).toMatch(/；点数较少，以免推出小群体$/);
    expect(exhibit(thin, "zh", "executives").says).toMatch(/^公布的点太少/);
  });

  it("says nothing of it to analysts, or where it has a point for each customer or enough", () => {
    const many = fixtureCubes("executives")["pareto-curve"];
    const all = [1, 2, 3].map((n) => [n, n / 3] as const);
    for (const {subtitle} of [
      exhibit(thin, "en", "analysts"),
      exhibit(many, "en", "executives"),
      exhibit(curveOf("revenue", all, 3), "en", "executives"),
    ])
      expect(subtitle).not.toContain("few points");
  });

  it("calls none of them the peak to executives, for the curve may climb higher between them", () => {
    const words = (audience: "executives" | "analysts"): string =>
      JSON.stringify(exhibit(thin, "en", audience).draw(drawingOptions("p", 1080)));
    expect(words("analysts")).toContain("Profit peaks at 110%");
    expect(words("executives")).not.toContain("peaks");
  });

  const labelsOf = (points: ParetoPoint[]): Element[] => [
    ...drawn(paretoCurve)(points, drawingOptions("p", 1080)).querySelectorAll("text[font-weight='600']"),
  ];

  it("has the words of a peak that stands far left begin at it, so that none is cut off", () => {
    const label = labelsOf(thin).find((text) => text.textContent?.startsWith("Profit peaks"))!;
    const half = (13 * textWidth(label.textContent!)) / 2;
    expect(Number(label.getAttribute("x"))).toBeLessThan(half);
    expect(label.getAttribute("text-anchor")).toBe("start");
  });

  it("has the words of the top fifth below the curve where the peak's stand beside them", () => {
    const near = [
      ...curveOf("revenue", [
        [19, 0.5],
        [92, 1],
      ]),
      ...curveOf("profit", [
        [15, 1.1],
        [19, 1.08],
        [92, 1],
      ]),
    ];
    const [peak, fifth] = ["Profit peaks", "Profit: the top"].map((begins) =>
      labelsOf(near).find((text) => text.textContent?.startsWith(begins)),
    );
    const y = (text: Element | undefined): number => Number(text!.getAttribute("y"));
    expect(y(fifth) - y(peak)).toBeGreaterThan(32);
  });
});

describe("customers with refunds only who are left out, since they are few", () => {
  const leftOut = (): Cubes => {
    const cubes = fixtureCubes("executives");
    return {
      ...cubes,
      ledger: {...cubes.ledger, refund_only_customers: null},
      inputs: cubes.inputs.map((row) => ({...row, money_read: null, money_used: null, money_rejected: null})),
      kpis: cubes.kpis.map((row) => ({...row, refund_only_customers: null})),
    };
  };

  it("are named on the data page as left out, with why the money of the exports isn't told", () => {
    const [en, zh] = (["en", "zh"] as const).map((locale) => siteOf(leftOut(), locale));
    expect(String(ledgerTable(en!))).toContain("Customers with refunds only are left out of every count");
    expect(String(ledgerTable(zh!))).toContain("仅有退款的客户在全体、某一地区、行业或阶段中少于5位");
    expect(String(inputsTable(en!))).toContain("The money of the exports is not told");
    expect(String(inputsTable(zh!))).toContain("导出文件中的金额不予公布");
    const names = [en!, zh!].map((site) => figureRows.data!(site).at(-1)!.name);
    expect(names).toEqual([
      "Customers on the ledger, without those with refunds only",
      "账上客户（不含仅有退款的客户）",
    ]);
  });

  it("are not spoken of where they are told", () => {
    const site = siteOf(fixtureCubes(), "en");
    expect(String(ledgerTable(site))).not.toContain("left out of every count");
    expect(String(inputsTable(site))).not.toContain("is not told");
    expect(figureRows.data!(site).at(-1)!.name).not.toContain("without");
  });

  it("are not among those of whom a curve says that it ranks them", () => {
    const cubes = leftOut();
    const {customers} = cubes.kpis.find((row) => row.role === "now")!;
    expect(ledgerWords(customers, siteOf(cubes, "en"))).toBe(`all ${customers} who have bought`);
    expect(ledgerWords(customers, siteOf(cubes, "zh"))).toBe(`有过购买的全部${customers}位客户`);
    expect(ledgerWords(customers + 4, siteOf(cubes, "en"))).toBe("all on the ledger");
  });
});
