/** Where a mark stands, in pixels of the window. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Whether it marks a point rather than fills an extent. */
  dot: boolean;
  /** Its colours: the points of one line have the same. */
  colours?: string;
}

export type Direction = "left" | "right" | "up" | "down";

/** A box seen along a direction: `at`, its middle between `begins` and `ends`, grows that way; `across` is the other axis. */
interface Seen {
  at: number;
  begins: number;
  ends: number;
  across: number;
  from: number;
  to: number;
}

function seen({left, top, right, bottom}: Box, direction: Direction): Seen {
  const sideways = direction === "left" || direction === "right";
  const [low, high, from, to] = sideways ? [left, right, top, bottom] : [top, bottom, left, right];
  const [begins, ends] = direction === "left" || direction === "up" ? [-high, -low] : [low, high];
  return {at: (begins + ends) / 2, begins, ends, across: (from + to) / 2, from, to};
}

/** Centres that are nearer than this, in pixels, stand in one row or column. */
const close = 2;

const middles = (boxes: readonly Box[]): {x: number[]; y: number[]} => ({
  x: boxes.map(({left, right}) => Math.round((left + right) / 2 / close)),
  y: boxes.map(({top, bottom}) => Math.round((top + bottom) / 2 / close)),
});

const distinct = (values: readonly number[]): number => new Set(values).size;

/**
 * Whether points stand in columns, as those of lines over time do, rather than in rows: a line goes from one to the next.
 * Where that doesn't tell, whichever are fewer.
 */
function inColumns(boxes: readonly Box[]): boolean {
  const dots = boxes.filter(({dot}) => dot);
  const lines = [...new Set(dots.map(({colours}) => colours))].map((colours) =>
    middles(dots.filter((dot) => dot.colours === colours)),
  );
  const onwards = (axis: "x" | "y"): boolean =>
    lines.every((line) => line[axis].every((value, i, all) => i === 0 || value > all[i - 1]!));
  if (onwards("x") !== onwards("y")) return onwards("x");
  const all = middles(dots);
  return distinct(all.x) <= distinct(all.y);
}

/** Whether two bars or cells share a row (or column): half of the smaller lies beside the other. */
function beside(a: Seen, b: Seen): boolean {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return shared >= 0 && shared >= Math.min(a.to - a.from, b.to - b.from) / 2;
}

/** Of several, the next one ahead; of those equally far, the one that is least off to the side. */
function nearestAhead(mine: Seen, ahead: readonly (readonly [number, Seen])[]): number | null {
  const first = Math.min(...ahead.map(([, {at}]) => at));
  const next = ahead.filter(([, {at}]) => at - first < close);
  const off = ({across}: Seen): number => Math.round(Math.abs(across - mine.across) / close);
  next.sort(([, a], [, b]) => off(a) - off(b) || a.at - b.at);
  return next[0]?.[0] ?? null;
}

/**
 * The mark that an arrow key leads to from the mark at place `from`; null where none lies in that direction. Bars and
 * cells keep to their row or column while it goes on. Points of lines over time go from column to column, along their line
 * where it goes on.
 */
export function nextMark(boxes: readonly Box[], from: number, direction: Direction): number | null {
  const here = boxes[from];
  if (!here) return null;
  const mine = seen(here, direction);
  const sideways = direction === "left" || direction === "right";
  const along = here.dot && sideways === inColumns(boxes);
  const forwards = direction === "right" || direction === "down";
  // Of marks that stand in one line, each has its turn, however little it is ahead.
  const turn = (i: number, other: Seen): boolean =>
    (here.dot ? !along : !sideways) &&
    Math.abs(other.across - mine.across) < close &&
    (other.at > mine.at || (other.at === mine.at && i > from === forwards));
  const ahead = boxes.flatMap((box, i) => {
    const other = seen(box, direction);
    return i !== from && (other.at > mine.at + close / 2 || turn(i, other)) ? [[i, other] as const] : [];
  });
  if (along) {
    const line = ahead.filter(([i]) => boxes[i]!.colours === here.colours);
    return nearestAhead(mine, line.length > 0 ? line : ahead);
  }
  const mates = ahead.filter(([, other]) =>
    here.dot ? Math.abs(other.across - mine.across) < close : beside(mine, other),
  );
  if (mates.length > 0) return nearestAhead(mine, mates);
  const off = ([, other]: readonly [number, Seen]): number =>
    other.at - mine.at + 2 * Math.abs(other.across - mine.across);
  if (here.dot) return [...ahead].sort((a, b) => off(a) - off(b))[0]?.[0] ?? null;
  // A longer bar in another row is not to the right of this one.
  return nearestAhead(
    mine,
    ahead.filter(([, {begins}]) => begins >= mine.ends - close),
  );
}

/** How far a point lies outside a box; for a point mark, from its centre. */
function distance({left, top, right, bottom, dot}: Box, x: number, y: number): number {
  return dot
    ? Math.hypot((left + right) / 2 - x, (top + bottom) / 2 - y)
    : Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** Marks smaller than this, in pixels, either way are hard to hit. */
const small = 24;

/** The small or thin mark that is nearest to a point of the window, within `reach` pixels; null where there is none. */
export function nearestMark(boxes: readonly Box[], x: number, y: number, reach = 16): number | null {
  let [best, least] = [null as number | null, reach];
  boxes.forEach((box, i) => {
    if (Math.min(box.right - box.left, box.bottom - box.top) >= small) return;
    const away = distance(box, x, y);
    if (away < least || (away === least && best === null)) [best, least] = [i, away];
  });
  return best;
}
