import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  breakEven,
  budgetQuery,
  headsUpTo,
  parseBudget,
  planBudget,
  planFault,
  type Tier,
} from "../../src/components/budget-plan.js";
import type {BudgetFacts} from "../../src/components/exhibits/budget/facts.js";
import {restText} from "../../src/components/exhibits/budget/form.js";
import {cash, limitCash} from "../../src/components/exhibits/budget/result.js";

const first: Tier[] = [{share: 100, cost: 200}];
const second = (letter: number): Tier[] => [
  {share: 4, cost: 1000},
  {share: 16, cost: 200},
  {share: 80, cost: letter},
];

/** Tiers whose shares are whole per cents that add up to 100. */
const tiers = fc
  .tuple(
    fc.uniqueArray(fc.integer({min: 1, max: 99}), {maxLength: 5}),
    fc.array(fc.integer({min: 0, max: 5000}), {minLength: 6, maxLength: 6}),
  )
  .map(([cuts, costs]): Tier[] => {
    const ends = [...cuts.sort((a, b) => a - b), 100];
    return ends.map((end, i) => ({share: end - (ends[i - 1] ?? 0), cost: costs[i]!}));
  });

describe("the share of the last tier", () => {
  it("is a whole per cent, or a dash where the others leave nothing or no number", () => {
    expect([80, 1, 0, -40, Number.NaN].map(restText)).toEqual(["80%", "1%", "–", "–", "–"]);
  });
});

describe("a limit", () => {
  const facts = {currency: "CNY", minor_digits: 2} as BudgetFacts;
  it("is told exactly, and never rounded up over itself", () => {
    expect([160.8, 160.999, 160, 1234.567].map((x) => limitCash(x, facts, "en"))).toEqual([
      "¥160.80",
      "¥160.99",
      "¥160",
      "¥1,234.56",
    ]);
    expect(cash(71.3, facts, "en")).toBe("¥71.30");
  });
});

