import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type OpenSample, openSample} from "./read-sample.js";

let sample: OpenSample;

beforeAll(async () => {
  sample = await openSample();
});
afterAll(() => sample.close());

async function one(sql: string): Promise<Record<string, number>> {
  return (await sample.rows(sql))[0]!;
}

/** The values of a column that the default sample holds, sorted. */
async function values(table: string, column: string): Promise<unknown[]> {
  const rows = await sample.rows<{v: unknown}>(
    `select distinct ${column} as v from ${table} where ${column} is not null order by 1`,
  );
  return rows.map((row) => row.v);
}

it("knows the customers of all five exports, and tells no row of a day after the last", async () => {
  for (const [table, day] of [
    ["interactions", "occurred_on"],
    ["complaints", "greatest(opened_on, coalesce(resolved_on, opened_on))"],
    ["surveys", "greatest(sent_on, responded_on, analysed_on, action_on, fed_back_on)"],
    ["events", "occurred_on"],
  ] as const) {
    const found = await one(`
      select count(*) filter (customer_id not in (select customer_id from customers)) as strangers,
             count(*) filter (${day} >= date '2026-01-01') as late, count(*) filter (${day} < date '2021-01-01') as early
      from ${table}`);
    expect(found, table).toEqual({strangers: 0, late: 0, early: 0});
  }
  expect((await one("select count(*) as n from costs anti join customers using (customer_id)")).n).toBe(0);
});

describe("the interactions of the default sample", () => {
  it("are tens of thousands at most, nearly all in the last two years", async () => {
    const {n, recent} = await one(
      "select count(*) as n, avg((occurred_on >= date '2024-01-01')::int) as recent from interactions",
    );
    expect(n).toBeGreaterThan(5000);
    expect(n).toBeLessThan(30_000);
    expect(recent).toBeGreaterThan(0.9);
  });

  it("use the words of the export, each of them", async () => {
    expect(await values("interactions", "role")).toEqual([
      "general_manager",
      "manager",
      "marketing_director",
      "sales",
    ]);
    expect(await values("interactions", "status")).toEqual(["cancelled", "held", "planned"]);
    expect(await values("interactions", "initiated_by")).toEqual(["company", "customer"]);
    expect(await values("interactions", "content")).toEqual([
      "emotion",
      "idea",
      "information",
      "policy",
      "product",
    ]);
    expect(await values("interactions", "kind")).toEqual([
      "advertising",
      "call",
      "club",
      "email",
      "event",
      "fair",
      "letter",
      "quality_meeting",
      "visit",
      "web",
    ]);
  });

  it("happen in working hours, ours on working days alone, the customers' own on weekends, too", async () => {
    const found = await one(`
      select count(*) filter (initiated_by = 'company' and isodow(occurred_on) > 5) as ours,
             count(*) filter (initiated_by = 'customer' and isodow(occurred_on) > 5) as theirs,
             count(*) filter (kind in ('visit', 'call') and hour(occurred_on) not between 9 and 16) as odd_hours,
             count(*) filter (kind not in ('letter', 'advertising') and hour(occurred_on) = 0) as untimed
      from interactions`);
    expect(found).toMatchObject({ours: 0, odd_hours: 0, untimed: 0});
    expect(found.theirs).toBeGreaterThan(100);
  });

  it("favour the accounts with most revenue, though some of those are neglected and some small ones pampered", async () => {
    const found = await one(`
      with spend as (
        select customer_id, sum(amount) as revenue from transactions where ordered_on > '2024-12-31' group by 1),
      ranked as (select *, percent_rank() over (order by revenue desc) as place from spend),
      visits as (
        select customer_id, count(*) as visits from interactions
        where kind = 'visit' and occurred_on >= '2025-01-01' and coalesce(status, 'held') = 'held' group by 1)
      select avg(coalesce(visits, 0)) filter (place <= 0.2) / avg(coalesce(visits, 0)) filter (place > 0.2) as times,
             count(*) filter (place <= 0.2 and coalesce(visits, 0) < 10) as neglected,
             count(*) filter (place > 0.5 and visits > 12) as pampered
      from ranked left join visits using (customer_id)`);
    expect(found.times).toBeGreaterThan(2);
    expect(found.neglected).toBeGreaterThan(5);
    expect(found.pampered).toBeGreaterThan(5);
  });

  it("meet one person only at many accounts, and always one contact in the same department", async () => {
    const found = await one(`
      select count(*) filter (people = 1) as single, count(*) filter (people >= 3) as several,
             (select count(*) from (select contact_id from interactions where contact_id is not null
                                    group by contact_id having count(distinct department) <> 1)) as moved
      from (select customer_id, count(distinct contact_id) as people from interactions group by 1)`);
    expect(found.single).toBeGreaterThan(100);
    expect(found.several).toBeGreaterThan(50);
    expect(found.moved).toBe(0);
  });

  it("pursue goals with a day, some reached, some not, none told before it is due", async () => {
    const found = await one(`
      select count(goal) - count(due_on) as without_day, count(*) filter (due_on <= occurred_on::date) as past,
             count(*) filter (achieved) as reached, count(*) filter (not achieved) as missed,
             count(*) filter (achieved is not null and due_on > '2025-12-31') as foretold,
             count(*) filter (achieved and status in ('planned', 'cancelled')) as never_held
      from interactions`);
    expect(found).toMatchObject({without_day: 0, past: 0, foretold: 0, never_held: 0});
    expect(found.reached).toBeGreaterThan(500);
    expect(found.missed).toBeGreaterThan(500);
  });
});

