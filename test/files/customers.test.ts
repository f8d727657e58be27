import {cpSync, existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fileSets} from "../../loaders/files/files.js";
import {scan} from "../../loaders/site/scan.js";
import {findCustomers} from "../../src/components/customer/find.js";
import type {
  CustomerIndex,
  CustomerRecord,
  NameKeys,
  NamePage,
} from "../../src/components/customer/record.js";
import {rowsOf} from "../../src/components/customer/record.js";
import {holds, searchText} from "../../src/components/customer/search-text.js";
import {shardOf} from "../../src/components/customer/shard.js";
import {type Published, publishWhole, Workshop} from "../warehouse/published.js";
import {publishSample, sampleFolder} from "../warehouse/sample-folder.js";

const now = "2025-12-31";
let workshop: Workshop;
let folder: string;
let published: Published;
let records: CustomerRecord[];

const read = <T>(name: string, of = published): T =>
  JSON.parse(readFileSync(join(of.directory, "files", "customers", `${name}.json`), "utf8")) as T;
const readAll = (of: Published): CustomerRecord[] =>
  Array.from({length: read<CustomerIndex>("index", of).shards}, (_, i) =>
    read<CustomerRecord[]>(String(i), of),
  ).flat();
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((a, b) => a + (b ?? 0), 0);
const minor = (money: string | null): number | null =>
  money === null ? null : Math.round(Number(money) * 100);

beforeAll(async () => {
  workshop = new Workshop();
  folder = await sampleFolder(450);
  published = await publishSample("analysts", 450);
  records = readAll(published);
});
afterAll(() => workshop.remove());

