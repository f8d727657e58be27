/** The standard normal deviate that 95% of the distribution lie within. */
const z95 = 1.959963984540054;

/**
 * The interval of a proportion by Wilson's score (Wilson 1927; Brown, Cai and DasGupta 2001, eq. 4): within 0 and 1, and
 * sound for few trials and for none or all successes.
 *
 * @param successes 0 to `n`
 * @param n at least 1
 * @throws RangeError where the counts are no proportion
 */
export function wilson(successes: number, n: number, z = z95): {low: number; high: number} {
  if (!(n >= 1 && successes >= 0 && successes <= n))
    throw new RangeError(`${successes} of ${n} is no proportion`);
  const share = successes / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return {
    low: successes === 0 ? 0 : (middle - half) / whole,
    high: successes === n ? 1 : (middle + half) / whole,
  };
}

/**
 * How likely a standard normal variate is at least as far from zero as `z`, to 1.2e-7 of itself (the complementary error
 * function by Chebyshev fitting: Press et al., Numerical Recipes, 2nd ed., 6.2).
 */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ];
  return t * Math.exp(-x * x + terms.reduceRight((sum, c) => c + t * sum, 0));
}
