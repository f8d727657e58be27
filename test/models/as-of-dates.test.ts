import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {isWhole, startDays} from "../../src/components/whole-window.js";
import {publishFolder, scoreFolder, Workshop} from "../warehouse/published.js";

const header = "customer_id,ordered_on,amount\n";

describe("as-of dates", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  const datesOf = async (
    lines: string,
    settings = "",
  ): Promise<{dates: string[]; roles: Record<string, string>; from: string}> => {
    const scored = await scoreFolder(
      workshop.folder({"transactions.csv": header + lines, "report.toml": settings}),
    );
    const rows = await scored.query<{role: string; as_of: string; window_from: string}>(
      "SELECT role, as_of, window_from FROM as_of_dates ORDER BY as_of",
    );
    const ago = rows.filter(({role}) => ["quarter_ago", "year_ago"].includes(role));
    return {
      dates: rows.filter(({role}) => ["now", "quarter_end"].includes(role)).map(({as_of}) => as_of),
      roles: Object.fromEntries(ago.map(({role, as_of}) => [role, as_of])),
      from: rows.find(({role}) => role === "now")!.window_from,
    };
  };

  it("are the last day of the data and the last eight quarter ends strictly before it", async () => {
    expect((await datesOf("a,2020-01-01,1\na,2025-12-31,1\n")).dates).toEqual([
      "2023-12-31",
      "2024-03-31",
      "2024-06-30",
      "2024-09-30",
      "2024-12-31",
      "2025-03-31",
      "2025-06-30",
      "2025-09-30",
      "2025-12-31",
    ]);
  });

  it("count the quarter end that the data end just after", async () => {
    expect((await datesOf("a,2025-09-30,1\na,2026-01-01,1\n")).dates).toEqual([
      "2025-09-30",
      "2025-12-31",
      "2026-01-01",
    ]);
  });

  it("don't go back before the first purchase, whatever was refunded before it", async () => {
    expect((await datesOf("r,2024-01-15,-5\na,2025-04-01,1\na,2025-08-09,1\n")).dates).toEqual([
      "2025-06-30",
      "2025-08-09",
    ]);
  });

  it("come from the setting where there is one, also within the data", async () => {
    const {dates, roles} = await datesOf("a,2024-05-31,1\na,2025-12-31,1\n", "as_of = 2025-05-31\n");
    expect(dates).toEqual(["2024-06-30", "2024-09-30", "2024-12-31", "2025-03-31", "2025-05-31"]);
    // Three calendar months before the 31st of May end with February.
    expect(roles).toEqual({quarter_ago: "2025-02-28", year_ago: "2024-05-31"});
  });

  it("clamp a comparison to the month's end, and leave it out before the first purchase", async () => {
    expect((await datesOf("a,2023-02-28,1\na,2024-02-29,1\n")).roles).toEqual({
      quarter_ago: "2023-11-29",
      year_ago: "2023-02-28",
    });
    expect((await datesOf("a,2023-03-01,1\na,2024-02-29,1\n")).roles).toEqual({quarter_ago: "2023-11-29"});
  });

  it("end a window of 365 days, both ends inside", async () => {
    const lines = "a,2024-12-31,1\nb,2025-01-01,10\nc,2025-12-31,100\n";
    const year = await datesOf(lines);
    expect(year.from).toBe("2025-01-01");
    expect((await datesOf(lines, 'window = "all"\n')).from).toBe("2024-12-31");
    const published = await publishFolder(workshop.folder({"transactions.csv": header + lines}));
    expect(published.cube("report")).toMatchObject({
      dates: year.dates,
      as_of: "2025-12-31",
      window_from: "2025-01-01",
    });
    const now = published.cube("kpis").find(({role}) => role === "now");
    expect(now).toMatchObject({
      customers: 3,
      active_customers: 2,
      new_customers: 2,
      orders: 2,
      revenue: 11_000,
    });
  });
});

