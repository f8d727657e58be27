import {describe, expect, it} from "vitest";
import {lifetimeSentence} from "../../src/components/findings/lifetime.js";
import {methodsSentence, methodsVerdict} from "../../src/components/findings/methods.js";
import {pyramidSentence} from "../../src/components/findings/pyramid.js";
import {
  directionOf,
  howMany,
  howManyInWords,
  movedBy,
  movedIn,
  yearSpan,
} from "../../src/components/movement-facts.js";
import type {MethodSummaryRow, MovementRow} from "../../src/cubes/value.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const cubes = fixtureCubes();
const {report} = cubes;
const parts = cubes["lifetime-values"].filter((r) => r.as_of === report.as_of);
const facts = {parts, horizon: {months: 36, rate: 0.1}, models: [], report};

const summary = (
  method: MethodSummaryRow["method"],
  mean: number,
  half: number | null,
): MethodSummaryRow => ({
  method,
  cuts: half === null ? 1 : 4,
  mean,
  low: half === null ? null : mean - half,
  high: half === null ? null : mean + half,
  wins: 1,
  rank_correlation: null,
});

const move = (from_class: string, to_class: string, customers: number | null): MovementRow => ({
  model: "metal",
  from: "2024-12-31",
  to: "2025-12-31",
  thresholds: "frozen",
  from_class,
  to_class,
  customers,
  money_before: customers === null ? null : 100,
  money_after: customers === null ? null : 200,
  suppressed: customers === null,
});

describe("the sentence about lifetime value", () => {
  it("says the horizon, the worth, who holds it and whose lifetime value is negative", () => {
    expect(lifetimeSentence(facts, "en")).toMatch(
      /^The next 36 months are worth ¥[\d.]+M, [\d.]+% of it with ([\d,]+) customers; the \1 are the top tenth of customers whose lifetime value is not negative; \d+ customers have a negative lifetime value(?: before cost to serve)?\.$/,
    );
    expect(lifetimeSentence(facts, "zh")).toMatch(
      /^未来36个月预计价值¥.*，其中[\d.]+%来自(\d+)位客户；这\1位是生命周期价值不为负的客户中价值最高的十分之一；另有\d+位客户的生命周期价值.*为负。$/,
    );
  });
  it("says that values below zero are before cost to serve, where there is such a cost", () => {
    const having = (costs: boolean) => ({...facts, report: {...report, exports: {...report.exports, costs}}});
    expect(lifetimeSentence(having(true), "en")).toMatch(/a negative lifetime value before cost to serve\.$/);
    expect(lifetimeSentence(having(true), "zh")).toContain("生命周期价值（未扣除服务成本）为负");
    expect(lifetimeSentence(having(false), "en")).toMatch(/a negative lifetime value\.$/);
    expect(lifetimeSentence(having(false), "zh")).not.toContain("服务成本");
  });
  it("says that it counts revenue where there are no costs", () => {
    const none = {...facts, report: {...report, has_profit: false}};
    expect(lifetimeSentence(none, "en")).toContain("of revenue");
    expect(lifetimeSentence(none, "zh")).toContain("以收入计");
  });
  it("claims nothing without a fit, and no sum where parts are suppressed", () => {
    expect(lifetimeSentence({...facts, parts: []}, "en")).toMatch(/can’t be estimated/);
    const hidden = parts.map((r) => (r.below_zero ? {...r, clv_future: null, suppressed: true} : r));
    expect(lifetimeSentence({...facts, parts: hidden}, "en")).toMatch(/^Too few/);
  });
});

describe("the sentence about the methods", () => {
  it("says how far the best is ahead, where the intervals are apart", () => {
    const rows = [summary("clv", 0.7, 0.02), summary("abc", 0.6, 0.02), summary("rfm", 0.5, 0.02)];
    expect(methodsVerdict(rows, "en")).toBe(
      "Lifetime value’s top 20% brought most on average, 70.0%, 10.0 points more than that of ABC: more than the spread between dates.",
    );
    expect(methodsSentence(rows, "en")).toMatch(/^Lifetime value finds the customers that matter best/);
  });
  it("calls no method ahead where the intervals overlap", () => {
    const rows = [summary("clv", 0.7, 0.08), summary("abc", 0.66, 0.02), summary("rfm", 0.5, 0.02)];
    expect(methodsVerdict(rows, "en")).toMatch(
      /; the difference from ABC is within the spread between dates\.$/,
    );
    expect(methodsSentence(rows, "en")).toBe(
      "Lifetime value and ABC choose customers about equally well; their top fifths brought 70.0% and 66.0% of the next period’s money, a difference that chance alone could explain.",
    );
    expect(methodsSentence(rows, "zh")).toContain("与ABC分析选客户的准确度相当");
  });
  it("says that too few dates can’t tell, and that no cut can’t compare", () => {
    const rows = [summary("clv", 0.7, null), summary("abc", 0.6, null)];
    expect(methodsVerdict(rows, "en")).toMatch(/too few dates/);
    expect(methodsSentence(rows, "en")).toMatch(/about equally well/);
    expect(methodsVerdict([], "zh")).toMatch(/历史太短/);
  });
});

