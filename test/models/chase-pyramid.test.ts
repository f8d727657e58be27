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
    customers: Record<string, {profit: number; categories?: number; f?: number; fee?: number; day?: string}>,
    more: Record<string, string> = {},
  ): Promise<Record<string, string>> => {
    const all = Object.entries(customers);
    await tables.set(more);
    await tables.fill(
      "scores",
      all.map(([customer_id, {f = 1}]) => ({
        as_of: now,
        customer_id,
        is_customer: true,
        is_refund_only: false,
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
    await tables.model("chase-pyramid");
    return tables.classes("chase_pyramid", "chase");
  };
  const rest = {profit: 980, categories: 3};

  it("draws its lines at shares of the positive total, losses left out, and a customer on a line is across it", async () => {
    // The positive total is 1000: lines at 10 and 6.
    expect(
      await groups({rest, blue: {profit: 10}, green: {profit: 6}, below: {profit: 4}, loss: {profit: -500}}),
    ).toEqual({rest: "blue", blue: "blue", green: "green", below: "other", loss: "exit"});
    expect(await groups({rest, a: {profit: 9.99}, b: {profit: 5.99}, c: {profit: 4.02}})).toEqual({
      rest: "blue",
      a: "green",
      b: "other",
      c: "other",
    });
  });

  it("parts those of little benefit by needs, then by loyalty", async () => {
    expect(
      await groups({
        rest: {...rest, profit: 10_000},
        complex: {profit: 1, categories: 3, f: 5},
        loyal: {profit: 1, categories: 2, f: 3},
        not: {profit: 1, categories: 2, f: 2},
        nothing: {profit: 0, categories: 3, f: 5},
      }),
    ).toEqual({rest: "blue", complex: "transfer", loyal: "red", not: "other", nothing: "exit"});
  });

  it("counts the fee business of the settings' categories, and takes amounts of money for lines", async () => {
    const fees = pyramidVariables({...settings, chase: {...settings.chase, fee_categories: ["it's fees"]}});
    const customers = {
      rest,
      blue: {profit: 1, fee: 6},
      green: {profit: 1, fee: 2},
      none: {profit: 18, fee: 1.9},
    };
    expect(await groups(customers, fees)).toEqual({rest: "blue", blue: "blue", green: "green", none: "blue"});
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

  it("looks at the 365 days that end on the as-of date, and crosses no line of nothing", async () => {
    expect(
      await groups({first: {profit: 5, day: "2025-01-01"}, before: {profit: 5, day: "2024-12-31"}}),
    ).toEqual({
      first: "blue",
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
