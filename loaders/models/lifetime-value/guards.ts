/**
 * What can be wrong with a lifetime-value figure. A guard either refuses a fit (`Refusal`) or stands beside it as a
 * warning; the pages turn the code into a sentence. In the place of a refused model of purchases stands NBD and, where
 * that is refused too, each customer's own rate of the past; in the place of Gamma-Gamma, each customer's own mean spend.
 */
export type Guard =
  /** Too few customers: refused below `fewestCustomers`, warned below `comfortableCustomers`. */
  | "few_customers"
  /** Nobody came back: neither the rate of purchase nor the spread of spend can be learnt. */
  | "no_repeat_buyers"
  /** No start led to a maximum with a falling gradient and a positive definite information matrix. */
  | "not_converged"
  /** The likelihood still grows at the edge of the parameter space, so there is no inner maximum to report. */
  | "boundary"
  /** Frequency and money are correlated, which Gamma-Gamma assumes they are not. */
  | "correlated_money"
  /** Gamma-Gamma's q is at most 1: the mean spend of a customer without repeat purchases does not exist. */
  | "q_at_most_1"
  /** BG/NBD lets customers drop out only after a repeat purchase: P(alive) of a one-time buyer is 1 by construction. */
  | "one_time_alive"
  /** NBD lets nobody drop out: P(alive) is 1 by assumption. */
  | "no_dropout";

/** A fit that is not reported, and why. */
export interface Refusal {
  ok: false;
  reason: Guard;
}

/** No fit, and why. */
export function refuse(reason: Guard): Refusal {
  return {ok: false, reason};
}

/** The fewest customers that four parameters are fitted to; a chosen default, as no source gives one. */
export const fewestCustomers = 30;

/** Below this a fit stands but carries `few_customers`; chosen: intervals are wider than a factor of two there. */
export const comfortableCustomers = 500;

/** |corr(frequency, money)| from which Gamma-Gamma carries `correlated_money`; chosen (Fader and Hardie accept .11). */
export const tolerableCorrelation = 0.3;
