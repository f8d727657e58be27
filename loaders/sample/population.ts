/**
 * What the customers of the sample business have in common: the distributions that each account is drawn from.
 * All of it is invented; it stands in `truth.json` beside the exports, so that a model's fit can be held against it.
 */
export const population = {
  /**
   * Pareto/NBD (Schmittlein, Morrison and Colombo, 1987), in days: purchase rates are gamma(r, alpha), dropout
   * rates gamma(s, beta); gaps and lifetimes are exponential. A mean rate of r / alpha is an order every 63 days.
   */
  r: 1.2,
  alpha: 76,
  s: 1.2,
  beta: 2600,
  /**
   * Gamma-gamma (Fader and Hardie, 2005), in yuan: an order's value at list price is gamma(p, ν), and ν is
   * gamma(q, gamma) across customers. Mean order values then have a Pareto tail with index q.
   */
  p: 4,
  q: 2.3,
  gamma: 9000,
  /** Share of buyers that were customers before the history begins: their first order falls in its first days. */
  existing_share: 0.35,
  existing_first_order_days: 90,
  /** Accounts that never bought, that only gave goods back, and that gave back more than they bought. */
  prospect_share: 0.05,
  refund_only_share: 0.008,
  net_negative_share: 0.01,
  /** Share of buyers whose order values rise or fall from year to year, and the yearly rates of change. */
  growing_share: 0.25,
  shrinking_share: 0.2,
  yearly_trend: [0.1, 0.35],
  /**
   * Most buyers have a small discount off the list price; some have one so deep that they cost money, and more often
   * where their spend is above the typical one: large accounts bargain.
   */
  discount: [0, 0.12],
  deep_discount_share: 0.08,
  deep_discount_share_of_large: 0.22,
  deep_discount: [0.4, 0.56],
  /** Share of orders that are followed by a refund of one of their lines. */
  refund_share: 0.02,
  /**
   * Share of orders that are followed by a complaint; share of dropouts that have a complaint just before (the last
   * straw); share of complaints that are handled badly: within `leaving_days` of a dropout, else, and of last straws.
   */
  complaint_share: 0.026,
  last_straw_share: 0.4,
  leaving_days: 60,
  badly_handled: {leaving: 0.7, staying: 0.09, last_straw: 0.9},
} as const;
