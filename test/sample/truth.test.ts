import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {population} from "../../loaders/sample/population.js";
import {type OpenSample, openSample} from "./read-sample.js";

let sample: OpenSample;

beforeAll(async () => {
  sample = await openSample({customers: 5000, seed: 11});
});
afterAll(() => sample.close());

async function one<Column extends string = string, Value = number>(
  sql: string,
): Promise<Record<Column, Value>> {
  return (await sample.rows<Record<Column, Value>>(sql))[0]!;
}

it("tells the population's parameters in truth.json", async () => {
  const truth = JSON.parse(await readFile(join(sample.folder, "truth.json"), "utf8"));
  const {r, alpha, s, beta} = population;
  expect(truth).toMatchObject({seed: 11, customers: 5000, units: "days", r, alpha, s, beta});
});

it("has rates with the means that the parameters give", async () => {
  const {lambda, mu} = await one<"lambda" | "mu">(
    `select avg("lambda") as lambda, avg(mu) as mu from truth where type = 'buyer'`,
  );
  expect(Math.abs(lambda / (population.r / population.alpha) - 1)).toBeLessThan(0.05);
  expect(Math.abs(mu / (population.s / population.beta) - 1)).toBeLessThan(0.05);
});

it("gives back the purchase rate from the orders: repeat orders over days alive, per buyer and in all", async () => {
  const {ratio, slope} = await one<"ratio" | "slope">(`
    with orders as (
      select customer_id, count(distinct order_id) - 1 as repeats
      from transactions where quantity > 0 group by customer_id),
    lives as (
      select "lambda", repeats, coalesce(churned_on, date '2026-01-01') - acquired_on as days
      from truth join orders using (customer_id) where type = 'buyer')
    select sum(repeats) / sum("lambda" * days) as ratio,
           corr(repeats / days, "lambda") filter (days > 900) as slope
    from lives`);
  expect(Math.abs(ratio - 1)).toBeLessThan(0.03);
  expect(slope).toBeGreaterThan(0.9);
});

it("gives back the dropout rate: dropouts over days at risk", async () => {
  const {ratio} = await one<"ratio">(`
    select count(churned_on) / sum(mu * (coalesce(churned_on, date '2026-01-01') - acquired_on)) as ratio
    from truth where type = 'buyer'`);
  expect(Math.abs(ratio - 1)).toBeLessThan(0.05);
});

it("has every buyer order on the day it was acquired and never after it dropped out", async () => {
  const found = await one(`
    select count(*) as buyers,
           count(*) filter (first_order = acquired_on) as on_time,
           count(*) filter (last_order > churned_on) as after_dropout
    from truth left join (
      select customer_id, min(ordered_on) as first_order, max(ordered_on) as last_order
      from transactions where quantity > 0 group by customer_id) using (customer_id)
    where type = 'buyer'`);
  expect(found.on_time).toBe(found.buyers);
  expect(found.after_dropout).toBe(0);
});

it("has order values near the buyer's own mean, less its discount, where there is no trend", async () => {
  const {ratio} = await one<"ratio">(`
    with values as (
      select customer_id, sum(amount)::double / count(distinct order_id) as value
      from transactions where quantity > 0 group by customer_id having count(distinct order_id) >= 20)
    select median(value / (mean_order_value::double * (1 - discount))) as ratio
    from truth join values using (customer_id) where type = 'buyer' and abs(trend) < 0.02`);
  expect(ratio).toBeGreaterThan(0.95);
  expect(ratio).toBeLessThan(1.1);
});

it("loses money on most of the deep discounts and hardly ever without one", async () => {
  const {deep, usual} = await one<"deep" | "usual">(`
    select avg((profit < 0)::int) filter (discount > 0.3) as deep,
           avg((profit < 0)::int) filter (discount < 0.3) as usual
    from truth join (select customer_id, sum(amount - cost) as profit from transactions group by 1) using (customer_id)
    where type = 'buyer'`);
  expect(deep).toBeGreaterThan(0.8);
  expect(usual).toBeLessThan(0.05);
});
