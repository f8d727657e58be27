/** Pearson's correlation of two weighted columns; null where one of them does not vary. */
export function correlation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weight: ArrayLike<number>,
): number | null {
  let [total, meanX, meanY, xx, xy, yy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const w = weight[i]!;
    total += w;
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    meanX += (w / total) * dx;
    meanY += (w / total) * dy;
    xx += w * dx * (x[i]! - meanX);
    xy += w * dx * (y[i]! - meanY);
    yy += w * dy * (y[i]! - meanY);
  }
  const spread = Math.sqrt(xx) * Math.sqrt(yy);
  return spread > 0 ? xy / spread : null;
}
