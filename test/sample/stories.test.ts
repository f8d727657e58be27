import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type OpenSample, openSample} from "./read-sample.js";

let sample: OpenSample;
let stories: Record<string, {customer_id: string; summary: string}>;

beforeAll(async () => {
  sample = await openSample();
  stories = JSON.parse(await readFile(join(sample.folder, "truth.json"), "utf8")).stories;
  await sample.connection.run(await readFile(new URL("derived.sql", import.meta.url), "utf8"));
});
afterAll(() => sample.close());

/** What each year brought, 2021 first. */
async function revenue(id: string): Promise<number[]> {
  const rows = await sample.rows<{revenue: number}>(`
    select sum(amount)::double as revenue from transactions where customer_id = '${id}'
    group by year(ordered_on) order by year(ordered_on)`);
  return rows.map((row) => row.revenue);
}

async function stages(id: string): Promise<string[]> {
  const rows = await sample.rows<{stage: string}>(
    `select stage from levels where customer_id = '${id}' order by assessed_on`,
  );
  return rows.map((row) => row.stage);
}

async function walletShares(id: string): Promise<number[]> {
  const rows = await sample.rows<{share: number}>(
    `select share from shares where customer_id = '${id}' order by as_of`,
  );
  return rows.map((row) => row.share);
}

const rising = (values: number[]): boolean => values.every((v, k) => k === 0 || v > values[k - 1]!);

describe("the stories of the default sample", () => {
  it("are told in truth.json, and their accounts stand aside from the population in truth.csv", async () => {
    expect(Object.keys(stories)).toEqual(["sliding_back", "complaint_kept", "seller_left", "small_grew"]);
    const ids = Object.values(stories).map((story) => story.customer_id);
    const told = await sample.rows<{customer_id: string; rates: number}>(
      `select customer_id, (count("lambda") + count(mu) + count(churned_on))::int as rates from truth
       where type = 'story' group by 1 order by 1`,
    );
    expect(told).toEqual(ids.map((customer_id) => ({customer_id, rates: 0})));
  });

  it("slide a partner back: visits thin, then grid stage and wallet share fall, and orders with them", async () => {
    const id = stories.sliding_back!.customer_id;
    expect(await stages(id)).toEqual(["partner", "partner", "advanced", "advanced", "middle", "initial"]);
    const shares = await walletShares(id);
    expect(shares[0]).toBeGreaterThan(0.8);
    expect(shares.at(-1)).toBeLessThan(0.5);
    expect(rising(shares.slice(-5).reverse())).toBe(true);
    const [, , , before, after] = await revenue(id);
    expect(after!).toBeLessThan(0.6 * before!);
    const [visits2024, visits2025] = await sample.rows<{n: number}>(`
      select count(*) as n from interactions
      where customer_id = '${id}' and kind = 'visit' and occurred_on >= '2024-01-01' and coalesce(status, 'held') = 'held'
      group by year(occurred_on) order by year(occurred_on)`);
    expect(visits2025!.n).toBeLessThan(0.4 * visits2024!.n);
  });

  it("keep a customer whose serious complaint was settled within a day to its satisfaction", async () => {
    const id = stories.complaint_kept!.customer_id;
    const rows = await sample.rows(`
      select date_diff('hour', opened_on, resolved_on) < 24 as within_a_day, satisfied, severity,
             (select opened_on::date - max(ordered_on) from transactions
              where customer_id = '${id}' and ordered_on < opened_on::date) as silent_before,
             (select min(ordered_on) - resolved_on::date from transactions
              where customer_id = '${id}' and ordered_on > resolved_on::date) as back_after
      from complaints where customer_id = '${id}'`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({within_a_day: true, satisfied: true, severity: "serious"});
    const {usual, after} = await sample
      .rows<{usual: number; after: number}>(`
        select max(gap) filter (ordered_on < '2025-06-01') as usual, count(*) filter (ordered_on > '2025-07-01') as after
        from (select ordered_on, ordered_on - lag(ordered_on) over (order by ordered_on) as gap
              from (select distinct ordered_on from transactions where customer_id = '${id}' and quantity > 0))`)
      .then((found) => found[0]!);
    expect(rows[0]!.silent_before).toBeGreaterThan(2 * usual);
    expect(rows[0]!.back_after).toBeLessThan(usual);
    expect(after).toBeGreaterThan(10);
  });

  it("lose an account that hung on one seller: one contact, a personnel change, a collapse of the personal level", async () => {
    const id = stories.seller_left!.customer_id;
    const levels = await sample.rows<{personal: number; company: number; assessor: string; late: boolean}>(`
      select personal, company, assessor, assessed_on > '2025-04-14' as late from levels
      where customer_id = '${id}' order by assessed_on`);
    const before = levels.filter((level) => !level.late).at(-1)!;
    const after = levels.find((level) => level.late)!;
    expect(before.personal - before.company).toBeGreaterThanOrEqual(2);
    expect(before.personal - after.personal).toBeGreaterThanOrEqual(2);
    expect(after.assessor).not.toBe(before.assessor);
    const found = await sample.rows(`
      select (select count(distinct contact_id) from interactions where customer_id = '${id}') as contacts,
             (select count(*) from events where customer_id = '${id}' and kind = 'personnel_change'
              and occurred_on = '2025-04-14') as changes,
             sum(amount) filter (ordered_on between '2025-07-01' and '2025-12-31')::double
               / sum(amount) filter (ordered_on between '2024-07-01' and '2024-12-31')::double as kept
      from transactions where customer_id = '${id}'`);
    expect(found[0]).toMatchObject({contacts: 1, changes: 1});
    expect(found[0]!.kept).toBeLessThan(0.5);
  });

  it("let a small account grow: every stage, every share and every year's orders above the last", async () => {
    const id = stories.small_grew!.customer_id;
    expect(await stages(id)).toEqual(["pre", "pre", "initial", "middle", "advanced", "partner"]);
    const shares = await walletShares(id);
    expect(rising(shares)).toBe(true);
    expect(shares[0]).toBeLessThan(0.1);
    expect(shares.at(-1)).toBeGreaterThan(0.8);
    const years = await revenue(id);
    expect(rising(years)).toBe(true);
    expect(years.at(-1)!).toBeGreaterThan(10 * years[0]!);
  });

  it.each([{seed: 7}, {seed: 31, customers: 60}])("hold for another business, %j", async (options) => {
    const other = await openSample(options);
    try {
      const rows = await other.rows<{story: number; now: number; peak: number}>(`
        select right(customer_id, 2)::int as story, sum(amount) filter (year(ordered_on) = 2025)::double as now,
               sum(amount) filter (year(ordered_on) = 2023)::double as peak
        from transactions join truth using (customer_id) where type = 'story' group by 1 order by 1`);
      expect(rows.map((row) => row.story)).toEqual([12, 24, 36, 48]);
      const [sliding, kept, left, grew] = rows.map((row) => row.now / row.peak);
      expect(sliding).toBeLessThan(0.65);
      expect(kept).toBeGreaterThan(0.65);
      expect(left).toBeLessThan(0.65);
      expect(grew).toBeGreaterThan(4);
    } finally {
      await other.close();
    }
  });

  it("are told only as far as the customers go", async () => {
    const small = await openSample({customers: 30});
    try {
      const truth = JSON.parse(await readFile(join(small.folder, "truth.json"), "utf8"));
      expect(Object.keys(truth.stories)).toEqual(["sliding_back", "complaint_kept"]);
    } finally {
      await small.close();
    }
  });
});
