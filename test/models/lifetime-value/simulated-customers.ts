import type {BgNbd} from "../../../loaders/models/lifetime-value/bg-nbd.js";
import type {Nbd} from "../../../loaders/models/lifetime-value/nbd.js";
import type {ParetoNbd} from "../../../loaders/models/lifetime-value/pareto-nbd.js";
import type {SummaryColumns} from "../../../loaders/models/lifetime-value/purchase-groups.js";

/** Uniform on (0, 1): mulberry32, a 32-bit generator by Tommy Ettinger; small and good enough for populations. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** Gamma variate of rate 1 (Marsaglia and Tsang 2000; shapes below 1 by their boost). */
export function gammaVariate(random: () => number, shape: number): number {
  if (shape < 1) return gammaVariate(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

interface Population {
  seed: number;
  customers: number;
  /** First purchases are spread evenly over ages from `youngestDays` to `oldestDays`. */
  youngestDays: number;
  oldestDays: number;
  /** Parameters are per day × this, as the units of a fit are. */
  unitDays: number;
  /** Purchases in so many days after the end are counted too. */
  holdoutDays?: number;
}

export interface Simulated extends SummaryColumns {
  frequency: Float64Array;
  recencyDays: Int32Array;
  ageDays: Int32Array;
  /** Purchases in the holdout. */
  holdout: Float64Array;
}

/** Customers after Pareto/NBD, purchases on whole days, at most one counted a day. */
export function simulateParetoNbd(truth: ParetoNbd, population: Population): Simulated {
  return simulate(population, (random) => {
    const rate = gammaVariate(random, truth.r) / truth.alpha;
    const death = -Math.log(random()) / (gammaVariate(random, truth.s) / truth.beta);
    return {rate, survives: (time) => time < death};
  });
}

/** Customers after NBD: whoever comes once goes on for ever. */
export function simulateNbd(truth: Nbd, population: Population): Simulated {
  return simulate(population, (random) => ({
    rate: gammaVariate(random, truth.r) / truth.alpha,
    survives: () => true,
  }));
}

/** Customers after BG/NBD. */
export function simulateBgNbd(truth: BgNbd, population: Population): Simulated {
  return simulate(population, (random) => {
    const rate = gammaVariate(random, truth.r) / truth.alpha;
    const [x, y] = [gammaVariate(random, truth.a), gammaVariate(random, truth.b)];
    let alive = true;
    const survives = () => {
      const was = alive;
      if (random() < x / (x + y)) alive = false;
      return was;
    };
    return {rate, survives};
  });
}

interface Customer {
  rate: number;
  /** Whether a purchase due at this time after the first still happens. */
  survives: (time: number) => boolean;
}

function simulate(population: Population, draw: (random: () => number) => Customer): Simulated {
  const {customers, youngestDays, oldestDays, unitDays, holdoutDays = 0} = population;
  const random = randomNumbers(population.seed);
  const columns = {
    frequency: new Float64Array(customers),
    recencyDays: new Int32Array(customers),
    ageDays: new Int32Array(customers),
    holdout: new Float64Array(customers),
  };
  for (let i = 0; i < customers; i++) {
    const age = youngestDays + Math.floor(random() * (oldestDays - youngestDays + 1));
    const {rate, survives} = draw(random);
    let time = 0;
    let lastDay = 0;
    for (;;) {
      time -= Math.log(random()) / rate;
      if (!(time * unitDays < age + holdoutDays) || !survives(time)) break;
      const purchaseDay = Math.ceil(time * unitDays);
      if (purchaseDay === lastDay) continue;
      lastDay = purchaseDay;
      if (purchaseDay <= age) {
        columns.frequency[i]!++;
        columns.recencyDays[i] = purchaseDay;
      } else columns.holdout[i]!++;
    }
    columns.ageDays[i] = age;
  }
  return columns;
}
