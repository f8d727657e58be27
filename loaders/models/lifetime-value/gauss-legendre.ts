interface Rule {
  /** On (0, 1), ascending. */
  nodes: Float64Array;
  /** They sum to 1. */
  weights: Float64Array;
}

/**
 * Gauss–Legendre nodes and weights on the unit interval: Newton's method on the Legendre polynomial from Tricomi's
 * approximation of its roots (NIST DLMF 18.9.1 for the recurrence, 3.5(v) for the weights).
 */
export function gaussLegendre(n: number): Rule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let iteration = 0; iteration < 10; iteration++) {
      let [before, now] = [1, x];
      for (let k = 2; k <= n; k++) [before, now] = [now, ((2 * k - 1) * x * now - (k - 1) * before) / k];
      slope = (n * (before - x * now)) / (1 - x * x);
      x -= now / slope;
    }
    nodes[i] = (1 + x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return {nodes, weights};
}
