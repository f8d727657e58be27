/** How many customers are estimated to be dissatisfied and silent, and whether there are that many others at all. */
interface SilentComplainers {
  estimate: number;
  others: number;
  fits: boolean;
}

/** The estimate by the rule that one dissatisfied customer in `oneIn` complains, before those who did not complain. */
export function silentComplainers(complainants: number, customers: number, oneIn: number): SilentComplainers {
  const estimate = Math.round(complainants * (oneIn - 1));
  const others = Math.max(0, customers - complainants);
  return {estimate, others, fits: estimate <= others};
}