describe("movement", () => {
  const rows = [
    move("gold", "diamond", 3),
    move("gold", "lead", 5),
    move("lead", "lead", 40),
    move("arrived", "brass", 2),
  ];
  it("knows up, down, same and new", () => {
    expect(rows.map(directionOf)).toEqual(["up", "down", "same", "new"]);
    expect(directionOf({model: "rfm_segment", from_class: "champions", to_class: "loyal"})).toBe("same");
    expect(directionOf({model: "rfm_segment", from_class: "loyal", to_class: "hibernating"})).toBe("down");
    expect(directionOf({model: "rfm_segment", from_class: "at_risk", to_class: "new"})).toBe("up");
  });
  it("adds up to all customers and all money", () => {
    const by = movedBy(rows);
    expect(by.reduce((s, m) => s + m.customers, 0)).toBe(50);
    expect(by.reduce((s, m) => s + m.money_after!, 0)).toBe(800);
  });
  it("gives the least number, and no money, where moves are suppressed", () => {
    const by = movedBy([...rows, move("brass", "gold", null)]);
    const up = by.find((m) => m.direction === "up")!;
    expect(up).toMatchObject({customers: 3, exact: false, money_after: null});
    expect(howMany(up, "en")).toBe("at least 3");
    expect(howMany({customers: 0, exact: false}, "en")).toBe("some");
    expect(howMany({customers: 0, exact: true}, "en")).toBe("0");
    expect(howManyInWords({customers: 0, exact: true}, "en")).toBe("none");
    expect(howManyInWords(up, "en")).toBe("at least 3");
    expect(howMany(up, "zh")).toBe("至少3位");
  });
  it("tells all who came where the headline figures tell them, of the same days alone", () => {
    const hidden = [...rows, move("arrived", "gold", null)];
    const came = (told: number | null, window_from = "2025-01-01") => {
      const kpis = cubes.kpis.map((row) => ({...row, new_customers: told}));
      const known = {report: {...report, as_of: "2025-12-31", window_from}, kpis};
      const find = (name: string) => (known as Record<string, unknown>)[name] ?? null;
      return movedIn(hidden, {...known, find, read: find, has: () => true} as never).at(-1);
    };
    expect(came(9)).toMatchObject({direction: "new", customers: 9, exact: true, money_after: null});
    expect(came(null)).toMatchObject({customers: 2, exact: false});
    expect(came(9, "2025-07-01")).toMatchObject({customers: 2, exact: false});
  });
  it("takes the span of about a year where there are two", () => {
    expect(yearSpan([{...move("lead", "lead", 1), from: "2025-09-30"}, ...rows])).toBe("2024-12-31");
    expect(yearSpan([])).toBeNull();
  });
});

describe("the sentence about the pyramid", () => {
  const levels = cubes.pyramid.filter((r) => r.pyramid === "metal" && r.as_of === report.as_of);
  const moved = [move("gold", "diamond", 3), move("gold", "lead", 5)];
  it("says how few the diamonds are, what they bring and who moved", () => {
    expect(pyramidSentence({levels, moved, report}, "en")).toMatch(
      /^\d+ diamond customers, [\d.]+% of all, bring [\d.]+% of profit; by frozen thresholds, 3 moved up and 5 down since 31 Dec 2024\.$/,
    );
    expect(pyramidSentence({levels, moved, report}, "zh")).toContain(
      "按固定分界，2024年末以来3位上移，5位下移",
    );
  });
  it("speaks of revenue where there are no costs, and of levels alone where nobody’s moves are known", () => {
    const text = pyramidSentence({levels, moved: [], report: {...report, has_profit: false}}, "en");
    expect(text).toMatch(/% of revenue\.$/);
    expect(pyramidSentence({levels: [], moved: [], report}, "en")).toMatch(/^Too few/);
  });
});
