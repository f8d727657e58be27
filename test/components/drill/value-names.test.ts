import {describe, expect, it} from "vitest";
import {addsUp, type CellMark, cellCode, isOf} from "../../../src/components/drill/cell-mark.js";
import {parseMark} from "../../../src/components/drill/mark.js";
import {abcExhibit} from "../../../src/components/exhibits/abc.js";
import {abcOverTimeExhibit} from "../../../src/components/exhibits/abc-over-time.js";
import {topSharesExhibit} from "../../../src/components/exhibits/concentration.js";
import type {Exhibit} from "../../../src/components/exhibits/exhibit.js";
import {aliveExhibit, partsExhibit, sensitivityExhibit} from "../../../src/components/exhibits/lifetime.js";
import {holdoutExhibit} from "../../../src/components/exhibits/lifetime-models.js";
import {agreementExhibit, capturedExhibit} from "../../../src/components/exhibits/methods.js";
import {movedMoneyExhibit, movementExhibit} from "../../../src/components/exhibits/movement.js";
import {pyramidExhibit} from "../../../src/components/exhibits/pyramids.js";
import {slicesExhibit} from "../../../src/components/exhibits/rfm.js";
import {bandsExhibit} from "../../../src/components/exhibits/rfm-bands.js";
import {segmentMapExhibit} from "../../../src/components/exhibits/rfm-segments.js";
import {scoresExhibit} from "../../../src/components/exhibits/scores-over-time.js";
import type {Site} from "../../../src/components/site.js";
import type {MovementRow} from "../../../src/cubes/value.js";
import type {Cubes, Locale} from "../../../src/cubes.js";
import {fixtureCubes} from "../fixtures/cubes.js";
import {siteOf, titled} from "../titled-marks.js";

/** The moves of a model that its table holds: those over the first span. */
function overAYear({movement}: Cubes, model: "metal" | "rfm_segment"): MovementRow[] {
  const own = movement.filter((row) => row.model === model);
  const [from] = own.map((row) => row.from).sort();
  return own.filter((row) => row.from === from);
}

