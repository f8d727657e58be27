import {halo} from "./halo.js";
import {
  type Box,
  type DrawingOptions,
  directionColours,
  type Move,
  type MoveSide,
  type MovesData,
  svg,
  tidy,
} from "./moves-drawing.js";

interface Node {
  side: MoveSide;
  customers: number;
  /** Whether a move of the class is not told, so that they are its least. */
  partly: boolean;
  top: number;
  height: number;
  /** Where its label stands, pushed off its neighbours'. */
  label: number;
}

const gap = 6;
const line = 15;

/** The classes of one day as a stack: heights by customers, `perCustomer` pixels each, classes without any left out. */
function stack(
  sides: readonly MoveSide[],
  {of, isPartly}: Totals,
  box: Box,
  perCustomer: number,
): Map<string, Node> {
  let top = box.y;
  const nodes = sides
    .map((side) => ({side, customers: of(side.key), partly: isPartly(side.key)}))
    .filter((n) => n.customers > 0)
    .map((n) => {
      const height = n.customers * perCustomer;
      const node = {...n, top, height, label: top + height / 2};
      top += height + gap;
      return node;
    });
  // Down the stack each label makes room for the one above it, then up the stack for the one below.
  nodes.forEach((n, i) => {
    if (i > 0) n.label = Math.max(n.label, nodes[i - 1]!.label + line);
  });
  for (let i = nodes.length - 1, below = box.y + box.height + line / 2; i >= 0; i--) {
    nodes[i]!.label = Math.min(nodes[i]!.label, below - line / 2);
    below = nodes[i]!.label - line / 2;
  }
  return new Map(nodes.map((n) => [n.side.key, n]));
}

interface Totals {
  of(key: string): number;
  isPartly(key: string): boolean;
}

/** Sums over the moves that may be told. */
function totals(moves: readonly Move[], side: "from" | "to"): Totals {
  const sums = new Map<string, number>();
  for (const m of moves) sums.set(m[side], (sums.get(m[side]) ?? 0) + (m.customers ?? 0));
  const partly = new Set(moves.filter((m) => m.customers === null).map((m) => m[side]));
  return {of: (key) => sums.get(key) ?? 0, isPartly: (key) => partly.has(key)};
}

/**
 * Bands from the classes of one day to those of another, as wide as there are customers, in the colour of the way they
 * went; those that fell are striped. Moves that are not told are not drawn.
 */
export function flow(
  {from, to, moves, heads, count}: MovesData,
  box: Box,
  options: DrawingOptions,
): SVGElement {
  const inside = box.width < 400;
  const font = inside ? 11.5 : 13;
  const label = inside ? 0 : Math.min(170, box.width * 0.27);
  const bar = 11;
  const [left, right] = [box.x + label, box.x + box.width - label];
  const head = 24;
  const room: Box = {...box, y: box.y + head, height: box.height - head};
  const [before, after] = [totals(moves, "from"), totals(moves, "to")];
  const filled = (sides: readonly MoveSide[], {of}: Totals): number =>
    sides.filter((s) => of(s.key) > 0).length;
  const all = moves.reduce((s, m) => s + (m.customers ?? 0), 0);
  const gaps = gap * (Math.max(1, filled(from, before), filled(to, after)) - 1);
  const perCustomer = all > 0 ? (room.height - gaps) / all : 0;
  const [starts, ends] = [stack(from, before, room, perCustomer), stack(to, after, room, perCustomer)];
  const [used, taken] = [new Map<string, number>(), new Map<string, number>()];
  const place = (key: string, sides: readonly MoveSide[]): number => sides.findIndex((s) => s.key === key);
  const told = moves
    .filter((m) => (m.customers ?? 0) > 0)
    .sort((a, b) => place(a.from, from) - place(b.from, from) || place(a.to, to) - place(b.to, to));
  // Each band leaves its class in the order of where it goes, and arrives in the order of where it came from.
  const bands = told.map((m) => {
    const high = m.customers! * perCustomer;
    const start = starts.get(m.from)!.top + (used.get(m.from) ?? 0);
    used.set(m.from, (used.get(m.from) ?? 0) + high);
    const end = ends.get(m.to)!.top + (taken.get(m.to) ?? 0);
    taken.set(m.to, (taken.get(m.to) ?? 0) + high);
    return {m, high, start, end};
  });
  const [x0, x1] = [left + bar, right - bar];
  const middle = tidy((x0 + x1) / 2);
  const shape = ({high, start, end}: (typeof bands)[number]): string => {
    const [a, b, c, d] = [start, end, end + high, start + high].map(tidy);
    return `M${tidy(x0)},${a}C${middle},${a} ${middle},${b} ${tidy(x1)},${b}L${tidy(x1)},${c}C${middle},${c} ${middle},${d} ${tidy(x0)},${d}Z`;
  };
  const order = {same: 0, came: 1, new: 1, lost: 2, up: 3, down: 4};
  const drawn = [...bands].sort((a, b) => order[a.m.direction] - order[b.m.direction]);
  const nodes = (stacked: Map<string, Node>, x: number, atLeft: boolean): SVGElement[] =>
    [...stacked.values()].flatMap(({side, customers, partly, top, height, label: y}) => {
      const textX = inside ? (atLeft ? x + bar + 5 : x - 5) : atLeft ? x - 7 : x + bar + 7;
      const end = atLeft !== inside;
      return [
        svg(options, "rect", {
          x,
          y: top,
          width: bar,
          height: Math.max(1, height),
          fill: side.fill ?? `url(#${options.id}-hatch)`,
        }),
        svg(
          options,
          "text",
          {
            x: textX,
            y,
            dy: "0.35em",
            "text-anchor": end ? "end" : "start",
            "font-size": font,
            fill: "var(--text)",
            ...(inside ? halo : {}),
          },
          `${side.name} ${partly ? "≥ " : ""}${count(customers)}`,
        ),
      ];
    });
  const heading = (text: string, x: number, anchor: string): SVGElement =>
    svg(
      options,
      "text",
      {x, y: box.y + 11, "text-anchor": anchor, "font-size": font, "font-weight": 600, fill: "var(--quiet)"},
      text,
    );
  return svg(
    options,
    "g",
    {},
    heading(heads.from, box.x, "start"),
    heading(heads.to, box.x + box.width, "end"),
    ...drawn.map((band) => {
      const {direction, title} = band.m;
      const colour = `var(--${directionColours[direction]})`;
      const faint = direction === "same";
      return svg(
        options,
        "path",
        {
          d: shape(band),
          fill: direction === "down" ? `url(#${options.id}-fell)` : colour,
          "fill-opacity": direction === "down" ? undefined : faint ? "0.22" : "0.5",
          stroke: faint ? undefined : colour,
          "stroke-width": faint ? undefined : 0.8,
          "data-mark": band.m.mark,
        },
        svg(options, "title", {}, title),
      );
    }),
    ...nodes(starts, left, true),
    ...nodes(ends, x1, false),
  );
}
