import {describe, expect, it} from "vitest";
import {whaleAfterExhibit} from "../../src/components/exhibits/coverage/costs.js";
import {complaintAftermath} from "../../src/components/exhibits/service/complaint-aftermath.js";
import {complaintFunnel} from "../../src/components/exhibits/service/complaint-funnel.js";
import {serviceLevels} from "../../src/components/exhibits/service/levels.js";
import {loyaltyExhibit} from "../../src/components/exhibits/service/loyalty.js";
import {surveyLoop} from "../../src/components/exhibits/service/survey-loop.js";
import {budgetFigures} from "../../src/components/figures/coverage.js";
import {firstTenth} from "../../src/components/findings/lifetime.js";
import type {Site} from "../../src/components/site.js";
import type {Audience, Cubes} from "../../src/cubes.js";
import {drawingOptions} from "./chart-rules.js";
import {fixtureCubes} from "./fixtures/cubes.js";

/** The report's site with other rows in some of its cubes. */
function siteOf(other: Partial<Cubes>, audience: Audience = "analysts"): Site {
  const cubes = {...fixtureCubes(audience), ...other};
  const find = (name: keyof Cubes) => cubes[name];
  return {
    locale: "en",
    cubes: {report: cubes.report, read: find, find, has: () => true},
  } as unknown as Site;
}

const level = {suggested: 2, delivered: 1, customers: 1, revenue: 1, profit: 1, suppressed: false} as const;

describe("a figure of one customer", () => {
  it("speaks of it as one", () => {
    expect(serviceLevels(siteOf({"service-levels": [level], "service-classes": []})).says).toContain(
      "The one customer whose level is known is served below what is suggested.",
    );
    const loyal = {behavioural: true, intentional: false, emotional: false, revenue: 1, suppressed: false};
    expect(loyaltyExhibit(siteOf({loyalty: [{...loyal, customers: 1}]})).says).toMatch(
      /^Of the 1 customer who answered: /,
    );
    const {as_of} = siteOf({}).cubes.report;
    const row = (reached: "responded" | "analysed", surveys: number) => ({
      ...{as_of, reached, surveys, customers: surveys, suppressed: false},
    });
    const drawn = surveyLoop(siteOf({"survey-loop": [row("responded", 1), row("analysed", 6)]}));
    const shape = JSON.stringify(drawn.draw(drawingOptions("c")));
    expect(shape).toContain("1 answer not analysed");
    expect(shape).not.toContain("answers not");
  });
});

describe("a figure of one complaint, or of one in the top tenth", () => {
  const funnel = (outcome: "satisfied_buying" | "satisfied_gone", locale: "en" | "zh" = "en"): string => {
    const site = siteOf({});
    const row = {as_of: site.cubes.report.as_of, outcome, complaints: 1, customers: 1, suppressed: false};
    return complaintFunnel({...siteOf({"complaint-outcomes": [row]}), locale}).says;
  };

  it("says whether it was followed, without a share", () => {
    expect(funnel("satisfied_gone")).toMatch(/^The one complaint opened .* was not followed by an order/);
    expect(funnel("satisfied_buying")).toMatch(/ old enough to tell was followed by an order/);
    expect(funnel("satisfied_gone", "zh")).toContain("只有一件，客户未在自身通常间隔");
  });

  it("names the one customer", () => {
    expect(firstTenth(1, false, "en")).toBe("the one customer in the top tenth");
    expect(firstTenth(1, true, "en")).toContain("the one customer in the top tenth of those whose");
    expect(firstTenth(2, false, "en")).toBe("the top tenth of customers, 2 of them,");
  });
});

describe("a figure of nobody", () => {
  const nobody = (["matched", "twin"] as const).map((side) => ({
    ...{handling: "well" as const, side, customers: 0, bought: null, orders_before: null},
    ...{orders_after: null, revenue_before: null, revenue_after: null, suppressed: false},
  }));

  it("says that there is none, not that it is suppressed, which it says of too few", () => {
    const table = (rows: Cubes["complaint-aftermath"], audience: Audience) =>
      complaintAftermath(siteOf({"complaint-aftermath": rows}, audience)).twin.text;
    expect(table(nobody, "analysts")).not.toContain("suppressed");
    expect(table(nobody, "executives")).not.toContain("suppressed");
    const few = nobody.map((row) => ({...row, customers: null, suppressed: true}));
    expect(table(few, "executives")).toContain("suppressed");
  });

  it("has no customers to plan a budget for, unless that can't be known", () => {
    const {figure} = budgetFigures.find(({id}) => id === "budget-customers")!;
    expect(figure(siteOf({"budget-curve": []}))?.value).toBe("0");
    expect(figure(siteOf({"budget-curve": []}, "executives"))).toBeNull();
  });
});

describe("the whale curve after cost", () => {
  const point = (customers: number, amount_share: number, peak: boolean) => ({
    ...{measure: "after" as const, customers, amount: 1, customer_share: customers / 16, amount_share, peak},
  });
  const says = (end: number): string =>
    whaleAfterExhibit(siteOf({"whale-after-cost": [point(15, 0.79422, true), point(16, end, false)]})).says;

  it("tells of a fall only where it can be seen in the digits shown", () => {
    expect(says(0.7)).toContain("; the rest take it down to 70.0%.");
    expect(says(0.79401)).toMatch(/ bring 79\.4% of the profit before it\.$/);
  });
});