describe("the complaints of the default sample", () => {
  it("name causes and details that belong together, some not settled, within hours or weeks", async () => {
    const found = await one(`
      select count(*) as n, count(*) - count(resolved_on) as open,
             count(*) filter (resolved_on <= opened_on) as before_opened,
             count(*) filter (resolved_on is null and satisfied is not null) as satisfied_yet_open,
             count(*) filter (not case cause
               when 'goods' then cause_detail in ('quality', 'specification', 'tolerance', 'fault')
               when 'service' then cause_detail in ('quality', 'attitude', 'manner', 'skill')
               when 'customer' then cause_detail in ('misuse', 'expectation') end) as mixed_up,
             count(*) filter (resolved_on < opened_on + interval 24 hours) as quick,
             count(*) filter (resolved_on > opened_on + interval 7 days) as slow
      from complaints`);
    expect(found).toMatchObject({before_opened: 0, satisfied_yet_open: 0, mixed_up: 0});
    expect(found.n).toBeGreaterThan(200);
    expect(found.n).toBeLessThan(500);
    for (const kind of ["open", "quick", "slow"] as const) expect(found[kind], kind).toBeGreaterThan(15);
    expect(await values("complaints", "cause")).toEqual(["customer", "goods", "service"]);
    expect(await values("complaints", "severity")).toEqual(["minor", "moderate", "serious"]);
  });

  it("come after a first order", async () => {
    const found = await one(`
      select count(*) as early from complaints join truth using (customer_id)
      where type = 'buyer' and opened_on::date < acquired_on`);
    expect(found.early).toBe(0);
  });

  it("tell who stays: hardly one satisfied customer in eight has stopped buying, and every other one that was not", async () => {
    const rows = await sample.rows<{satisfied: boolean; stayed: number}>(`
      select satisfied, avg(exists(
               from transactions t where t.customer_id = c.customer_id and quantity > 0
               and ordered_on > opened_on::date and ordered_on <= opened_on::date + 365)::int) as stayed
      from complaints c where satisfied is not null and opened_on < '2025-01-01' group by 1 order by 1`);
    const [unsatisfied, satisfied] = rows;
    expect(satisfied!.stayed).toBeGreaterThan(0.85);
    expect(unsatisfied!.stayed).toBeLessThan(0.6);
  });
});

