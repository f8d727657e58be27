import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {parseSettings} from "../../loaders/settings.js";
import {ServiceTables} from "./service-tables.js";
import type {Row} from "./tables-in-memory.js";

const now = "2025-12-31";
const before = "2025-09-30";
const scored = (customer_id: string, more: Row = {}): Row => ({
  as_of: now,
  customer_id,
  is_customer: true,
  orders: 1,
  revenue: 10,
  profit: 1,
  wallet_stage: "unknown",
  grid_stage: "unassessed",
  abc_customers_profit: "C",
  ...more,
});
const met = (customer_id: string, days: string[], more: Row = {}): Row[] =>
  days.map((occurred_on) => ({
    customer_id,
    occurred_on,
    kind: "visit",
    status: "held",
    role: "sales",
    department: "purchasing",
    ...more,
  }));
const everyQuarter = ["2025-01-20", "2025-05-20", "2025-08-20", "2025-11-20"];

describe("service levels", () => {
  let tables: ServiceTables;
  beforeAll(async () => {
    tables = await ServiceTables.open();
    await tables.dates(before, now);
  });
  afterAll(() => tables.close());

  const levels = async (what: string): Promise<Record<string, unknown>> => {
    await tables.run("service-buying", "complaint-status", "service-levels");
    const rows = await tables.rows<{customer_id: string; value: unknown}>(
      `SELECT customer_id, ${what} AS value FROM service_levels ORDER BY customer_id`,
    );
    return Object.fromEntries(rows.map((row) => [row.customer_id, row.value]));
  };

  it("are suggested by stage, influence and class, the highest that holds, with its reason", async () => {
    await tables.fill("scores", [
      scored("everyone"),
      scored("in-a", {abc_customers_profit: "A"}),
      scored("in-b", {abc_customers_profit: "B"}),
      scored("in-b-without-order", {abc_customers_profit: "B", orders: 0}),
      scored("partner-without-order", {abc_customers_profit: "B", orders: 0, grid_stage: "partner"}),
      scored("influence"),
      scored("wallet", {wallet_stage: "strategic", abc_customers_profit: "A"}),
      scored("partner", {grid_stage: "partner"}),
      scored("prospect", {is_customer: false}),
      scored("in-a", {as_of: before, wallet_stage: "strategic"}),
    ]);
    await tables.fill("accounts", [
      {customer_id: "influence", influence: " High"},
      {customer_id: "wallet", influence: "高"},
      {customer_id: "everyone", influence: "low"},
    ]);
    await tables.fill("interactions", met("everyone", ["2025-12-01"]));
    expect(await levels("suggested || ' ' || because")).toEqual({
      everyone: "2 everyone",
      "in-a": "3 class",
      "in-b": "3 class",
      "in-b-without-order": "2 no_order",
      "partner-without-order": "5 stage",
      influence: "4 influence",
      wallet: "5 stage",
      partner: "5 stage",
    });
  });

  it("are not known of anyone without interactions", async () => {
    await tables.fill("scores", [scored("a")]);
    await tables.fill("interactions", []);
    await tables.complain([{customer_id: "a", opened: "2025-12-01", resolved: "2025-12-02"}]);
    expect(await levels("delivered")).toEqual({a: null});
  });

  it("are delivered as far as each step builds on the one before", async () => {
    const ids = [
      "none",
      "planned",
      "rare",
      "regular",
      "broad",
      "senior",
      "joint",
      "apart",
      "overdue",
      "settled",
      "old",
    ];
    await tables.fill(
      "scores",
      ids.map((id) => scored(id)),
    );
    await tables.fill("interactions", [
      ...met("planned", everyQuarter, {status: "planned"}),
      ...met("planned", everyQuarter, {kind: "advertising"}),
      ...met("rare", ["2025-11-01", "2025-12-01"], {role: "general_manager"}),
      ...met("regular", everyQuarter),
      ...met("broad", everyQuarter),
      ...met("broad", ["2025-11-21"], {department: "quality"}),
      ...met("senior", everyQuarter),
      ...met("senior", ["2025-11-21"], {role: "marketing_director"}),
      ...["joint", "apart"].flatMap((id) => [
        ...met(id, everyQuarter),
        ...met(id, ["2025-06-01"], {role: "manager", department: "quality"}),
        ...met(id, [id === "joint" ? "2025-11-20" : "2025-11-19"], {
          role: "general_manager",
          department: "board",
        }),
      ]),
      ...met("overdue", everyQuarter),
      ...met("old", ["2024-12-31"]),
    ]);
    await tables.complain([
      {customer_id: "overdue", opened: "2025-12-01"},
      {customer_id: "settled", opened: "2025-12-01", resolved: "2025-12-20"},
      {customer_id: "regular", opened: "2025-12-01", valid: false},
    ]);
    expect(await levels("delivered")).toEqual({
      none: null,
      planned: null,
      old: null,
      rare: 1,
      settled: 1,
      regular: 2,
      broad: 3,
      senior: 4,
      apart: 4,
      joint: 5,
      overdue: 0,
    });
    expect((await levels("gap")).overdue).toBe(2);
    expect((await levels("gap")).joint).toBe(-3);
  });

  it("look at no contact after the date, and at no complaint", async () => {
    const other = await ServiceTables.open();
    await other.dates(before);
    await other.fill("scores", [scored("a", {as_of: before})]);
    const delivered = async (days: string[], opened: string) => {
      await other.fill("interactions", met("a", days));
      await other.complain([{customer_id: "a", opened}]);
      await other.run("service-buying", "complaint-status", "service-levels");
      return other.rows("SELECT as_of::VARCHAR AS as_of, delivered FROM service_levels");
    };
    expect(await delivered([...everyQuarter, "2025-03-01"], "2025-10-01")).toEqual([
      {as_of: before, delivered: 2},
    ]);
    expect(await delivered(["2025-01-20", "2025-03-01", "2025-05-20", "2025-08-20"], "2025-10-01")).toEqual([
      {as_of: before, delivered: 2},
    ]);
    expect(await delivered(["2025-10-01", "2025-11-20"], "2025-10-01")).toEqual([
      {as_of: before, delivered: null},
    ]);
    expect(await delivered(everyQuarter, "2025-09-01")).toEqual([{as_of: before, delivered: 0}]);
    other.close();
  });

  it("follow the settings", async () => {
    const other = await ServiceTables.open(
      parseSettings(
        '[service]\nclasses = ["C"]\nclass_level = 4\nbase_level = 1\n[service.delivered]\nquarters = 1\n[pareto]\nmeasure = "revenue"\n',
      ),
    );
    await other.dates(before, now);
    await other.fill("scores", [
      scored("a", {abc_customers_profit: "A", abc_customers_revenue: "C"}),
      scored("b"),
    ]);
    await other.fill("interactions", met("a", ["2025-12-01"]));
    await other.run("service-buying", "complaint-status", "service-levels");
    expect(
      await other.rows(
        "SELECT customer_id, class, suggested, delivered FROM service_levels ORDER BY customer_id",
      ),
    ).toEqual([
      {customer_id: "a", class: "C", suggested: 4, delivered: 2},
      {customer_id: "b", class: "none", suggested: 1, delivered: null},
    ]);
    other.close();
  });
});
