/** Equal bands side by side: how wide each is, and where the one at an index begins and has its middle. */
export interface Bands {
  size: number;
  start: (index: number) => number;
  middle: (index: number) => number;
}

/** More than this many pixels left over by bands of whole pixels are better spent on the bands. */
const mostLeft = 30;

/**
 * So many bands in a length in pixels; `padding` is the part of a step that is left free between and around them. Bands
 * are of whole pixels, which keeps their edges sharp, where that leaves little over; what is left lies on both sides.
 */
export function bands(count: number, from: number, to: number, padding = 0): Bands {
  const exact = (to - from) / Math.max(1, count + padding);
  const whole = to - from - Math.floor(exact) * (count + padding) <= mostLeft;
  const kept = (x: number): number => (whole ? Math.round(x) : x);
  const step = whole ? Math.floor(exact) : exact;
  const first = kept(from + (to - from - step * (count - padding)) / 2);
  const size = kept(step * (1 - padding));
  const start = (i: number): number => first + i * step;
  return {size, start, middle: (i) => start(i) + size / 2};
}
