import {Random} from "../sample/random.js";

/** What the fits read of a population: a row per customer, times in whole days. */
interface Population {
  frequency: Float64Array;
  recencyDays: Float64Array;
  ageDays: Float64Array;
}

/** Pareto/NBD of CDNOW, in weeks (Fader, Hardie and Lee 2005, table 2), and the days after the last cohort's arrival. */
const parameters = {r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669};
const daysObserved = 27 * 7;

/**
 * A population of which Pareto/NBD is true, the same at every call: customers arrive over `cohortDays` days, buy as a
 * Poisson process of their own rate, and leave after an exponential time of their own rate. Purchases on one day count once.
 */
export function simulatePopulation(customers: number, cohortDays: number): Population {
  const frequency = new Float64Array(customers);
  const recencyDays = new Float64Array(customers);
  const ageDays = new Float64Array(customers);
  const {r, alpha, s, beta} = parameters;
  for (let i = 0; i < customers; i++) {
    const random = new Random(1, i, "purchases");
    const age = random.whole(daysObserved, daysObserved + cohortDays - 1);
    const rate = random.gamma(r, alpha) / 7;
    const left = random.exponential(random.gamma(s, beta) / 7);
    let last = 0;
    for (let time = random.exponential(rate); time < Math.min(left, age); time += random.exponential(rate)) {
      const day = Math.ceil(time);
      if (day > last) frequency[i]!++;
      last = day;
    }
    recencyDays[i] = last;
    ageDays[i] = age;
  }
  return {frequency, recencyDays, ageDays};
}
