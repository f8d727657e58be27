import {type Account, customerId} from "./account.js";
import {firstDay, historyDays, isoDate, lastDay} from "./calendar.js";
import {decimal} from "./money.js";
import {population} from "./population.js";
import {stories} from "./stories/stories.js";
import type {Cell} from "./write-csv.js";

export const truthColumns = [
  "customer_id",
  "type",
  "lambda",
  "mu",
  "acquired_on",
  "churned_on",
  "mean_order_value",
  "trend",
  "discount",
  "closeness",
] as const;

/**
 * One row of `truth.csv`: rates per day, the mean order value in yuan at list price before the trend, the yearly
 * trend of its log, the share off the list price. Only buyers have a purchase process; `churned_on` is empty for
 * those still there at the end.
 */
export function truthRow(account: Account): Cell[] {
  const buyer = account.type === "buyer";
  // A script has no rates, and no order value that it keeps to.
  const priced = account.type !== "prospect" && account.type !== "story";
  const meanOrderValue = Math.round((population.p / account.nu) * 100);
  return [
    account.id,
    account.type,
    buyer ? account.lambda.toPrecision(9) : null,
    buyer ? account.mu.toPrecision(9) : null,
    buyer ? isoDate(Math.floor(account.acquired)) : null,
    buyer && account.churned < historyDays ? isoDate(Math.floor(account.churned)) : null,
    priced ? decimal(meanOrderValue) : null,
    buyer ? account.trend.toFixed(6) : null,
    account.discount.toFixed(6),
    account.closeness.toFixed(6),
  ];
}

/** What was written, counted in whole numbers; money in cents. */
export interface Totals {
  customers: number;
  lines: number;
  orders: number;
  refunds: number;
  revenue: number;
  cost: number;
}

/**
 * The text of `truth.json`: the population's parameters, totals that a reader of the exports must arrive at, and the
 * `stories` by name: each with its customer_id and what happens to it.
 */
export function truthJson(seed: number, totals: Totals): string {
  const {revenue, cost, ...counts} = totals;
  const truth = {
    seed,
    first_day: firstDay,
    last_day: lastDay,
    units: "days",
    currency: "CNY",
    ...counts,
    revenue: decimal(revenue),
    cost: decimal(cost),
    ...population,
    stories: Object.fromEntries(
      stories
        .filter(({index}) => index <= totals.customers)
        .map(({name, index, summary}) => [name, {customer_id: customerId(index), summary}]),
    ),
  };
  return `${JSON.stringify(truth, null, 2)}\n`;
}
