import gammaln from "@stdlib/math-base-special-gammaln";

/**
 * BG/NBD's hypergeometric part. Purchases fall due by a negative binomial N with mean m τ (shape m, τ = t over the
 * scale), and each one ends the customer's life with probability p ~ Beta(a, b). The mean number made is
 *
 *   h = E[(1 − (1 + pτ)^−m) / p] = (a+b−1)/(a−1) · [1 − (1+τ)^−m ₂F₁(m, b; a+b−1; τ/(1+τ))],
 *
 * the right side being equation 9 of Fader, Hardie and Lee (2005). That form loses all digits near a = 1 and a+b = 1 and
 * for small τ. Here it is summed as Σ P(N = n) S_n with S_n = Σ_{k<n} (b)_k/(a+b)_k, the expected number
 * of n due purchases that are made: every term is positive, so nothing cancels. It ends where the rest, bounded by
 * a geometric series, is under 1e-16 of the sum. Where that would take thousands of terms, or P(N = 0) underflows,
 * the expectation over p is integrated instead.
 *
 * Returns the function τ ↦ h for fixed m, a and b, which shares S_n between calls.
 */
export function purchasesBeforeDropout(m: number, a: number, b: number): (tau: number) => number {
  const made = [0];
  let share = 1;
  const extend = () => {
    const k = made.length - 1;
    made.push(made[k]! + share);
    share *= (b + k) / (a + b + k);
  };
  return (tau) => {
    if (!(tau > 0)) return 0;
    const lnNone = -m * Math.log1p(tau);
    const due = m * tau;
    const terms = due + 10 * Math.sqrt(due * (1 + tau)) + 40 * (1 + tau);
    if (lnNone < -600 || terms > mostTerms) return integrate(m, a, b, tau);
    const z = tau / (1 + tau);
    let probability = Math.exp(lnNone);
    let sum = 0;
    for (let n = 1; ; n++) {
      if (n === made.length) extend();
      probability *= ((m + n - 1) / n) * z;
      const term = probability * made[n]!;
      sum += term;
      const ratio = ((m + n) / n) * z;
      if (ratio < 1 && term * ratio <= 1e-16 * (1 - ratio) * sum) return sum;
    }
  };
}

const mostTerms = 3000;

/**
 * E[(1 − (1 + pτ)^−m)/p] over p ~ Beta(a, b), by the trapezoidal rule after p = 1/(1+e^−y), y = y₀ + σ sinh v (Takahasi
 * and Mori 1974): the integrand then falls off doubly exponentially, and halving the step doubles the digits. Halved until
 * two results agree to 1e-14.
 */
function integrate(m: number, a: number, b: number, tau: number): number {
  const lnBeta = gammaln(a) + gammaln(b) - gammaln(a + b);
  const centre = Math.log(a / b);
  const width = Math.sqrt((a + b) / (a * b));
  const density = (v: number) => {
    const y = centre + width * Math.sinh(v);
    const lnP = y > 0 ? -Math.log1p(Math.exp(-y)) : y - Math.log1p(Math.exp(y));
    const lnQ = lnP - y;
    const p = Math.exp(lnP);
    // Below the smallest double p is 0; there the quotient is its limit m τ.
    const made = p * tau > 1e-300 ? -Math.expm1(-m * Math.log1p(p * tau)) / p : m * tau;
    return Math.exp(a * lnP + b * lnQ - lnBeta) * made * width * Math.cosh(v);
  };
  const reach = 12;
  const sumOver = (first: number, step: number) => {
    let sum = 0;
    for (let v = first; v <= reach; v += step) sum += density(v) + density(-v);
    return sum;
  };
  let step = 0.5;
  let sum = density(0) + sumOver(step, step);
  let before = Number.NaN;
  let now = sum * step;
  while (!(Math.abs(now - before) <= 1e-14 * now) && step > 1e-4) {
    before = now;
    sum += sumOver(step / 2, step);
    step /= 2;
    now = sum * step;
  }
  return now;
}
