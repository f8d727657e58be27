import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {ServiceTables} from "./service-tables.js";
import type {Row} from "./tables-in-memory.js";

const bought = (customer_id: string, ...days: string[]): Row[] =>
  days.map((day) => ({customer_id, day, orders: 1, amount: 10}));

describe("complaints", () => {
  let tables: ServiceTables;
  beforeAll(async () => {
    tables = await ServiceTables.open();
    await tables.dates("2025-09-30", "2025-12-31");
  });
  afterAll(() => tables.close());

  const status = async (
    complaints: Row[],
    purchases: Row[],
    what: string,
    as_of = "2025-12-31",
  ): Promise<unknown[]> => {
    await tables.fill("purchases", purchases);
    await tables.complain(complaints);
    await tables.run("service-buying", "complaint-status");
    const rows = await tables.rows<{value: unknown}>(
      `SELECT ${what} AS value FROM complaint_status WHERE as_of = '${as_of}' ORDER BY sequence`,
    );
    return rows.map((row) => row.value);
  };

  it("meet the limit exactly, miss it by a minute, and are compared in whole days where an hour is missing", async () => {
    const cases: [string, string, string, number][] = [
      ["2025-11-03T08:00", "2025-11-04T20:00", "in_limit", 36],
      ["2025-11-03T08:00", "2025-11-04T20:01", "late", 36 + 1 / 60],
      ["2025-11-03T08:00", "2025-11-03T08:00", "in_limit", 0],
      ["2025-11-03", "2025-11-03", "in_limit", 0],
      ["2025-11-03", "2025-11-04", "in_limit", 24],
      ["2025-11-03", "2025-11-05", "late", 48],
      ["2025-11-03T23:00", "2025-11-04", "in_limit", 24],
      ["2025-11-03", "2025-11-05T01:00", "late", 48],
    ];
    const complaints = cases.map(([opened, resolved]) => ({customer_id: "a", opened, resolved}));
    expect(await status(complaints, [], "timing")).toEqual(cases.map((c) => c[2]));
    const hours = (await status(complaints, [], "hours")) as number[];
    cases.forEach((c, i) => {
      expect(hours[i]).toBeCloseTo(c[3], 9);
    });
  });
  it("that are open are in time up to the limit and overdue beyond it", async () => {
    const complaints = ["2025-12-31", "2025-12-30", "2025-12-29"].map((opened) => ({
      customer_id: "a",
      opened,
    }));
    expect(await status(complaints, [], "timing")).toEqual(["in_time", "in_time", "overdue"]);
    expect(await status(complaints, [], "handling")).toEqual(["unresolved", "unresolved", "unresolved"]);
  });
  it("end in one outcome each", async () => {
    const base = {customer_id: "a", opened: "2025-03-01", resolved: "2025-03-02"};
    const complaints = [
      {...base, valid: false, satisfied: true},
      {...base, resolved: null, satisfied: true},
      {...base, satisfied: false},
      {...base},
      {...base, satisfied: true},
      {...base, customer_id: "lost", satisfied: true},
      {...base, customer_id: "never", satisfied: true},
      {...base, resolved: "2025-12-30", satisfied: true},
    ];
    const purchases = [
      ...bought("a", "2025-01-01", "2025-02-01", "2025-03-20"),
      ...bought("lost", "2025-01-01", "2025-02-01"),
    ];
    expect(await status(complaints, purchases, "outcome")).toEqual([
      "invalid",
      "open",
      "unsatisfied",
      "unasked",
      "satisfied_buying",
      "satisfied_gone",
      "satisfied_untold",
      "satisfied_young",
    ]);
    expect(await status(complaints, purchases, "handling")).toEqual([
      null,
      "unresolved",
      "poorly",
      "unasked",
      "well",
      "well",
      "well",
      "poorly",
    ]);
  });
  it("are followed by buying within twice the usual gap to the day, the day of the resolution aside", async () => {
    const until = async (next: string): Promise<unknown> =>
      (
        await status(
          [{customer_id: "a", opened: "2025-03-01", resolved: "2025-03-01", satisfied: true}],
          bought("a", "2025-01-10", "2025-01-20", "2025-01-30", next),
          "buying",
        )
      )[0];
    expect(await until("2025-03-21")).toBe("buying");
    expect(await until("2025-03-22")).toBe("gone");
    expect(await until("2025-03-02")).toBe("buying");
    // Bought on the day itself: the gaps are then 10, 10 and 30 and no purchase follows.
    expect(await until("2025-03-01")).toBe("gone");
  });
  it("are young until twice the usual gap is over, bought again or not", async () => {
    const at = async (opened: string, ...days: string[]): Promise<unknown> =>
      (
        await status([{customer_id: "a", opened}], bought("a", "2025-10-01", "2025-10-11", ...days), "buying")
      )[0];
    expect(await at("2025-12-11")).toBe("gone");
    expect(await at("2025-12-12")).toBe("young");
    expect(await at("2025-12-12", "2025-12-13")).toBe("young");
    expect(await at("2025-12-11", "2025-12-31")).toBe("buying");
  });
  it("of a customer with one purchase go by everyone's gap, and by none where nobody has bought twice", async () => {
    const complaint = [{customer_id: "once", opened: "2025-03-01"}];
    const one = bought("once", "2025-02-01", "2025-03-31");
    expect(await status(complaint, bought("once", "2025-02-01"), "buying")).toEqual(["untold"]);
    const others = bought("b", "2025-01-01", "2025-01-15");
    expect(await status(complaint, [...bought("once", "2025-02-01"), ...others], "usual_gap")).toEqual([14]);
    // The gap of 58 days is the customer's own, but came after: everyone's median of 14 and 58 is 36.
    expect(await status(complaint, [...one, ...others], "usual_gap")).toEqual([36]);
    expect(await status(complaint, [...one, ...others], "buying")).toEqual(["buying"]);
  });
  it("count refunds as no purchase", async () => {
    const purchases = [
      ...bought("a", "2025-01-01", "2025-01-11"),
      {customer_id: "a", day: "2025-03-05", orders: 0, amount: -10},
    ];
    expect(await status([{customer_id: "a", opened: "2025-03-01"}], purchases, "buying")).toEqual(["gone"]);
  });
  it("are open at a date before their resolution, and not there before their opening", async () => {
    const complaints = [
      {customer_id: "a", opened: "2025-09-29", resolved: "2025-10-01", satisfied: true},
      {customer_id: "a", opened: "2025-09-29", resolved: "2025-09-30", satisfied: true},
      {customer_id: "a", opened: "2025-10-01", resolved: "2025-10-01", satisfied: true},
    ];
    expect(await status(complaints, [], "handling", "2025-09-30")).toEqual(["unresolved", "well"]);
    expect(await status(complaints, [], "satisfied", "2025-09-30")).toEqual([null, true]);
    expect(await status(complaints, [], "handling")).toEqual(["poorly", "well", "well"]);
  });
});
