import {describe, expect, it} from "vitest";
import {parseMark} from "../../../src/components/drill/mark.js";
import type {Exhibit} from "../../../src/components/exhibits/exhibit.js";
import {movesExhibit} from "../../../src/components/exhibits/movement/moves.js";
import {isKnown, knownDays} from "../../../src/components/exhibits/movement/pairs.js";
import {regressedMoneyExhibit} from "../../../src/components/exhibits/movement/regressed-money.js";
import {regressionRatesExhibit} from "../../../src/components/exhibits/movement/regression-rates.js";
import {assessmentAgesExhibit} from "../../../src/components/exhibits/relationship/ages.js";
import {contactPatternExhibit} from "../../../src/components/exhibits/relationship/contacts.js";
import {gridExhibit} from "../../../src/components/exhibits/relationship/grid.js";
import {leanExhibit} from "../../../src/components/exhibits/relationship/reliance.js";
import {crossExhibit} from "../../../src/components/exhibits/relationship/stage-cross.js";
import {stagesOverTimeExhibit} from "../../../src/components/exhibits/relationship/stages-over-time.js";
import {walletExhibit} from "../../../src/components/exhibits/relationship/wallet.js";
import {walletGapExhibit} from "../../../src/components/exhibits/relationship/wallet-gap.js";
import {alertsBySignal, alertsOverTime} from "../../../src/components/exhibits/warning/alerts.js";
import {catchExhibit, signalPrecision} from "../../../src/components/exhibits/warning/backtest.js";
import {churnExhibit} from "../../../src/components/exhibits/warning/churn.js";
import {opportunitiesExhibit} from "../../../src/components/exhibits/warning/opportunities.js";
import {day} from "../../../src/components/formats.js";
import type {Site} from "../../../src/components/site.js";
import {type Cubes, type Locale, walletStages} from "../../../src/cubes.js";
import {fixtureCubes} from "../fixtures/cubes.js";
import {siteOf, titled} from "../titled-marks.js";

const locales = ["en", "zh"] as const;

type Said = [draw: (site: Site) => Exhibit, words: Record<Locale, string>, mark: string];

const byHand: Record<string, Said> = {
  "a sign in a phase": [
    alertsBySignal,
    {en: "Wallet share falling, Recovery", zh: "采购份额下降，事后挽救及补救"},
    "alerts:wallet_falling/recovery",
  ],
  "a phase at a date": [
    alertsOverTime,
    {en: "Recovery, 30 June 2025", zh: "事后挽救及补救，2025年6月30日"},
    "alert-accounts:recovery@2025-06-30",
  ],
  "who left by a date": [
    churnExhibit,
    {en: "Share of revenue, 31 December 2025", zh: "收入占比，2025年12月31日"},
    "churn:true@2025-12-31",
  ],
  "an opportunity at a stage": [
    opportunitiesExhibit,
    {
      en: "Cost reduction, strategic (guard: a rival’s way in)",
      zh: "降低成本，战略合作（防守：对手的切入机会）",
    },
    "opportunities:cost_reduction/strategic",
  ],
  "a square of both stages": [
    crossExhibit,
    {en: "Grid: not assessed × Wallet: interrupted", zh: "方格·未评估 × 份额·中断"},
    "stage-cross:unassessed/interrupted",
  ],
  "old assessments of a stage": [
    assessmentAgesExhibit,
    {en: "Below nurturing × 181 to 365 days", zh: "未达孕育阶段 × 181至365天"},
    "assessment-ages:pre/181",
  ],
  "a group without a region": [
    (site) => walletGapExhibit(site, ["region"]),
    {en: "Not given, Our share", zh: "未填写，我方份额"},
    "wallet-segments:region/unknown/",
  ],
  "all who lean one way": [
    leanExhibit,
    {en: "Person-dependent, Profit", zh: "人情关系，利润"},
    "grid:*/person",
  ],
  "a stage of accounts, met or not": [
    contactPatternExhibit,
    {en: "Strategic, People", zh: "战略合作，人数"},
    "contact-pattern:strategic/*/*",
  ],
  "a move over about a year": [
    (site) => movesExhibit(site, ["abc"]),
    {en: "Class B → Class C", zh: "B类 → C类"},
    "moves-abc:2024-12-31/B/C/*",
  ],
  "all who regressed in a model": [
    regressedMoneyExhibit,
    {en: "ABC classes, Their revenue after", zh: "ABC分类，之后的收入"},
    "moves-abc:2024-12-31/*/*/down",
  ],
  "a stage at a date": [
    (site) => stagesOverTimeExhibit(site, "wallet"),
    {en: "unknown share, 31 March 2024", zh: "份额未知，2024年3月31日"},
    "wallet-over-time:unknown@2024-03-31",
  ],
};

