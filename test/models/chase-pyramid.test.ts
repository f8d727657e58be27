import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {pyramidVariables} from "../../loaders/models/pyramid-settings.js";
import {HandTables, settings} from "./hand-tables.js";

const now = "2025-12-31";
const today = {as_of: now, role: "now", window_from: "2025-01-01"};
let tables: HandTables;
beforeEach(async () => {
  tables = await HandTables.open();
  await tables.fill("as_of_dates", [today]);
});
afterEach(() => tables.close());

describe("Chase's pyramid", () => {
  const groups = async (
    customers: Record<
      string,
      {
        profit: number;
        categories?: number;
        f?: number;
        fee?: number;
        day?: string;
        gaveBack?: boolean;
        complaints?: string[];
        valid?: boolean;
      }
    >,
    more: Record<string, string> = {},
  ): Promise<Record<string, string>> => {
    const all = Object.entries(customers);
    await tables.set(more);
    await tables.fill(
      "scores",
      all.map(([customer_id, {f = 1, gaveBack = false}]) => ({
        as_of: now,
        customer_id,
        is_customer: !gaveBack,
        is_refund_only: gaveBack,
        f,
      })),
    );
    await tables.fill(
      "purchases",
      all.map(([customer_id, {profit, day = "2025-05-05"}]) => ({
        customer_id,
        day,
        amount: 10 * Math.abs(profit),
        costed_profit: profit,
        uncosted_amount: 0,
      })),
    );
    await tables.fill(
      "purchases_by_category",
      all.flatMap(([customer_id, {categories = 1, fee = 0}]) => [
        ...Array.from({length: categories}, (_, i) => ({
          customer_id,
          month: "2025-05-01",
          category: `goods ${i}`,
          amount: 1,
        })),
        {customer_id, month: "2025-05-01", category: "it's fees", amount: fee},
      ]),
    );
    await tables.fill(
      "complaints",
      all.flatMap(([customer_id, {complaints = [], valid = null}]) =>
        complaints.map((opened_on) => ({customer_id, opened_on, valid})),
      ),
    );
    await tables.model("chase-pyramid");
    return tables.classes("chase_pyramid", "chase");
  };

  it("draws its lines at multiples of the mean benefit, losses left out, and a customer on a line is across it", async () => {
    // 17 customers bring 170: the mean is 10, the lines are 50 and 30.
    const small = Object.fromEntries(Array.from({length: 12}, (_, i) => [`small ${i}`, {profit: 0.5}]));
    const found = await groups({
      ...small,
      rest: {profit: 4.02},
      blue: {profit: 50},
      under_blue: {profit: 49.99},
      green: {profit: 30},
      under_green: {profit: 29.99},
      loss: {profit: -500},
      gave_back: {profit: 900, gaveBack: true},
    });
    expect(found).toMatchObject({
      rest: "other",
      blue: "blue",
      under_blue: "green",
      green: "green",
      under_green: "other",
      loss: "exit",
      gave_back: "none",
    });
  });

  it("parts those of little benefit by needs, then by loyalty", async () => {
    expect(
      await groups({
        rest: {profit: 10_000},
        complex: {profit: 1, categories: 3, f: 5},
        loyal: {profit: 1, categories: 2, f: 3},
        not: {profit: 1, categories: 2, f: 2},
        nothing: {profit: 0, categories: 3, f: 5},
      }),
    ).toEqual({rest: "green", complex: "transfer", loyal: "red", not: "other", nothing: "exit"});
  });

  it("takes needs for complex with more than two valid complaints in the year", async () => {
    const three = ["2025-01-01", "2025-05-05", "2025-12-31"];
    expect(
      await groups({
        rest: {profit: 10_000},
        many: {profit: 1, f: 5, complaints: three},
        two: {profit: 1, f: 5, complaints: three.slice(1)},
        early: {profit: 1, f: 5, complaints: ["2024-12-31", ...three.slice(1)]},
        unfounded: {profit: 1, f: 5, complaints: three, valid: false},
      }),
    ).toEqual({rest: "green", many: "transfer", two: "red", early: "red", unfounded: "red"});
  });

  it("counts the fee business of the settings' categories, and takes amounts of money for lines", async () => {
    const fees = pyramidVariables({...settings, chase: {...settings.chase, fee_categories: ["it's fees"]}});
    // The mean is 2: the lines of the fee business are 6 and 2, those of the total 10 and 6.
    const customers = {
      blue: {profit: 1, fee: 6},
      under_blue: {profit: 1, fee: 5.99},
      green: {profit: 1, fee: 2},
      under_green: {profit: 1, fee: 1.99},
      by_total: {profit: 6},
    };
    expect(await groups(customers, fees)).toEqual({
      blue: "blue",
      under_blue: "green",
      green: "green",
      under_green: "other",
      by_total: "green",
    });
    const amounts = pyramidVariables({
      ...settings,
      chase: {...settings.chase, blue: 5_000_000, green: 3_000_000},
    });
    expect(
      await groups(
        {a: {profit: 5_000_000}, b: {profit: 4_999_999}, c: {profit: 3_000_000}, d: {profit: 2_999_999}},
        amounts,
      ),
    ).toEqual({a: "blue", b: "green", c: "green", d: "other"});
  });

  it("looks at the 365 days that end on the as-of date, and has no lines where nobody brings a benefit", async () => {
    expect(
      await groups({first: {profit: 5, day: "2025-01-01"}, before: {profit: 5, day: "2024-12-31"}}),
    ).toEqual({
      first: "other",
      before: "exit",
    });
    expect(
      await groups({a: {profit: 0}, b: {profit: -1, fee: 5}}, {chase_fee_categories: "['it''s fees']"}),
    ).toEqual({
      a: "exit",
      b: "exit",
    });
  });
});
