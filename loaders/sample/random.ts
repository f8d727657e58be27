/** What a stream of draws is for. Each purpose has its own stream, so more draws for one never shift another. */
type Purpose =
  | "account"
  | "profile"
  | "purchases"
  | "relationships"
  | "wallets"
  | "attention"
  | "interactions"
  | "complaints"
  | "surveys"
  | "events"
  | "costs";

const purposes: Record<Purpose, number> = {
  account: 1,
  profile: 2,
  purchases: 3,
  relationships: 4,
  wallets: 5,
  interactions: 6,
  complaints: 7,
  surveys: 8,
  events: 9,
  costs: 10,
  attention: 11,
};

/** Spreads the bits of a 32-bit integer over all 32 (the finaliser of MurmurHash3). */
export function scramble(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A small generator with a period of 2^128 − 1: xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom
 * number generators", 2021) in 32-bit arithmetic, and the draws that the sample business needs on top of it.
 *
 * The state comes from (seed, index, purpose) alone, so customer 7 is the same whatever was drawn before.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number, index: number, purpose: Purpose) {
    const word = (k: number) => {
      const ofSeed = scramble(seed + Math.imul(k, 0x9e3779b9));
      const ofIndex = scramble(ofSeed ^ Math.imul(index, 0x27d4eb2f));
      return scramble(ofIndex + Math.imul(purposes[purpose], 0x165667b1) + k) | 0;
    };
    this.a = word(1);
    this.b = word(2);
    this.c = word(3);
    // An all-zero state would stay at zero for ever.
    this.d = word(4) | 1;
  }

  /** The next 32 bits, as an integer from 0 to 2^32 − 1. */
  bits(): number {
    const scaled = Math.imul(this.b, 5);
    const result = Math.imul((scaled << 7) | (scaled >>> 25), 9);
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result >>> 0;
  }

  /** Uniform in the open interval (0, 1): never 0, so that its logarithm is finite. */
  uniform(): number {
    return (this.bits() + 0.5) / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.uniform() * items.length)]!;
  }

  /** Exponential with the given rate; its mean is 1 / rate. */
  exponential(rate: number): number {
    return -Math.log(this.uniform()) / rate;
  }

  /** Normal with mean 0 and standard deviation 1 (Box and Muller, 1958). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /**
   * Gamma with the given shape and rate; its mean is shape / rate. Marsaglia and Tsang, "A simple method for
   * generating gamma variables", 2000; for a shape below 1, their boost by a power of a uniform.
   */
  gamma(shape: number, rate: number): number {
    if (!(shape > 0 && rate > 0)) throw new RangeError(`gamma(${shape}, ${rate}): both must be above 0`);
    if (shape < 1) return this.gamma(shape + 1, rate) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(this.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v))
        return (d * v) / rate;
    }
  }
}