describe("a mark of what customers are worth", () => {
  const marksOf = (draw: (site: Site) => Exhibit, locale: Locale, cubes = fixtureCubes()) => {
    const site = siteOf(cubes, locale);
    return new Map(titled(draw(site), site).map(({name, mark}) => [name, mark]));
  };
  const both = (
    draw: (site: Site) => Exhibit,
    names: Record<Locale, string>,
    mark: string | null | undefined,
    cubes = fixtureCubes(),
  ): void => {
    for (const locale of ["en", "zh"] as const)
      expect([names[locale], marksOf(draw, locale, cubes).get(names[locale])]).toEqual([names[locale], mark]);
  };

  it("names its cells by the codes of its table, in both languages", () => {
    both(bandsExhibit, {en: "Avoid, Share of revenue", zh: "避免，收入占比"}, "rfm-bands:avoid");
    both(
      (site) => abcExhibit(site, ["by-customers", "profit"]),
      {en: "Class A, Share of profit", zh: "A类，利润占比"},
      "abc:by-customers/profit/A",
    );
    both(
      abcOverTimeExhibit,
      {en: "Class B, 30 September 2025", zh: "B类，2025年9月30日"},
      "abc-over-time:B@2025-09-30",
    );
    both(
      scoresExhibit,
      {en: "Frequency 5, 31 December 2025", zh: "频度 5，2025年12月31日"},
      "scores-over-time:f/5@2025-12-31",
    );
    both(
      (site) => slicesExhibit(site, ["ntile", "revenue"]),
      {en: "R5 F5 M5", zh: "R5 F5 M5"},
      "rfm-ntile:5/5/5",
    );
    both(
      (site) => movementExhibit(site, ["metal", "recomputed"]),
      {en: "Gold → Diamond", zh: "黄金 → 钻石"},
      "movement-metal:recomputed/gold/diamond",
    );
    both(
      (site) => pyramidExhibit(site, ["value_type"]),
      {en: "Below zero (BZ), Share of profit", zh: "零点以下客户（BZ），利润占比"},
      "pyramids:value_type/below_zero",
    );
    both(
      partsExhibit,
      {en: "1st tenth, value so far", zh: "第1份（最高），历史价值"},
      "lifetime-parts:1/false",
    );
    both(
      partsExhibit,
      {en: "negative value, value so far", zh: "价值为负，历史价值"},
      "lifetime-parts:/true",
    );
    both(aliveExhibit, {en: "P(alive) 90–100%", zh: "P(alive) 90–100%"}, "alive:9");
  });

  it("keeps its text where it is a class that has a panel of its own", () => {
    both(
      (site) => abcExhibit(site, ["by-customers", "revenue"]),
      {en: "Class A, Share of revenue", zh: "A类，收入占比"},
      "abc:A",
    );
    both(
      (site) => pyramidExhibit(site, ["metal"]),
      {en: "Gold, Share of customers", zh: "黄金，客户占比"},
      "metal:gold",
    );
    both(segmentMapExhibit, {en: "Champions", zh: "冠军客户"}, "segment:champions");
    both(
      (site) => slicesExhibit(site, ["primary", "customers"]),
      {en: "R5 F5 M5", zh: "R5 F5 M5"},
      "rfm:555",
    );
    const few = siteOf(fixtureCubes("executives"), "en");
    const hidden = titled(slicesExhibit(few, ["primary", "customers"]), few).filter(
      ({value}) => value === "suppressed",
    );
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every(({name, mark}) => mark === `rfm:${name.replace(/\D/g, "")}`)).toBe(true);
  });

  it("takes in every move of a direction, whatever a filter leaves of them, and adds up", () => {
    const cubes = fixtureCubes();
    const up = marksOf(movedMoneyExhibit, "en", cubes).get("Moved up, Customers");
    const mark = parseMark(up!) as CellMark;
    expect(mark.table).toBe("movement-metal");
    const own = overAYear(cubes, "metal").filter((row) => isOf(mark, cellCode("movement-metal", {...row})));
    const steps = ["lead", "brass", "gold", "diamond"];
    expect(own.length).toBe(mark.cells.length);
    expect(own.length).toBeGreaterThan(2);
    expect(
      own.every(
        (row) => row.thresholds === "frozen" && steps.indexOf(row.to_class) > steps.indexOf(row.from_class),
      ),
    ).toBe(true);
    expect(addsUp(mark)).toBe(true);
    const [one, ...others] = own;
    const left = {
      ...cubes,
      movement: cubes.movement.map((row) =>
        others.includes(row) ? {...row, customers: 0, money_before: 0, money_after: 0} : row,
      ),
    };
    both(
      movedMoneyExhibit,
      {en: "Moved up, Money now", zh: "上移，当前金额"},
      marksOf(movedMoneyExhibit, "en", left).get("Moved up, Customers"),
    );
    expect(one!.customers).toBeGreaterThan(0);
    const none = {
      ...cubes,
      movement: cubes.movement.map((row) =>
        own.includes(row) ? {...row, customers: 0, money_before: 0, money_after: 0} : row,
      ),
    };
    both(movedMoneyExhibit, {en: "Moved up, Customers", zh: "上移，客户数"}, null, none);
  });

  it("stands for nobody where nobody is", () => {
    const cubes = fixtureCubes();
    const empty = {customers: 0, orders: 0, revenue: 0, profit: 0};
    const without: Cubes = {
      ...cubes,
      abc: cubes.abc.map((row) => (row.class === "C" ? {...row, ...empty} : row)),
      pyramid: cubes.pyramid.map((row) =>
        row.level === "lead" || row.level === "exit" ? {...row, ...empty} : row,
      ),
      "rfm-segments": cubes["rfm-segments"].map((row) =>
        row.segment === "champions" ? {...row, ...empty} : row,
      ),
      "rfm-bands": cubes["rfm-bands"].map((row) => (row.band === "keep" ? {...row, ...empty} : row)),
      methods: cubes.methods.map((row) => ({...row, taken: row.method === "abc" ? 0 : 3})),
    };
    const en = (draw: (site: Site) => Exhibit, name: string): (string | null | undefined)[] =>
      [...marksOf(draw, "en", without)].filter(([words]) => words.startsWith(name)).map(([, mark]) => mark);
    for (const measure of ["revenue", "profit"])
      expect(new Set(en((site) => abcExhibit(site, ["by-customers", measure]), "Class C"))).toEqual(
        new Set([null]),
      );
    expect(new Set(en(abcOverTimeExhibit, "Class C"))).toEqual(new Set([null]));
    expect(new Set(en((site) => pyramidExhibit(site, ["metal"]), "Lead"))).toEqual(new Set([null]));
    expect(new Set(en(segmentMapExhibit, "Champions"))).toEqual(new Set([null]));
    expect(new Set(en(bandsExhibit, "Keep"))).toEqual(new Set([null]));
    const captured = en((site) => capturedExhibit(site, true), "ABC");
    expect(captured.length).toBeGreaterThan(1);
    expect(new Set(captured)).toEqual(new Set([null]));
  });

  it("is a point of the curve for the largest at the newest date, where the curve has just so many", () => {
    both(topSharesExhibit, {en: "top 20%, 31 December 2025", zh: "前20%，2025年12月31日"}, "pareto:1-20");
    both(topSharesExhibit, {en: "top 20%, 30 September 2025", zh: "前20%，2025年9月30日"}, null);
    const cubes = fixtureCubes();
    const heads = Math.ceil(0.2 * cubes.concentration.at(-1)!.customers!);
    const curve = cubes["pareto-curve"].filter(({customers}) => customers !== heads);
    expect(curve.length).toBeLessThan(cubes["pareto-curve"].length);
    both(topSharesExhibit, {en: "top 20%, 31 December 2025", zh: "前20%，2025年12月31日"}, null, {
      ...cubes,
      "pareto-curve": curve,
    });
  });

  it("is the same in both squares of two methods: who is in both tops at the newest cut", () => {
    const site = siteOf(fixtureCubes(), "en");
    const squares = titled(agreementExhibit(site), site, [1080]);
    expect(squares.length).toBe(20);
    const clv = squares.filter(({mark}) => mark === "method-agreement:rfm/clv@2024-12-31");
    expect(clv.map(({name}) => name)).toEqual(Array(2).fill("RFM × Lifetime value"));
    expect(new Set(squares.map(({words}) => words)).size).toBe(10);
    const none = fixtureCubes();
    none["method-agreement"] = none["method-agreement"].map((row) => ({...row, agreement: 0}));
    expect(new Set(marksOf((s) => agreementExhibit(s), "en", none).values())).toEqual(new Set([null]));
  });

  it("is none where a figure is a test or a sum of the whole", () => {
    for (const draw of [sensitivityExhibit, holdoutExhibit])
      for (const locale of ["en", "zh"] as const) {
        const marks = [...marksOf(draw, locale).values()];
        expect(marks.length).toBeGreaterThan(2);
        expect(new Set(marks)).toEqual(new Set([null]));
      }
  });
});
