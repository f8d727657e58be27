import type {Plane} from "./value-axis.js";

type Place = readonly [x: number, y: number];

/** A box around its middle, in pixels. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Whether the straight piece between two places passes through a box (Liang and Barsky, 1984). */
function crosses([x1, y1]: Place, [x2, y2]: Place, {x, y, width, height}: Box): boolean {
  let [from, to] = [0, 1];
  for (const [start, step, middle, half] of [
    [x1, x2 - x1, x, width / 2],
    [y1, y2 - y1, y, height / 2],
  ] as const) {
    const [a, b] = [middle - half - start, middle + half - start];
    if (step === 0) {
      if (a > 0 || b < 0) return false;
      continue;
    }
    from = Math.max(from, Math.min(a / step, b / step));
    to = Math.min(to, Math.max(a / step, b / step));
  }
  return from <= to;
}

/**
 * Where the middle of a text stands that names a point of a line: the nearest place on the `first` side of it,
 * else on the other, that no line passes through and that is inside the plane. Where every place is taken, that next to
 * the point.
 */
export function clearPlace(
  [px, py]: Place,
  {width, height}: {width: number; height: number},
  first: "above" | "below",
  lines: readonly (readonly Place[])[],
  {left, right, top, bottom}: Plane,
): {x: number; y: number} {
  const inside = (x: number): number => Math.max(left + 6 + width / 2, Math.min(right - width / 2, x));
  const free = (x: number, y: number): boolean =>
    y - height / 2 >= top &&
    y + height / 2 <= bottom - 2 &&
    // A little air around the words, for the lines' own thickness.
    !lines.some((line) =>
      line.some((to, i) => i > 0 && crosses(line[i - 1]!, to, {x, y, width: width + 8, height: height + 4})),
    );
  const next = height / 2 + 8;
  const sides = first === "above" ? [-1, 1] : [1, -1];
  for (const side of sides)
    for (let away = next; away < bottom - top; away += 6)
      for (const x of [px, px - width / 2, px + width / 2].map(inside))
        if (free(x, py + side * away)) return {x, y: py + side * away};
  return {x: inside(px), y: py + sides[0]! * next};
}