describe("the surveys of the default sample", () => {
  it("leak at each step of the loop, and take no step before the one it follows", async () => {
    const found = await one(`
      select count(*) as sent, count(responded_on) as responded, count(analysed_on) as analysed,
             count(action_on) as action, count(fed_back_on) as fed_back,
             count(*) filter (responded_on < sent_on or analysed_on < responded_on or action_on < analysed_on
                              or fed_back_on < action_on) as out_of_order,
             count(*) filter ((analysed_on is not null and responded_on is null)
                              or (action_on is not null and analysed_on is null)
                              or (fed_back_on is not null and action_on is null)) as skipped,
             count(*) filter ((responded_on is null) <> (perceived is null)) as unmarked
      from surveys`);
    expect(found).toMatchObject({out_of_order: 0, skipped: 0, unmarked: 0});
    const steps = [found.sent, found.responded, found.analysed, found.action, found.fed_back] as number[];
    for (let k = 1; k < steps.length; k++) expect(steps[k]! / steps[k - 1]!).toBeLessThan(0.95);
    expect(steps.at(-1)).toBeGreaterThan(50);
    expect(await values("surveys", "method")).toEqual(["email", "fax", "interview", "letter"]);
    expect(await values("surveys", "coverage")).toEqual(["census", "sample"]);
    expect((await values("surveys", "year(sent_on)")).length).toBe(5);
  });

  it("show less than was expected before a dropout, though some are content and leave", async () => {
    const found = await one(`
      select avg(perceived - expected) filter (leaving) as leaving, avg(perceived - expected) filter (not leaving) as staying,
             count(*) filter (leaving and perceived >= expected) as content_and_gone
      from (select *, coalesce(churned_on < sent_on + 200, false) as leaving from surveys join truth using (customer_id)
            where type = 'buyer' and responded_on is not null)`);
    expect(found.leaving).toBeLessThan(found.staying! - 0.5);
    expect(found.content_and_gone).toBeGreaterThan(3);
  });
});

it("has events of all eight kinds, more a year at prospects and buying customers than at those that left", async () => {
  expect(await values("events", "kind")).toEqual([
    "cost_reduction",
    "deteriorated_relationship",
    "new_product",
    "personnel_change",
    "product_quality",
    "purchasing_timing",
    "service_complaints",
    "weak_relationship",
  ]);
  const found = await one(`
    with state as (
      select customer_id, case when type = 'prospect' then 'prospect' when churned_on < '2025-01-01' then 'gone'
                               when churned_on is null and acquired_on < '2025-01-01' then 'buying' end as state
      from truth where type in ('prospect', 'buyer')),
    counts as (select customer_id, count(*) as n from events where occurred_on >= '2025-01-01' group by 1)
    select avg(coalesce(n, 0)) filter (state = 'prospect') as prospect, avg(coalesce(n, 0)) filter (state = 'buying') as buying,
           avg(coalesce(n, 0)) filter (state = 'gone') as gone
    from state left join counts using (customer_id)`);
  expect(found.prospect).toBeGreaterThan(2 * found.gone!);
  expect(found.buying).toBeGreaterThan(2 * found.gone!);
});

it("costs between a fifth and a third of the profit to serve, and more than they bring at some small accounts", async () => {
  const {share, eaten} = await one(`
    with profit as (
      select customer_id, sum(amount - cost) as profit, sum(amount) as revenue from transactions
      where year(ordered_on) = 2025 group by 1),
    costs_2025 as (select customer_id, sum(cost) as cost from costs where period like '2025%' group by 1)
    select (select sum(cost) from costs_2025)::double / (select sum(profit) from profit)::double as share,
           count(*) filter (cost > profit and profit > 0 and revenue < 40000) as eaten
    from profit join costs_2025 using (customer_id)`);
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.34);
  expect(eaten).toBeGreaterThan(10);
  expect(await values("costs", "kind")).toEqual(["logistics", "rebates", "service", "visits"]);
  const years = ["2021", "2022", "2023"];
  const quarters = ["2024", "2025"].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));
  expect(await values("costs", "'in ' || period")).toEqual([...years, ...quarters].map((p) => `in ${p}`));
});