describe("the files of customers", () => {
  it("hold every customer that the report knows once, in the file that its id's hash names", async () => {
    const {shards, customers} = read<CustomerIndex>("index");
    const known = await published.query<{customer_id: string}>(
      `SELECT customer_id FROM scores WHERE as_of = '${now}' ORDER BY customer_id`,
    );
    expect(shards).toBe(3);
    expect(customers).toBe(known.length);
    expect(records.map(({id}) => id).sort()).toEqual(known.map((row) => row.customer_id));
    for (let i = 0; i < shards; i++)
      for (const {id} of read<CustomerRecord[]>(String(i)))
        expect([id, shardOf(id, shards)]).toEqual([id, i]);
  });

  it("tell purchases that add up to the ledger to the cent, for every customer", async () => {
    const ledger = await published.query<{
      customer_id: string;
      revenue: string;
      profit: string;
      orders: string;
    }>(
      `SELECT customer_id, sum(amount)::VARCHAR AS revenue, sum(costed_profit)::VARCHAR AS profit, sum(orders)::INTEGER AS orders
       FROM purchases WHERE day <= '${now}' GROUP BY customer_id`,
    );
    expect(ledger.length).toBeGreaterThan(300);
    const wanted = new Map(ledger.map((row) => [row.customer_id, row]));
    for (const {id, purchases, now: figures} of records) {
      const row = wanted.get(id);
      expect([id, purchases === null]).toEqual([id, row === undefined]);
      if (!row || !purchases) continue;
      expect([id, sum(purchases.revenue), sum(purchases.profit), sum(purchases.orders)]).toEqual([
        id,
        minor(row.revenue),
        minor(row.profit),
        Number(row.orders),
      ]);
      expect([id, figures.revenue_ever]).toEqual([id, minor(row.revenue)]);
    }
  });

  it("tell each month's purchases as the ledger has them", async () => {
    const months = await published.query<{
      customer_id: string;
      month: string;
      orders: number;
      revenue: string;
    }>(
      `SELECT customer_id, date_trunc('month', day)::DATE AS month, sum(orders)::INTEGER AS orders, sum(amount)::VARCHAR AS revenue
       FROM purchases GROUP BY ALL ORDER BY customer_id, month`,
    );
    const told = records
      .flatMap(({id, purchases}) =>
        rowsOf(purchases).map((row) => `${id} ${row.month} ${row.orders} ${row.revenue}`),
      )
      .sort();
    expect(told).toEqual(
      months.map((row) => `${row.customer_id} ${row.month} ${row.orders} ${minor(row.revenue)}`).sort(),
    );
  });

  it("tell the scores of every as-of date as the warehouse has them", async () => {
    const rows = await published.query<Record<string, string | number | null>>(
      `SELECT customer_id, scores.as_of, scores.r, scores.f, scores.m, rfm_segment, metal, grid_stage, wallet_stage,
              (wallet_gap * 100)::BIGINT AS gap, round(clv * 100)::BIGINT AS clv, round(p_alive, 4) AS p_alive,
              (revenue * 100)::BIGINT AS revenue
       FROM scores LEFT JOIN metal_pyramid USING (as_of, customer_id) LEFT JOIN lifetime_values USING (as_of, customer_id)`,
    );
    const wanted = new Map(rows.map((row) => [`${row.customer_id} ${row.as_of}`, row]));
    const number = (value: string | number | null | undefined): number | null =>
      value === null || value === undefined ? null : Number(value);
    let told = 0;
    for (const {id, scores} of records) {
      for (const s of rowsOf(scores)) {
        told++;
        const row = wanted.get(`${id} ${s.as_of}`)!;
        expect([id, s.as_of, s.r, s.f, s.m, s.segment, s.metal, s.grid_stage, s.wallet_stage]).toEqual([
          ...[row.customer_id, row.as_of, number(row.r), number(row.f), number(row.m), row.rfm_segment],
          ...[row.metal, row.grid_stage, row.wallet_stage],
        ]);
        expect([id, s.as_of, s.revenue, s.gap, s.clv, s.p_alive]).toEqual([
          ...[id, s.as_of, number(row.revenue), number(row.gap), number(row.clv), number(row.p_alive)],
        ]);
      }
    }
    expect(told).toBe(rows.length);
  });

  it("tell complaints, contacts, events and signs as many as there are", async () => {
    const count = async (sql: string): Promise<number> =>
      Number((await published.query<{n: string}>(sql))[0]!.n);
    const told = (list: (record: CustomerRecord) => number): number => sum(records.map(list));
    const known = `customer_id IN (SELECT customer_id FROM scores)`;
    expect(told((r) => r.complaints?.all ?? 0)).toBe(
      await count(`SELECT count(*) AS n FROM complaints WHERE opened_on <= '${now}' AND ${known}`),
    );
    expect(told((r) => r.events?.all ?? 0)).toBe(
      await count(`SELECT count(*) AS n FROM events WHERE occurred_on <= '${now}' AND ${known}`),
    );
    expect(told((r) => sum(r.contacts?.assessments ?? []))).toBe(
      await count(`SELECT count(*) AS n FROM assessments WHERE assessed_on <= '${now}'`),
    );
    expect(told((r) => r.signals?.signal.length ?? 0)).toBe(
      await count(`SELECT count(*) AS n FROM alerts WHERE as_of = '${now}'`),
    );
    expect(told((r) => r.signals?.signal.length ?? 0)).toBeGreaterThan(20);
  });

  it("hold nothing that is not on the list, for either audience, and the list is held to", async () => {
    const site = workshop.folder({"files/.keep": ""});
    cpSync(join(published.directory, "files", "customers"), join(site, "files", "customers"), {
      recursive: true,
    });
    const problems = async (audience: "account-team" | "analysts" | "executives"): Promise<string[]> => {
      const found = await scan({
        directory: site,
        audience,
        columns: {executives: {}, "account-team": {}, analysts: {}},
        fileSets,
      });
      return found.filter(({where}) => where.startsWith("files/customers/")).map(({problem}) => problem);
    };
    expect(await problems("analysts")).toEqual([]);
    expect(await problems("account-team")).toEqual([]);
    expect((await problems("executives")).every((p) => p.includes("in no set of files"))).toBe(true);
    const [first] = read<CustomerRecord[]>("0");
    writeFileSync(join(site, "files/customers/0.json"), JSON.stringify([{...first, phone: "139"}]));
    expect(await problems("analysts")).toEqual([
      'column "phone" ("139") is not on this audience\'s list (audience analysts)',
    ]);
  });

  it("are found by id, by name, and by any part that begins a word or a Chinese character", async () => {
    const keys = read<NameKeys>("names");
    const readPage = async (page: number): Promise<NamePage> => read<NamePage>(`names/${page}`);
    for (const {id, name} of records.filter((_, i) => i % 5 === 0)) {
      expect((await findCustomers(id, keys, readPage)).customers[0]?.id).toBe(id);
      if (name === null) continue;
      expect((await findCustomers(name, keys, readPage)).customers.map((c) => c.id)).toContain(id);
      const part = /^\p{Script=Han}/u.test(name) ? [...name].slice(1, 4).join("") : name.split(" ")[1]!;
      const result = await findCustomers(part, keys, readPage, 1000);
      const all = records.filter((r) => holds(searchText(r.name ?? ""), searchText(part))).map((r) => r.id);
      expect(all).toContain(id);
      expect([part, result.customers.map((c) => c.id).sort()]).toEqual([part, all.slice(0, 1000).sort()]);
    }
  });

  it("are not made for executives", async () => {
    const {directory} = await publishSample("executives", 450);
    expect(existsSync(join(directory, "files", "filters"))).toBe(true);
    expect(existsSync(join(directory, "files", "customers"))).toBe(false);
  });
});

