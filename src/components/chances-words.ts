import type {Locale} from "../cubes.js";

/** How P(alive) and the chance of a lapse differ, and why both may be told of one customer. */
export function chancesWords(horizon: number, locale: Locale): string {
  return locale === "zh"
    ? `P(alive)是模型给出的、客户至今仍是客户的概率；流失概率是今后${horizon}天内没有订单的概率：仍是客户的人也可能在此期间不下单。`
    : `P(alive) is the model’s chance that a customer is still one at all; the chance of a lapse is that of no order in the next ${horizon} days, which somebody who is still a customer may well pass without one.`;
}
