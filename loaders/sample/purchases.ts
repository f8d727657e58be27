import type {Account} from "./account.js";
import {dayOf, historyDays} from "./calendar.js";
import {catalogue, type Product} from "./catalogue.js";
import {population} from "./population.js";
import {Random} from "./random.js";
import type {Story} from "./stories/story.js";

/** One order line. A refund is a line with a quantity below zero under an order id of its own. */
export interface Line {
  order: string;
  /** Days since the first day of the history. */
  day: number;
  product: Product;
  quantity: number;
  /** In cents, signed like the quantity. */
  amount: number;
  cost: number;
}

/**
 * All lines of one account, orders first to last, each followed by its refund if it has one.
 *
 * A buyer's orders are a Pareto/NBD process: the first at `acquired`, then exponential gaps, until it drops out or
 * the history ends. The value of an order is gamma(p, nu) at list price, moved by the trend; what is paid is less
 * the discount, in whole pieces at whole cents. A story's orders follow its script.
 */
export function purchasesOf(account: Account, seed: number): Line[] {
  const random = new Random(seed, account.index, "purchases");
  const basket = drawBasket(random);
  switch (account.type) {
    case "prospect":
      return [];
    case "story":
      return buy(account, random, basket, scriptedMoments(account, account.story!, random));
    case "buyer":
      return buy(account, random, basket, orderMoments(account, random));
    case "net_negative":
      return [
        ...buy(account, random, basket, [account.acquired], 0.2),
        ...giveBack(account, random, basket, 3, Math.floor(account.acquired) + 30),
      ];
    case "refund_only":
      return giveBack(account, random, basket, random.whole(1, 3), random.whole(5, 700));
  }
}

function orderMoments(account: Account, random: Random): number[] {
  const end = Math.min(account.churned, historyDays);
  const moments: number[] = [];
  for (let t = account.acquired; t < end; t += random.exponential(account.lambda)) moments.push(t);
  return moments;
}

/** Orders at even gaps that follow the story's pace, none in its silences: the first after one comes on the next day. */
function scriptedMoments(account: Account, story: Story, random: Random): number[] {
  const silences = story.silences.map(([from, to]) => [dayOf(from), dayOf(to) + 1] as const);
  const moments: number[] = [];
  let t = account.acquired;
  while (t < historyDays) {
    const silence = silences.find(([from, after]) => t >= from && t < after);
    if (silence !== undefined) t = silence[1];
    moments.push(t);
    t += random.between(0.6, 1.4) / (account.lambda * story.pace(t));
  }
  return moments;
}

/** The categories an account buys in: two to five of them, the first ones more often. */
function drawBasket(random: Random): (readonly Product[])[] {
  const left = [...catalogue];
  return Array.from({length: random.whole(2, 5)}, () => left.splice(random.whole(0, left.length - 1), 1)[0]!);
}

function buy(
  account: Account,
  random: Random,
  basket: (readonly Product[])[],
  moments: number[],
  scale = 1,
): Line[] {
  const lines: Line[] = [];
  moments.forEach((moment, k) => {
    const order = orderId(account, k + 1);
    const day = Math.floor(moment);
    const trend = Math.exp((account.trend * (moment - account.acquired)) / 365);
    const size = account.story === null ? scale : account.story.size(day);
    const value = random.gamma(population.p, account.nu) * trend * size * 100;
    const count = 1 + Math.min(7, Math.floor(random.exponential(0.4)));
    const weights = Array.from({length: count}, () => random.exponential(1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const first = lines.length;
    for (const weight of weights) {
      const family = basket[Math.floor(random.uniform() ** 1.5 * basket.length)]!;
      lines.push(line(order, day, random, family, (value * weight) / total, account.discount));
    }
    if (random.chance(population.refund_share)) {
      const returned = lines[random.whole(first, lines.length - 1)]!;
      const returnedOn = day + random.whole(3, 45);
      if (returnedOn < historyDays) lines.push(refund(returned, returnedOn, random));
    }
  });
  return lines;
}

/** Picks a product of the family that the value is enough for, and as many pieces as come nearest to it. */
function line(
  order: string,
  day: number,
  random: Random,
  family: readonly Product[],
  value: number,
  discount: number,
): Line {
  let affordable = 1;
  while (affordable < family.length && family[affordable]!.list <= value) affordable++;
  const product = family[random.whole(0, affordable - 1)]!;
  const quantity = Math.max(1, Math.round(value / product.list));
  const price = Math.round(product.list * (1 - discount));
  return {order, day, product, quantity, amount: quantity * price, cost: quantity * product.cost};
}

function refund(bought: Line, day: number, random: Random): Line {
  const pieces = random.chance(0.5) ? bought.quantity : random.whole(1, bought.quantity);
  return {
    order: `${bought.order}-R`,
    day,
    product: bought.product,
    quantity: -pieces,
    amount: -pieces * (bought.amount / bought.quantity),
    cost: -pieces * (bought.cost / bought.quantity),
  };
}

/** Refunds of goods bought before the history begins: whole lines, with no order in the export. */
function giveBack(
  account: Account,
  random: Random,
  basket: (readonly Product[])[],
  count: number,
  firstDay: number,
): Line[] {
  return Array.from({length: count}, (_, k) => {
    const value = (population.p / account.nu) * random.between(0.4, 0.8) * 100;
    const bought = line(`R${account.id.slice(1)}-${k + 1}`, 0, random, basket[0]!, value, account.discount);
    const day = firstDay + k * random.whole(5, 40);
    return {...bought, day, quantity: -bought.quantity, amount: -bought.amount, cost: -bought.cost};
  });
}

function orderId(account: Account, k: number): string {
  return `O${account.id.slice(1)}-${String(k).padStart(3, "0")}`;
}
