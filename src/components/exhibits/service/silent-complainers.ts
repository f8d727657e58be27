/**
 * Customers who are estimated to be dissatisfied and silent, by the rule that one in `oneIn` complains: never more than
 * those who did not complain.
 */
export function silentComplainers(complainants: number, customers: number, oneIn: number): number {
  return Math.max(0, Math.min(customers - complainants, Math.round(complainants * (oneIn - 1))));
}
