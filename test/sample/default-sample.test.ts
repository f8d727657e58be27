import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {gridStages} from "../../src/cubes.js";
import {type OpenSample, openSample} from "./read-sample.js";

let sample: OpenSample;
let truth: Record<string, number | string>;

beforeAll(async () => {
  sample = await openSample();
  truth = JSON.parse(await readFile(join(sample.folder, "truth.json"), "utf8"));
  await sample.connection.run(await readFile(new URL("derived.sql", import.meta.url), "utf8"));
});
afterAll(() => sample.close());

async function one<Column extends string = string, Value = number>(
  sql: string,
): Promise<Record<Column, Value>> {
  return (await sample.rows<Record<Column, Value>>(sql))[0]!;
}

describe("the money of the default sample", () => {
  it("adds up in whole cents to what DuckDB makes of the decimals", async () => {
    const text = await readFile(join(sample.folder, "transactions.csv"), "utf8");
    const lines = text.trimEnd().split("\n").slice(1);
    let [revenue, cost] = [0n, 0n];
    for (const line of lines) {
      const cells = line.split(",");
      expect(cells).toHaveLength(8);
      expect(cells[6]).toMatch(/^-?\d+\.\d\d$/);
      expect(cells[7]).toMatch(/^-?\d+\.\d\d$/);
      revenue += BigInt(cells[6]!.replace(".", ""));
      cost += BigInt(cells[7]!.replace(".", ""));
    }
    const sums = await one<"amount" | "cost", string>(
      "select sum(amount)::varchar as amount, sum(cost)::varchar as cost from transactions",
    );
    expect(BigInt(sums.amount.replace(".", ""))).toBe(revenue);
    expect(BigInt(sums.cost.replace(".", ""))).toBe(cost);
    expect(truth).toMatchObject({lines: lines.length, revenue: sums.amount, cost: sums.cost});
  });

  it("has amounts, costs and quantities of one sign and a price of whole cents apiece", async () => {
    const wrong = await one(`
      select count(*) filter (sign(amount) <> sign(quantity) or sign(cost) <> sign(quantity)) as signs,
             count(*) filter ((amount * 100)::bigint % quantity <> 0) as prices
      from transactions`);
    expect(wrong).toEqual({signs: 0, prices: 0});
  });

  it("is uneven: the top fifth brings 70 to 80% of the revenue", async () => {
    const {share} = await one<"share">(`
      select sum(revenue) filter (place <= 0.2 * customers)::double / sum(revenue)::double as share
      from (select revenue, row_number() over (order by revenue desc) as place, count(*) over () as customers
            from spend where orders > 0)`);
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.8);
  });

  it("has a whale curve that climbs to between 108% and 125% and falls back", async () => {
    const {peak, losing} = await one<"peak" | "losing">(`
      select max(so_far)::double / sum(profit)::double as peak, count(*) filter (profit < 0) as losing
      from (select profit, sum(profit) over (order by profit desc, customer_id) as so_far from spend)`);
    expect(peak).toBeGreaterThan(1.08);
    expect(peak).toBeLessThan(1.25);
    expect(losing).toBeGreaterThan(40);
  });
});

describe("the orders of the default sample", () => {
  it("fill five years, a few tens of thousands of lines, and every category", async () => {
    const found = await one(`
      select count(*) as lines, count(distinct order_id) filter (quantity > 0) as orders,
             count(*) filter (quantity < 0) as refunds, min(ordered_on)::varchar as first_day,
             max(ordered_on)::varchar as last_day, count(distinct category) as categories,
             count(distinct year(ordered_on)) as years
      from transactions`);
    expect(found).toMatchObject({first_day: "2021-01-01", last_day: "2025-12-31", categories: 8, years: 5});
    expect(found.lines).toBeGreaterThan(20_000);
    expect(found.lines).toBeLessThan(40_000);
    expect(truth).toMatchObject({lines: found.lines, orders: found.orders, refunds: found.refunds});
  });

  it("are refunded in 1 to 3% of cases, later and never for more than was bought", async () => {
    const found = await one(`
      with bought as (
        select order_id, product_id, (amount * 100)::bigint // quantity as price, max(quantity) as quantity, any_value(ordered_on) as day
        from transactions where quantity > 0 group by all),
      given_back as (
        select replace(order_id, '-R', '') as order_id, product_id, (amount * 100)::bigint // quantity as price,
               -quantity as quantity, ordered_on as day
        from transactions where order_id like 'O%-R')
      select count(*) as refunds, count(bought.day) as matched,
             count(*) filter (given_back.day > bought.day and given_back.quantity <= bought.quantity) as fair,
             count(*)::double / (select sum(orders) from spend)::double as share
      from given_back left join bought using (order_id, product_id, price)`);
    expect(found.share).toBeGreaterThan(0.01);
    expect(found.share).toBeLessThan(0.03);
    expect(found.matched).toBe(found.refunds);
    expect(found.fair).toBe(found.refunds);
  });

  it("belong to customers of the export, who are all in truth.csv too", async () => {
    const found = await one(`
      select (select count(*) from customers) as customers,
             (select count(distinct name) from customers) as names,
             (select count(*) from customers semi join truth using (customer_id)) as in_truth,
             (select count(*) from transactions anti join customers using (customer_id)) as strangers,
             (select count(*) from relationships anti join customers using (customer_id)) as assessed_strangers,
             (select count(*) from wallets anti join customers using (customer_id)) as wallet_strangers`);
    expect(found).toEqual({
      customers: 600,
      names: 600,
      in_truth: 600,
      strangers: 0,
      assessed_strangers: 0,
      wallet_strangers: 0,
    });
  });

  it("leave some customers with refunds alone, some below zero, some that lapsed and some that never bought", async () => {
    const found = await one(`
      select count(*) filter (orders = 0) as refund_only,
             count(*) filter (orders > 0 and revenue < 0) as below_zero,
             (select count(*) from customers anti join transactions using (customer_id)) as prospects,
             (select count(*) from customers where status = 'closed') as closed
      from spend`);
    expect(found.refund_only).toBeGreaterThan(0);
    expect(found.below_zero).toBeGreaterThan(0);
    expect(found.prospects).toBeGreaterThan(10);
    expect(found.closed).toBeGreaterThan(30);
    const types = await one(`
      select count(*) filter (type = 'prospect') as prospects, count(*) filter (type = 'refund_only') as refund_only
      from truth`);
    expect(types).toEqual({prospects: found.prospects, refund_only: found.refund_only});
  });

  it("grow at some accounts and shrink at others", async () => {
    const found = await one(`
      select count(*) filter (now > 1.3 * before) as growing, count(*) filter (now < 0.7 * before) as shrinking
      from (select sum(amount) filter (year(ordered_on) = 2025) as now,
                   sum(amount) filter (year(ordered_on) = 2024) as before
            from transactions group by customer_id)`);
    expect(found.growing).toBeGreaterThan(50);
    expect(found.shrinking).toBeGreaterThan(50);
  });
});