describe("a mark of relationships, movement or warnings", () => {
  const marksOf = (draw: (site: Site) => Exhibit, locale: Locale = "en", cubes = fixtureCubes()) => {
    const site = siteOf(cubes, locale);
    return new Map(titled(draw(site), site).map(({name, mark}) => [name, mark]));
  };

  it.each(Object.entries(byHand))(
    "names its cells by the codes of its table: %s",
    (_, [draw, words, mark]) => {
      for (const locale of locales) expect(marksOf(draw, locale).get(words[locale]), locale).toBe(mark);
    },
  );

  it("is of moves between days that filters know, and of no others", () => {
    const cubes = fixtureCubes();
    const days = knownDays(cubes.report);
    expect(days).toEqual({from: ["2024-12-31", "2023-12-31"], to: "2025-12-31"});
    for (const [from, to, marked] of [
      ["2024-12-31", "2025-12-31", true],
      ["2023-12-31", "2025-12-31", true],
      ["2025-03-31", "2025-12-31", false],
      ["2023-12-31", "2024-12-31", false],
    ] as const) {
      const pair = {model: "abc", from, to} as const;
      expect(isKnown(pair, days)).toBe(marked);
      const marks = [...marksOf((site) => movesExhibit(site, [], pair)).values()];
      expect(marks.length).toBeGreaterThan(3);
      expect(new Set(marks.map((mark) => mark?.startsWith(`moves-abc:${from}/`) ?? false))).toEqual(
        new Set([marked]),
      );
    }
  });

  it("is missing where nobody regressed", () => {
    const of = (cubes: Cubes) =>
      marksOf(regressedMoneyExhibit, "en", cubes).get("ABC classes, Their revenue before");
    const cubes = fixtureCubes();
    expect(of(cubes)).toBe("moves-abc:2024-12-31/*/*/down");
    const moves = cubes["class-movement-pairs"];
    const [down, same] = [moves.directions.indexOf("down"), moves.directions.indexOf("same")];
    moves.direction = moves.direction.map((way) => (way === down ? same : way));
    expect(of(cubes)).toBeNull();
  });

  it("is at every date of churn, also where filters can't choose who had bought before", () => {
    const cubes = fixtureCubes();
    const marks = marksOf((site) => churnExhibit(site), "en", cubes);
    for (const {as_of} of cubes.churn)
      for (const of of ["Share of customers", "Share of revenue"])
        expect(marks.get(`${of}, ${day(as_of, "en")}`)).toBe(`churn:true@${as_of}`);
    expect(cubes.churn.length).toBeGreaterThan(5);
  });

  it("stays a class on the grid and at the bars of the wallet", () => {
    for (const [draw, kind] of [
      [(site: Site) => gridExhibit(site, false), "grid"],
      [(site: Site) => walletExhibit(site, false), "wallet"],
    ] as const) {
      const marks = [...marksOf(draw).values()].flatMap((mark) => (mark === null ? [] : [parseMark(mark)!]));
      expect(marks.length).toBeGreaterThan(walletStages.length - 1);
      expect(new Set(marks.map((mark) => mark.kind))).toEqual(new Set([kind]));
    }
  });

  it("is none in tests of methods over many dates", () => {
    const tests = [
      (site: Site) => catchExhibit(site, "caught"),
      (site: Site) => catchExhibit(site, "money"),
      signalPrecision,
      (site: Site) => regressionRatesExhibit(site, ["wallet_stage", "year"]),
    ];
    for (const draw of tests)
      for (const locale of locales) expect(new Set(marksOf(draw, locale).values())).toEqual(new Set([null]));
  });
});