describe("the files of customers at an earlier day", () => {
  it("tell nothing later than that day", async () => {
    const settings = readFileSync(join(folder, "report.toml"), "utf8");
    const files = Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name.endsWith(".csv"))
        .map((name) => [name, readFileSync(join(folder, name))]),
    );
    const earlier = await publishWhole(
      workshop.folder({...files, "report.toml": `as_of = 2024-06-30\n${settings}`}),
    );
    const told = readAll(earlier);
    const days = JSON.stringify(told.map(({account, ...rest}) => rest)).match(/\d{4}-\d{2}-\d{2}/g)!;
    expect(days.length).toBeGreaterThan(1000);
    expect(days.filter((day) => day > "2024-06-30")).toEqual([]);
    const [ledger] = await earlier.query<{revenue: string}>(
      "SELECT sum(amount)::VARCHAR AS revenue FROM purchases WHERE day <= '2024-06-30'",
    );
    expect(sum(told.flatMap((r) => r.purchases?.revenue ?? []))).toBe(minor(ledger!.revenue));
  });
});

describe("the files of the barest report", () => {
  it("are whole with transactions alone: one customer, one order, a refund-only one, ids that need care", async () => {
    const bare = await publishWhole(
      workshop.folder({
        "transactions.csv":
          'customer_id,ordered_on,amount\n"a/b ""c""",2025-12-31,5.125\n客户,2025-12-30,-3\n',
        "report.toml": 'audience = "analysts"\n',
      }),
    );
    const told = readAll(bare);
    expect(told.map(({id}) => id).sort()).toEqual(['a/b "c"', "客户"]);
    for (const record of told)
      expect([record.id, record.account, record.contacts, record.complaints, record.events]).toEqual([
        ...[record.id, null, null, null, null],
      ]);
    expect(told.find(({id}) => id === "客户")!.now).toMatchObject({is_refund_only: true, revenue_ever: -300});
    const keys = read<NameKeys>("names", bare);
    const found = await findCustomers("客", keys, async (page) => read<NamePage>(`names/${page}`, bare));
    expect(found.customers).toEqual([{id: "客户", name: null, rank: 0}]);
  });
});