describe("a gift budget", () => {
  it("is the source’s: 200,000 for a gift to all of 1,000, and 72,000 by tier before the letters", () => {
    expect(planBudget(first, 1000).total).toBe(200_000);
    const plan = planBudget(second(0), 1000);
    expect(plan.total).toBe(72_000);
    expect(plan.tiers.map((t) => [t.heads, t.total])).toEqual([
      [40, 40_000],
      [160, 32_000],
      [800, 0],
    ]);
    expect(planBudget(second(5), 1000).total).toBe(76_000);
  });

  it("costs as much by tier as for all where a letter costs 160, whatever it costs now", () => {
    for (const letter of [0, 3, 160, 500])
      expect(breakEven(planBudget(second(letter), 1000), 2, 200_000)).toBe(160);
    expect(planBudget(second(160), 1000).total).toBe(200_000);
    expect(breakEven(planBudget(second(0), 1000), 2, 0)).toBe(-90);
    expect(breakEven(planBudget(second(0), 0), 2, 0)).toBeNull();
    expect(breakEven(planBudget(second(0), 1000), 3, 0)).toBeNull();
  });

  it("gives each customer to one tier and to one alone, however the shares round", () => {
    fc.assert(
      fc.property(tiers, fc.nat(5000), (plan, customers) => {
        const result = planBudget(plan, customers);
        let next = 0;
        for (const t of result.tiers) {
          expect(t.before).toBe(next);
          expect(t.heads).toBeGreaterThanOrEqual(0);
          expect(Math.abs(t.heads - (t.share * customers) / 100)).toBeLessThanOrEqual(1);
          next += t.heads;
        }
        expect(next).toBe(customers);
        expect(result.total).toBe(result.tiers.reduce((s, t) => s + t.heads * t.cost, 0));
      }),
    );
  });

  it("costs no less where a price rises, and more where somebody gets it", () => {
    fc.assert(
      fc.property(
        tiers,
        fc.nat(3000),
        fc.nat(5),
        fc.integer({min: 1, max: 900}),
        (plan, customers, at, more) => {
          const i = at % plan.length;
          const dearer = plan.map((t, k) => (k === i ? {...t, cost: t.cost + more} : t));
          const [before, after] = [planBudget(plan, customers), planBudget(dearer, customers)];
          expect(after.total - before.total).toBe(before.tiers[i]!.heads * more);
        },
      ),
    );
  });

  it("covers what the tiers’ customers bring, which adds up to what all bring", () => {
    fc.assert(
      fc.property(
        tiers,
        fc.array(fc.integer({min: -500, max: 5000}), {minLength: 1, maxLength: 250}),
        (plan, amounts) => {
          const ranked = [...amounts].sort((a, b) => b - a);
          const curve = Array.from({length: 100}, (_, i) => headsUpTo(i + 1, ranked.length))
            .filter((n) => n > 0)
            .map((customers) => ({customers, amount: ranked.slice(0, customers).reduce((s, x) => s + x, 0)}));
          const result = planBudget(plan, ranked.length, curve);
          for (const t of result.tiers)
            expect(t.value).toBe(ranked.slice(t.before, t.before + t.heads).reduce((s, x) => s + x, 0));
        },
      ),
    );
  });

  it("does not tell the value of a tier that ends between the points of the curve", () => {
    const curve = [
      {customers: 20, amount: 500, public_customers: 2},
      {customers: 100, amount: 800, public_customers: 3},
    ];
    const [a, b, c] = planBudget(second(1), 100, curve).tiers;
    expect([a!.value, b!.value, c!.value]).toEqual([null, null, 300]);
    expect([c!.publicCustomers, a!.publicCustomers, c!.valuePerUnit]).toEqual([1, null, 300 / 80]);
    expect(planBudget(second(0), 100, curve).tiers[2]!.valuePerUnit).toBeNull();
  });

  it("flags a gift above the cap and above what public officials may get, and none that is equal to it", () => {
    const plan = planBudget(second(0), 1000, [], {cap: 1000, publicLimit: 199});
    expect(plan.tiers.map((t) => t.aboveCap)).toEqual([false, false, false]);
    expect(plan.tiers.map((t) => t.abovePublicLimit)).toEqual([true, true, false]);
    expect(planBudget(second(0), 1000, [], {cap: 999}).tiers[0]!.aboveCap).toBe(true);
    expect(planBudget(second(0), 1000).tiers[0]!.aboveCap).toBe(false);
  });

  it("says what is wrong with tiers that are none", () => {
    expect(planFault([])).toBe("tiers");
    expect(planFault(Array(7).fill({share: 10, cost: 1}))).toBe("tiers");
    expect(planFault([{share: 99, cost: 1}])).toBe("shares");
    expect(
      planFault([
        {share: 99.5, cost: 1},
        {share: 0.5, cost: 1},
      ]),
    ).toBe("shares");
    expect(
      planFault([
        {share: 101, cost: 1},
        {share: -1, cost: 1},
      ]),
    ).toBe("shares");
    expect(planFault([{share: 100, cost: -1}])).toBe("costs");
    expect(planFault([{share: 100, cost: Number.NaN}])).toBe("costs");
    expect(planFault(second(0))).toBeNull();
    expect(() => planBudget([], 10)).toThrow(/tiers/);
  });

  it("stands in an address, and a wrong address holds none", () => {
    fc.assert(
      fc.property(
        tiers,
        fc.constantFrom("revenue" as const, "profit" as const),
        fc.option(fc.nat(9999)),
        (plan, by, cap) => {
          const state = {tiers: plan, by, cap};
          expect(parseBudget(budgetQuery(state))).toEqual(state);
        },
      ),
    );
    expect(parseBudget("?tiers=4x1000-16x200-80x0&by=profit")).toEqual({
      tiers: second(0),
      by: "profit",
      cap: null,
    });
    for (const wrong of [
      "",
      "tiers=",
      "tiers=4x1000",
      "tiers=100xfree",
      "tiers=100x200&cap=much",
      "tiers=50x1-50x-2",
    ])
      expect(parseBudget(wrong)).toBeNull();
  });
});
