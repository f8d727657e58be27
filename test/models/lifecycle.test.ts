import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {coverageVariables} from "../../loaders/models/coverage-settings.js";
import {parseSettings} from "../../loaders/settings.js";
import {HandTables} from "./hand-tables.js";

const now = "2025-12-31";
let tables: HandTables;
beforeEach(async () => {
  tables = await HandTables.open();
  await tables.set(coverageVariables(parseSettings("")));
  await tables.fill("as_of_dates", [{as_of: now, role: "now", window_from: "2025-01-01"}]);
});
afterEach(() => tables.close());

interface Life {
  /** Days since the first and the last order; none for those who never bought. */
  first?: number;
  last?: number;
  /** Money by days ago. */
  bought?: Record<number, number>;
  refundOnly?: boolean;
}

async function phasesOf(lives: Record<string, Life>): Promise<Record<string, string>> {
  const ago = (days: number): string => new Date(Date.parse(now) - days * 864e5).toISOString().slice(0, 10);
  const rows = Object.entries(lives).map(
    ([id, {first, last, refundOnly}]) =>
      `(DATE '${now}', '${id}', ${first !== undefined}, ${refundOnly ?? false}, ${first === undefined ? "NULL" : `DATE '${ago(first)}'`}, ${last ?? first ?? "NULL"}::INTEGER)`,
  );
  await tables.connection.run(
    `CREATE OR REPLACE TABLE scores AS FROM (VALUES ${rows.join(", ")})
       AS t(as_of, customer_id, is_customer, is_refund_only, first_order_on, recency_days)`,
  );
  await tables.fill(
    "purchases",
    Object.entries(lives).flatMap(([customer_id, {bought = {}}]) =>
      Object.entries(bought).map(([days, amount]) => ({customer_id, day: ago(Number(days)), amount})),
    ),
  );
  await tables.model("lifecycle");
  return tables.classes("lifecycle", "phase");
}

describe("phases of the relationship", () => {
  it("begin with acquisition: never bought, or within the last 180 days for the first time", async () => {
    expect(
      await phasesOf({lead: {}, young: {first: 179}, older: {first: 180}, back: {refundOnly: true}}),
    ).toEqual({
      lead: "prospect",
      young: "acquisition",
      older: "growth",
    });
  });

  it("are maturity from two years on where the year brought no more than a tenth above the one before", async () => {
    const life = (first: number, year: number, before: number): Life => ({
      first,
      last: 10,
      bought: {364: year, 365: before},
    });
    expect(
      await phasesOf({
        old: life(730, 110, 100),
        growing: life(730, 110.01, 100),
        young: life(729, 50, 100),
        fromNothing: life(900, 5, 0),
        fromLess: life(900, 5, -100),
      }),
    ).toEqual({
      old: "maturity",
      growing: "growth",
      young: "growth",
      fromNothing: "growth",
      fromLess: "growth",
    });
  });

  it("leave out those without an order in a year, but never a new customer", async () => {
    await tables.set({acquisition_days: "500"});
    expect(
      await phasesOf({gone: {first: 800, last: 365}, here: {first: 800, last: 364}, late: {first: 400}}),
    ).toEqual({
      gone: "inactive",
      here: "maturity",
      late: "acquisition",
    });
  });
});
