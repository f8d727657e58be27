import {dayOf, historyDays} from "./calendar.js";
import {type Firm, firm} from "./firms.js";
import {population} from "./population.js";
import {Random} from "./random.js";
import {owners, type Seller} from "./sellers.js";
import {storyOf} from "./stories/stories.js";
import type {Story} from "./stories/story.js";

/**
 * `buyer`: an ordinary customer. `prospect`: never bought. `refund_only`: bought before the history begins and only
 * gave goods back since. `net_negative`: gave back more, from before the history, than it bought in it. `story`: follows
 * a script, and so says nothing about the population.
 */
type AccountType = "buyer" | "prospect" | "refund_only" | "net_negative" | "story";

/** A customer as it truly is, which no export of a real business tells. Days count from the first day of the history. */
export interface Account {
  index: number;
  id: string;
  firm: Firm;
  owner: Seller;
  type: AccountType;
  /** Orders per day while it is a customer. */
  lambda: number;
  /** Dropouts per day. */
  mu: number;
  /** The moment of its first order, and of its dropout: after the last day for those still there. */
  acquired: number;
  churned: number;
  /** The day it became known: years before the first order here for customers that existed already. */
  since: number | null;
  /** The rate of its gamma order values, in yuan; their mean is population.p / nu, at list price, before the trend. */
  nu: number;
  /** Yearly change of the log of its order values. */
  trend: number;
  /** Share taken off the list price of everything it buys. */
  discount: number;
  /** How close the relationship is, from 0 to 1: drives assessments and the share of its wallet. */
  closeness: number;
  /** The script of a `story`. */
  story: Story | null;
}

export function customerId(index: number): string {
  return `C${String(index).padStart(6, "0")}`;
}

/** Draws customer `index` (from 1) of the business that `seed` stands for; nothing else has a say. */
export function drawAccount(seed: number, index: number): Account {
  const random = new Random(seed, index, "account");
  const language = random.chance(0.6) ? "zh" : "en";
  const type = drawType(random);
  const lambda = random.gamma(population.r, population.alpha);
  const mu = random.gamma(population.s, population.beta);
  const nu = random.gamma(population.q, population.gamma);
  const {acquired, since} = drawStart(random, type);
  const churned = acquired + random.exponential(mu);
  const drawn: Account = {
    index,
    id: customerId(index),
    firm: firm(seed, index, language),
    owner: random.pick(owners[language]),
    type,
    lambda,
    mu,
    acquired,
    churned,
    since,
    nu,
    trend: drawTrend(random),
    discount: drawDiscount(random, lambda, nu),
    closeness: drawCloseness(random, lambda, nu, since),
    story: null,
  };
  const story = storyOf(index);
  return story === null ? drawn : scripted(drawn, story);
}

/** A drawn account as its story has it; the firm and its owner stay as drawn. */
function scripted(drawn: Account, story: Story): Account {
  const acquired = dayOf(story.acquired);
  return {
    ...drawn,
    type: "story",
    lambda: story.lambda,
    mu: 0,
    acquired,
    churned: Number.POSITIVE_INFINITY,
    since: acquired - Math.round(365 * story.yearsKnown),
    nu: population.p / story.orderValue,
    trend: 0,
    discount: 0.06,
    closeness: story.closeness,
    story,
  };
}

/** What it would spend in a year, in yuan, at its own rates and prices. */
export function yearlySpend(account: Account): number {
  return 365 * account.lambda * (population.p / account.nu) * (1 - account.discount);
}

function drawType(random: Random): AccountType {
  const u = random.uniform();
  const {prospect_share, refund_only_share, net_negative_share} = population;
  if (u < prospect_share) return "prospect";
  if (u < prospect_share + refund_only_share) return "refund_only";
  if (u < prospect_share + refund_only_share + net_negative_share) return "net_negative";
  return "buyer";
}

/**
 * Customers from before the history start their clock at a first order in its first days, whatever their rates:
 * so the Pareto/NBD assumptions hold exactly for all buyers, without a history that is cut off on the left.
 */
function drawStart(random: Random, type: AccountType): {acquired: number; since: number | null} {
  const existing =
    random.chance(population.existing_share) || type === "refund_only" || type === "net_negative";
  const acquired = random.uniform() * (existing ? population.existing_first_order_days : historyDays);
  const yearsBefore = random.between(0.3, 12);
  if (type === "prospect") return {acquired, since: null};
  return {acquired, since: existing ? -Math.ceil(yearsBefore * 365) : Math.floor(acquired)};
}

function drawTrend(random: Random): number {
  const [least, most] = population.yearly_trend;
  const u = random.uniform();
  if (u < population.growing_share) return random.between(least, most);
  if (u < population.growing_share + population.shrinking_share) return -random.between(least, most);
  return 0.03 * random.normal();
}

function drawDiscount(random: Random, lambda: number, nu: number): number {
  const deep =
    spendAgainstTypical(lambda, nu) > 1
      ? population.deep_discount_share_of_large
      : population.deep_discount_share;
  const [low, high] = random.chance(deep) ? population.deep_discount : population.discount;
  return random.between(low, high);
}

/** Valuable accounts and old ones are closer, but only by tendency: mismatches are what the grid is for. */
function drawCloseness(random: Random, lambda: number, nu: number, since: number | null): number {
  const value = Math.log(spendAgainstTypical(lambda, nu)) / 1.4;
  const years = since === null ? 0 : (historyDays - since) / 365;
  const latent = 0.9 * value + 0.12 * (years - 6) + random.normal();
  return 1 / (1 + Math.exp(-latent));
}

/** Expected spend per day over that of an account at the modes of both distributions' logarithms. */
function spendAgainstTypical(lambda: number, nu: number): number {
  const {r, alpha, q, gamma} = population;
  return lambda / (r / alpha) / (nu / (q / gamma));
}