describe("the windows of the as-of dates", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  it("are whole in the warehouse where they are on the pages, and movement starts from those alone", async () => {
    for (const [first, settings] of [
      ["2023-01-01", ""],
      ["2023-01-02", ""],
      ["2024-07-03", ""],
      ["2023-10-02", 'window = "all"'],
      ["2024-01-01", "window = 90"],
      ["2024-10-03", "window = 30"],
    ] as const) {
      const scored = await scoreFolder(
        workshop.folder({
          "transactions.csv": `${header}a,${first},1\na,2024-11-30,1\n`,
          "report.toml": settings,
        }),
      );
      const rows = await scored.query<{as_of: string; role: string; is_whole: boolean; is_start: boolean}>(
        "SELECT as_of, role, is_whole, is_start FROM as_of_dates ORDER BY as_of",
      );
      const days = /\d+/.exec(settings)?.[0];
      const history = {
        first_day: first,
        window: settings.includes("all") ? ("all" as const) : {days: Number(days ?? 365)},
      };
      for (const {as_of, is_whole} of rows)
        expect([first, as_of, is_whole]).toEqual([first, as_of, isWhole(as_of, history)]);
      const quarters = rows.filter(({role}) => role === "quarter_end").map(({as_of}) => as_of);
      expect(rows.filter(({is_start}) => is_start).map(({as_of}) => as_of)).toEqual(
        startDays(quarters, history),
      );
      const spans = await scored.query<{from_day: string}>("SELECT from_day FROM movement_spans");
      for (const {from_day} of spans) expect(startDays(quarters, history)).toContain(from_day);
    }
  });
});

describe("who is a customer", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  it("is who has ordered by the date: refunds alone and prospects have no class and are counted beside", async () => {
    const published = await publishFolder(
      workshop.folder({
        "transactions.csv": `${header}a,2025-01-10,50\nback,2025-02-10,-7\nlater,2025-02-01,-5\nlater,2025-08-01,20\nfree,2025-03-01,0\nend,2025-09-30,1\n`,
        "customers.csv": "customer_id,name\na,Ann\nlead,Lead\n",
        "report.toml": 'window = "all"\n',
      }),
    );
    const rows = await published.query<Record<string, unknown>>(
      `SELECT as_of, customer_id, is_customer, is_refund_only, abc_value_revenue AS class, r IS NULL AS unscored, wallet_stage, grid_stage
       FROM scores WHERE customer_id IN ('back', 'later', 'lead', 'free') ORDER BY as_of, customer_id`,
    );
    const short = rows.map((row) => [
      row.as_of,
      row.customer_id,
      row.is_customer,
      row.is_refund_only,
      row.class,
      row.unscored,
    ]);
    expect(short).toEqual([
      ["2025-03-31", "back", false, true, "none", true],
      ["2025-03-31", "free", true, false, "D", false],
      ["2025-03-31", "later", false, true, "none", true],
      ["2025-06-30", "back", false, true, "none", true],
      ["2025-06-30", "free", true, false, "D", false],
      ["2025-06-30", "later", false, true, "none", true],
      ["2025-09-30", "back", false, true, "none", true],
      ["2025-09-30", "free", true, false, "D", false],
      ["2025-09-30", "later", true, false, "A", false],
      ["2025-09-30", "lead", false, false, "none", true],
    ]);
    for (const {wallet_stage, is_refund_only} of rows)
      expect(wallet_stage).toBe(is_refund_only ? "none" : "unknown");
    expect(rows.every(({grid_stage}) => grid_stage === "unassessed")).toBe(true);
    const kpis = published.cube("kpis");
    expect(kpis.find(({role}) => role === "now")).toMatchObject({
      customers: 4,
      refund_only_customers: 1,
      below_zero_customers: 1,
      at_zero_customers: 1,
      revenue: 5900,
    });
    expect(published.cube("ledger")).toMatchObject({
      customers: 5,
      refund_only_customers: 1,
      prospects: 1,
      revenue: 5900,
    });
    const none = published.cube("abc").filter((row) => row.class === "none" && row.as_of === "2025-09-30");
    expect(none.map(({customers, revenue}) => [customers, revenue])).toEqual([
      [1, -700],
      [1, -700],
    ]);
  });

  it("has no profit without cost and margin, and the margin's share of what has no cost", async () => {
    const lines = "customer_id,ordered_on,amount,cost\na,2025-01-10,100,60\na,2025-01-11,50,\n";
    const bare = await publishFolder(workshop.folder({"transactions.csv": `${header}a,2025-01-10,100\n`}));
    expect(bare.cube("report").has_profit).toBe(false);
    expect(bare.cube("kpis")[0]!.profit).toBeNull();
    expect(bare.cube("abc").some(({measure}) => measure === "profit")).toBe(false);
    const costed = await publishFolder(workshop.folder({"transactions.csv": lines}));
    expect(costed.cube("kpis").find(({role}) => role === "now")!.profit).toBe(4000);
    const margin = await publishFolder(
      workshop.folder({"transactions.csv": lines, "report.toml": "margin = 0.3\n"}),
    );
    expect(margin.cube("kpis").find(({role}) => role === "now")!.profit).toBe(5500);
  });
});
