import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from "vitest";
import type {MovementRow, PyramidMemberRow, PyramidRow} from "../../src/cubes/value.js";
import {scoreFolder, Workshop} from "../warehouse/published.js";
import {sampleFolder} from "../warehouse/sample-folder.js";
import {HandTables} from "./hand-tables.js";

const now = "2025-12-31";
const models = ["metal-pyramid", "metal-movement", "hsbc-pyramid", "chase-pyramid", "value-types"];
const inputs = ["purchases", "purchases_by_category", "accounts", "as_of_dates", "activity", "scores"];

describe("the pyramids of a bare export", () => {
  let tables: HandTables;
  beforeEach(async () => {
    tables = await HandTables.open();
  });
  afterEach(() => tables.close());

  const levelsOf = async (csv: string): Promise<Record<string, Record<string, number>>> => {
    const workshop = new Workshop();
    try {
      const folder = workshop.folder({"transactions.csv": csv});
      await tables.take((await scoreFolder(folder)).warehouse, inputs);
      await tables.set({has_profit: "false"});
      await tables.inventLifetimes();
      await tables.model(...models);
    } finally {
      workshop.remove();
    }
    const levels: Record<string, Record<string, number>> = {};
    for (const {as_of, pyramid, level, customers, profit} of await tables.cube<PyramidRow>("pyramid")) {
      expect(profit).toBeNull();
      if (as_of !== now) continue;
      levels[pyramid] = {...levels[pyramid], [level]: customers!};
    }
    await tables.cube("pyramid-members");
    await tables.cube("movement");
    return levels;
  };

  it("of one customer, without cost, categories, customers or wallets, are whole", async () => {
    expect(await levelsOf("customer_id,ordered_on,amount\na,2025-12-31,5\n")).toEqual({
      metal: {diamond: 1},
      hsbc: {C: 1},
      chase: {other: 1},
      value_type: {mvc: 1},
    });
  });

  it("of a few, with one who only gave back beside them and one long gone, leave nobody out", async () => {
    const lines = [
      "a,2025-12-31,60",
      "b,2025-12-30,30",
      "c,2025-12-29,10",
      "d,2025-12-29,-3",
      "e,2022-01-01,9",
    ];
    const {metal, hsbc, chase} = await levelsOf(`customer_id,ordered_on,amount\n${lines.join("\n")}\n`);
    expect(chase).toEqual({other: 3, exit: 1, none: 1});
    expect(hsbc).toEqual({A: 1, C: 2, F: 1, none: 1});
    expect(metal).toEqual({diamond: 1, gold: 1, brass: 1, lead: 1, none: 1});
  });
});

