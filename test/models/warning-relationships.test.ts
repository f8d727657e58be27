import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {WarningTables} from "./warning-tables.js";

const now = "2025-06-30";
let tables: WarningTables;
beforeEach(async () => {
  tables = await WarningTables.open();
  await tables.dates(now);
});
afterEach(() => tables.close());

const of = async (signal: string): Promise<string[]> =>
  (await tables.signs(now)).filter((s) => s.includes(` ${signal} `));

describe("signs of the relationship", () => {
  beforeEach(() => tables.orders({a: ["2025-06-01"], b: ["2025-06-01"], gone: ["2023-01-01"]}));
  it("hold a complaint as open until it is resolved, and late once its limit has passed", async () => {
    await tables.fill("complaints", [
      {customer_id: "a", opened_at: "2025-06-01", resolved_on: "2025-07-05"},
      {customer_id: "a", opened_at: "2025-06-20", resolved_on: null},
      {customer_id: "b", opened_at: "2025-06-01", resolved_on: "2025-06-30"},
      {customer_id: "b", opened_at: "2025-06-29 13:00", resolved_on: null},
      {customer_id: "gone", opened_at: "2025-01-01", resolved_on: null},
    ]);
    await tables.warn();
    expect(await of("complaint_overdue")).toEqual(["a complaint_overdue 28.0 2025-06-02"]);
    expect(await tables.rows("SELECT detail FROM warning_signals")).toEqual([{detail: "2"}]);
  });
  it("see one contact only in a large account, planned contacts and those without a name aside", async () => {
    await tables.orders({
      a: [["2025-06-01", 1000]],
      b: [["2025-06-01", 10]],
      c: ["2025-06-01"],
      d: ["2025-06-01"],
      e: ["2025-06-01"],
    });
    const met = (customer_id: string, contact_id: string | null, status = "held") => ({
      customer_id,
      contact_id,
      status,
      occurred_on: "2025-05-01",
    });
    await tables.fill("interactions", [
      met("a", "x"),
      met("a", null),
      met("a", "y", "planned"),
      met("b", "x"),
    ]);
    await tables.warn();
    expect(await of("one_contact")).toEqual(["a one_contact 1.0 2025-05-01"]);
    await tables.fill("assessments", [
      {customer_id: "a", contact_id: "y", assessed_on: "2025-04-01", personal: 2, company: 2, sequence: 1},
    ]);
    await tables.warn();
    expect(await of("one_contact")).toEqual([]);
  });
  it("see an assessment that is stale, and one that fell", async () => {
    const assessed = (
      customer_id: string,
      assessed_on: string,
      personal: number,
      company: number,
      sequence = 1,
    ) => ({
      customer_id,
      assessed_on,
      personal,
      company,
      sequence,
    });
    await tables.fill("assessments", [
      assessed("a", "2024-12-31", 3, 3),
      assessed("a", "2025-01-01", 2, 4),
      assessed("b", "2024-12-31", 3, 3),
      assessed("b", "2025-07-01", 1, 1),
    ]);
    await tables.warn();
    expect(await of("assessment_stale")).toEqual(["b assessment_stale 1.0 2025-06-30"]);
    expect(await of("assessment_falling")).toEqual(["a assessment_falling 1.0 2025-01-01"]);
  });
  it("see a wallet share that fell by ten points, and not one that rose again", async () => {
    const share = (customer_id: string, figure_on: string, value: number) => ({
      customer_id,
      figure_on,
      share: value,
    });
    await tables.fill("wallet_shares", [
      share("a", "2023-12-31", 0.5),
      share("a", "2024-12-31", 0.4),
      share("b", "2022-12-31", 0.9),
      share("b", "2023-12-31", 0.5),
      share("b", "2024-12-31", 0.6),
    ]);
    await tables.warn();
    expect(await of("wallet_falling")).toEqual(["a wallet_falling 0.1 2024-12-31"]);
  });
});
