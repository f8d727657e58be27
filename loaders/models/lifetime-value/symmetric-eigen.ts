/**
 * Eigenvalues and eigenvectors of a small symmetric matrix (row-major, n × n) by cyclic Jacobi rotations (Golub and Van
 * Loan, Matrix Computations, section 8.5). Vector k is `vectors[k]`.
 */
export function symmetricEigen(
  matrix: ArrayLike<number>,
  n: number,
): {values: Float64Array; vectors: Float64Array[]} {
  const m = Float64Array.from(matrix);
  const vectors = Array.from({length: n}, (_, k) =>
    Float64Array.from({length: n}, (_, i) => (i === k ? 1 : 0)),
  );
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let diagonal = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        if (i === j) diagonal += m[i * n + j]! ** 2;
        else off += m[i * n + j]! ** 2;
      }
    if (!(off > 1e-34 * diagonal)) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(m, vectors, n, p, q);
  }
  return {values: Float64Array.from({length: n}, (_, i) => m[i * n + i]!), vectors};
}

function rotate(m: Float64Array, vectors: Float64Array[], n: number, p: number, q: number) {
  const apq = m[p * n + q]!;
  if (apq === 0) return;
  const theta = (m[q * n + q]! - m[p * n + p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const [kp, kq] = [m[k * n + p]!, m[k * n + q]!];
    m[k * n + p] = c * kp - s * kq;
    m[k * n + q] = s * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const [pk, qk] = [m[p * n + k]!, m[q * n + k]!];
    m[p * n + k] = c * pk - s * qk;
    m[q * n + k] = s * pk + c * qk;
    const [vp, vq] = [vectors[p]![k]!, vectors[q]![k]!];
    vectors[p]![k] = c * vp - s * vq;
    vectors[q]![k] = s * vp + c * vq;
  }
}