describe("the pyramids of the sample business", () => {
  let workshop: Workshop;
  let sample: HandTables;
  let warehouse: string;
  beforeAll(async () => {
    workshop = new Workshop();
    ({warehouse} = await scoreFolder(await sampleFolder()));
    sample = await HandTables.open();
    await sample.take(warehouse, inputs);
    await sample.inventLifetimes();
    await sample.model(...models);
  });
  afterAll(() => {
    sample.close();
    workshop.remove();
  });

  it("part the customers: every level's customers and money add up to the scores, at every date", async () => {
    const cube = await sample.cube<PyramidRow>("pyramid");
    const ledger = await sample.rows<{
      as_of: string;
      n: string;
      accounts: string;
      revenue: string;
      profit: string;
    }>(
      `SELECT as_of, count(*) FILTER (is_customer OR is_refund_only) AS n, count(*) AS accounts,
              minor(sum(revenue)) AS revenue, minor(sum(profit)) AS profit FROM scores GROUP BY as_of ORDER BY as_of`,
    );
    const totals = (pyramid: string, as_of: string): number[] => {
      const rows = cube.filter((row) => row.pyramid === pyramid && row.as_of === as_of);
      expect(new Set(rows.map((row) => row.level)).size).toBe(rows.length);
      return (["customers", "revenue", "profit"] as const).map((measure) =>
        rows.reduce((sum, row) => sum + row[measure]!, 0),
      );
    };
    expect(ledger).toHaveLength(9);
    for (const {as_of, n, revenue, profit} of ledger)
      expect(totals("metal", as_of)).toEqual([n, revenue, profit].map(Number));
    const {as_of, n, accounts, revenue, profit} = ledger.at(-1)!;
    expect(totals("hsbc", as_of)).toEqual([accounts, revenue, profit].map(Number));
    expect(totals("chase", as_of)).toEqual([n, revenue, profit].map(Number));
    expect(new Set(cube.filter((row) => row.as_of < as_of).map((row) => row.pyramid))).toEqual(
      new Set(["metal"]),
    );
    for (const group of ["A", "B", "C", "D", "E", "F", "G"])
      expect(cube.some((row) => row.pyramid === "hsbc" && row.level === group)).toBe(true);
  });

  it("count the customers that the ledger counts, and beside them those who never ordered, as two counts of purchases", async () => {
    const cube = await sample.cube<PyramidRow>("pyramid");
    const [ledger] = await sample.rows<{customers: string; back: string; prospects: string}>(
      `WITH bought AS (
         SELECT customer_id, sum(orders) > 0 AS ordered FROM purchases WHERE day <= DATE '${now}' GROUP BY customer_id
       )
       SELECT (SELECT count(*) FROM bought WHERE ordered) AS customers,
              (SELECT count(*) FROM bought WHERE NOT ordered) AS back,
              (SELECT count(*) FROM accounts ANTI JOIN bought USING (customer_id)) AS prospects`,
    );
    expect(Number(ledger!.back)).toBeGreaterThan(0);
    const sum = (pyramid: string, mine: (level: string) => boolean): number =>
      cube
        .filter((row) => row.as_of === now && row.pyramid === pyramid && mine(row.level))
        .reduce((n, row) => n + row.customers!, 0);
    const [customers, back, prospects] = [ledger!.customers, ledger!.back, ledger!.prospects].map(Number);
    for (const pyramid of ["metal", "chase", "hsbc"]) {
      expect(sum(pyramid, (level) => level === "none")).toBe(back);
      expect(sum(pyramid, (level) => level !== "none")).toBe(
        pyramid === "hsbc" ? customers! + prospects! : customers,
      );
    }
  });

  it("move between dates as plain loops say, under both kinds of lines, and no money is lost on the way", async () => {
    const rows = await sample.rows<{
      as_of: string;
      customer_id: string;
      first_order_on: string;
      profit: string;
    }>("SELECT as_of, customer_id, first_order_on, profit FROM activity");
    const dates = (
      await sample.rows<{as_of: string}>(
        "SELECT as_of FROM as_of_dates WHERE role = 'quarter_end' ORDER BY as_of DESC",
      )
    ).map(({as_of}) => as_of);
    const [last] = await sample.rows<{as_of: string}>("SELECT as_of FROM as_of_dates WHERE role = 'now'");
    const moves = await sample.cube<MovementRow>("movement");
    expect([...new Set(moves.map((m) => m.from))]).toEqual([dates[3], dates[0]]);

    const cents = (money: string): number => Math.round(Number(money) * 100);
    const at = (day: string) =>
      rows
        .filter((row) => row.as_of === day)
        .map((row) => ({id: row.customer_id, buys: row.first_order_on !== null, amount: cents(row.profit)}))
        .sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
    const ownLevels = (day: string): Map<string, string> => {
      const buyers = at(day).filter(({buys}) => buys);
      const total = buyers.reduce((sum, {amount}) => sum + Math.max(amount, 0), 0);
      let before = 0;
      const levels = buyers.map(({id, amount}): [string, string] => {
        const share = (100 * before) / total;
        before += amount;
        return [
          id,
          amount <= 0 ? "lead" : share < 50 ? "diamond" : share < 80 ? "gold" : share < 95 ? "brass" : "lead",
        ];
      });
      return new Map([
        ...levels,
        ...at(day)
          .filter(({buys}) => !buys)
          .map(({id}): [string, string] => [id, "none"]),
      ]);
    };
    for (const from of [dates[0]!, dates[3]!]) {
      const [before, after] = [ownLevels(from), ownLevels(last!.as_of)];
      const amounts = new Map(at(from).map(({id, amount}) => [id, amount]));
      const least = (level: string) =>
        Math.min(
          ...at(from)
            .filter(({id}) => before.get(id) === level)
            .map(({amount}) => amount),
        );
      const bounds = ["diamond", "gold", "brass"].map((level) => [level, least(level)] as const);
      for (const thresholds of ["frozen", "recomputed"]) {
        const expected = new Map<string, number[]>();
        for (const {id, amount, buys} of at(last!.as_of)) {
          const own = bounds.find(([, bound]) => amount >= bound)?.[0] ?? "lead";
          const to = thresholds === "recomputed" ? after.get(id)! : buys ? own : "none";
          const key = `${before.get(id) ?? "arrived"}>${to}`;
          const [n, x, y] = expected.get(key) ?? [0, 0, 0];
          expected.set(key, [n! + 1, x! + (amounts.get(id) ?? 0), y! + amount]);
        }
        const told = moves
          .filter((m) => m.from === from && m.to === last!.as_of && m.thresholds === thresholds)
          .map((m): [string, (number | null)[]] => [
            `${m.from_class}>${m.to_class}`,
            [m.customers, m.money_before, m.money_after],
          ]);
        expect(new Map(told)).toEqual(expected);
        expect(told).toHaveLength(expected.size);
      }
    }
  });

  it("have margins in their movement that are the two dates' own levels", async () => {
    const cube = (await sample.cube<PyramidRow>("pyramid")).filter(({pyramid}) => pyramid === "metal");
    const moves = (await sample.cube<MovementRow>("movement")).filter((m) => m.thresholds === "recomputed");
    for (const from of new Set(moves.map((m) => m.from))) {
      const span = moves.filter((m) => m.from === from);
      const margin = (of: (m: MovementRow) => string, money: (m: MovementRow) => number) => {
        const sums: Record<string, number[]> = {};
        for (const m of span) {
          const [n, sum] = sums[of(m)] ?? [0, 0];
          sums[of(m)] = [n! + m.customers!, sum! + money(m)];
        }
        return sums;
      };
      const levels = (day: string) =>
        Object.fromEntries(
          cube.filter((row) => row.as_of === day).map((row) => [row.level, [row.customers, row.profit]]),
        );
      const {arrived: added, ...before} = margin(
        (m) => m.from_class,
        (m) => m.money_before!,
      );
      expect(before).toEqual(levels(from));
      expect(added![1]).toBe(0);
      expect(
        margin(
          (m) => m.to_class,
          (m) => m.money_after!,
        ),
      ).toEqual(levels(span[0]!.to));
    }
  });

  it("name the twenty largest of each level, and nobody else", async () => {
    const members = await sample.cube<PyramidMemberRow>("pyramid-members");
    const levels = (await sample.cube<PyramidRow>("pyramid")).filter((row) => row.as_of === now);
    for (const {pyramid, level, customers} of levels) {
      const own = members.filter((row) => row.pyramid === pyramid && row.level === level);
      expect(own).toHaveLength(level === "none" ? 0 : Math.min(20, customers!));
      expect(own.map((row) => row.profit!)).toEqual(own.map((row) => row.profit!).sort((a, b) => b - a));
    }
    for (const {pyramid, level, loyalty, value} of members) {
      expect(loyalty === null).toBe(value === null);
      if (pyramid === "hsbc") expect(loyalty !== null).toBe(level < "E");
    }
    const [largest] = await sample.rows<{id: string}>(
      `SELECT customer_id AS id FROM scores WHERE as_of = '${now}' ORDER BY profit DESC, customer_id LIMIT 1`,
    );
    expect(members[0]).toMatchObject({pyramid: "metal", level: "diamond", customer_id: largest!.id});
  });

  it("come out the same whatever the order of the rows", async () => {
    const cubes = async (tables: HandTables): Promise<unknown> =>
      Promise.all(["pyramid", "pyramid-members", "movement"].map((name) => tables.cube(name)));
    const other = await HandTables.open();
    await other.take(warehouse, inputs);
    await other.inventLifetimes();
    for (const table of [...inputs, "lifetime_values"]) {
      await other.connection.run(`CREATE TABLE turned AS FROM ${table} ORDER BY hash(${table}), rowid DESC`);
      await other.connection.run(`DROP TABLE ${table}; ALTER TABLE turned RENAME TO ${table}`);
    }
    await other.model(...models);
    expect(await cubes(other)).toEqual(await cubes(sample));
    other.close();
  });
});