describe("the assessments of the default sample", () => {
  it("name their levels in English or in Chinese, both in one row in the same language", async () => {
    const found = await one(`
      select count(*) filter (personal_en is not null and company_en is not null) as en,
             count(*) filter (personal_zh is not null and company_zh is not null) as zh,
             count(*) as rows,
             count(distinct assessor) as assessors,
             min(assessed_on)::varchar >= '2023-01-01' and max(assessed_on)::varchar <= '2025-12-31' as in_time
      from levels`);
    expect(found.en! + found.zh!).toBe(found.rows);
    expect(found.en).toBeGreaterThan(100);
    expect(found.zh).toBeGreaterThan(100);
    expect(found.in_time).toBe(true);
  });

  it("put about seven accounts in ten on the grid, with every stage taken by at least five", async () => {
    const rows = await sample.rows(`
      select coalesce(stage, 'unassessed') as stage, count(*) as customers
      from customers left join newest_levels using (customer_id) group by 1`);
    const stages = Object.fromEntries(rows.map((row) => [row.stage, row.customers as number]));
    expect(Object.keys(stages).sort()).toEqual([...gridStages].sort());
    for (const [stage, customers] of Object.entries(stages))
      expect(customers, stage).toBeGreaterThanOrEqual(5);
    expect(stages.unassessed! / 600).toBeGreaterThan(0.2);
    expect(stages.unassessed! / 600).toBeLessThan(0.4);
  });

  it("move up more often than down, go stale at some accounts, and lean to either axis at others", async () => {
    const moves = await one(`
      select count(*) filter (personal + company > before) as up, count(*) filter (personal + company < before) as down
      from (select personal, company,
                   lag(personal + company) over (partition by customer_id order by assessed_on) as before
            from levels)`);
    expect(moves.up).toBeGreaterThan(1.2 * moves.down!);
    expect(moves.down).toBeGreaterThan(20);
    const found = await one(`
      select count(*) filter (assessed_on < date '2025-12-31' - 180) as stale,
             count(*) filter (personal >= company + 2) as person_dependent,
             count(*) filter (company >= personal + 2) as thin
      from newest_levels`);
    for (const [kind, customers] of Object.entries(found)) expect(customers, kind).toBeGreaterThan(15);
  });

  it("are higher where an account is worth more", async () => {
    const {correlation} = await one<"correlation">(`
      select corr(personal + company, ln(greatest(revenue, 1)::double)) as correlation
      from newest_levels join spend using (customer_id)`);
    expect(correlation).toBeGreaterThan(0.15);
  });
});

describe("the wallets of the default sample", () => {
  it("never leave us more than the whole, over 12 months or 365 days", async () => {
    const found = await one(`
      select max(share) as most, min(share) as least, count(*) filter (ours > category_spend) as over,
             count(*) filter (ours_365 > category_spend) as over_365, count(distinct customer_id) as customers
      from shares`);
    expect(found.over).toBe(0);
    expect(found.over_365).toBe(0);
    expect(found.most).toBeLessThanOrEqual(1);
    expect(found.least).toBeGreaterThanOrEqual(0);
    expect(found.customers! / 600).toBeGreaterThan(0.5);
    expect(found.customers! / 600).toBeLessThan(0.7);
  });

  it("put at least 20 accounts in each stage and on each kind of evidence", async () => {
    const rows = await sample.rows(`
      with newest as (from shares qualify row_number() over (partition by customer_id order by as_of desc) = 1)
      select case when share >= 0.8 then 'strategic' when share >= 0.5 then 'stable' when share > 0 then 'initial'
                  when bought_before then 'interrupted' else 'development' end as stage, count(*) as customers
      from newest group by 1`);
    const stages = Object.fromEntries(rows.map((row) => [row.stage, row.customers as number]));
    expect(Object.keys(stages).sort()).toEqual([
      "development",
      "initial",
      "interrupted",
      "stable",
      "strategic",
    ]);
    for (const [stage, customers] of Object.entries(stages))
      expect(customers, stage).toBeGreaterThanOrEqual(20);
    const bases = await sample.rows("select basis, count(distinct customer_id) as n from wallets group by 1");
    expect(bases.map((row) => row.basis).sort()).toEqual(["estimate", "filing", "survey"]);
  });
});
