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
import {textWidth} from "./text-width.js";

/** A name that fits into so many ems, cut at the end where it doesn't. */
function fitted(name: string, ems: number): string {
  if (textWidth(name) <= ems) return name;
  const letters = [...name];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`) > ems) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** A name in at most two lines, so that it fits into so many ems: between words, or in the middle of Chinese. */
function linesOf(name: string, ems: number): string[] {
  if (textWidth(name) <= ems) return [name];
  const letters = [...name];
  if (!/\p{Script=Han}/u.test(name)) return name.split(/ (?=\S+$)/);
  const half = Math.ceil(letters.length / 2);
  return [letters.slice(0, half).join(""), letters.slice(half).join("")];
}

/** A small triangle in a corner of a square: down for what fell, up for what rose. */
function mark(
  move: Move,
  right: number,
  top: number,
  size: number,
  options: DrawingOptions,
): SVGElement | null {
  if (move.direction !== "down" && move.direction !== "up") return null;
  const points = move.direction === "down" ? [0, 0, 1, 0, 0.5, 0.9] : [0, 0.9, 1, 0.9, 0.5, 0];
  const placed = points.map((p, i) => tidy(p * size + (i % 2 === 0 ? right - size : top)));
  return svg(options, "polygon", {
    points: placed.join(" "),
    fill: `var(--${directionColours[move.direction]})`,
  });
}

/**
 * Classes of the first day against those of the second: customers in each square, coloured by the way they went, the
 * stronger the larger the part of their class, with a triangle that points the same way. Squares not told are hatched.
 */
export function movesMatrix(
  {from, to, moves, heads}: MovesData,
  box: Box,
  options: DrawingOptions,
): SVGElement {
  const narrow = box.width < 400;
  const font = narrow ? 11.5 : 13;
  const longest = Math.max(0, ...from.map((s) => textWidth(s.name))) + 1.4;
  const fromHead = `${heads.from} ↓`;
  const left = Math.min(box.width * 0.36, Math.max(longest, textWidth(fromHead) * 1.12) * font + 10);
  const across = (box.width - left) / Math.max(1, to.length);
  // Names that don't fit over their column give way to numbers, which then also stand before the names of the rows.
  const numbered = to.some((s) => linesOf(s.name, across / font).some((l) => textWidth(l) > across / font));
  const top = narrow || !numbered ? 56 : 44;
  const high = (box.height - top) / Math.max(1, from.length);
  const tight = across < 34;
  const x = (i: number): number => box.x + left + i * across;
  const y = (i: number): number => box.y + top + i * high;
  const place = (key: string): string => {
    const i = to.findIndex((s) => s.key === key);
    return numbered && i >= 0 ? `${i + 1} ` : "";
  };
  const sums = new Map<string, number>();
  for (const m of moves) sums.set(m.from, (sums.get(m.from) ?? 0) + (m.customers ?? 0));
  const text = (s: string, at: Record<string, string | number>): SVGElement =>
    svg(options, "text", {"font-size": font, fill: "var(--text)", ...at}, s);
  const columnHead = (s: MoveSide, i: number): SVGElement[] => {
    const lines = numbered ? [String(i + 1)] : linesOf(s.name, across / font);
    return lines.map((words, line) =>
      text(words, {
        x: x(i) + across / 2,
        "text-anchor": "middle",
        y: box.y + top - 7 - (lines.length - 1 - line) * 14,
      }),
    );
  };
  const quiet = {"font-weight": 600, fill: "var(--quiet)"};
  const squares = moves.flatMap((m) => {
    const [i, j] = [from.findIndex((s) => s.key === m.from), to.findIndex((s) => s.key === m.to)];
    if (i < 0 || j < 0) return [];
    const share = (m.customers ?? 0) / Math.max(1, sums.get(m.from) ?? 0);
    const triangle = mark(m, x(j) + across - (tight ? 2 : 4), y(i) + (tight ? 2 : 4), tight ? 6 : 8, options);
    return [
      svg(
        options,
        "rect",
        {
          x: x(j) + 1,
          y: y(i) + 1,
          width: across - 2,
          height: high - 2,
          fill:
            m.customers === null ? `url(#${options.id}-hatch)` : `var(--${directionColours[m.direction]})`,
          "fill-opacity": m.customers === null ? undefined : (0.13 + 0.42 * share).toFixed(2),
          "data-mark": m.mark,
        },
        svg(options, "title", {}, m.title),
      ),
      ...(triangle && m.customers !== null ? [triangle] : []),
      ...(m.customers === null
        ? []
        : [
            text(m.text, {
              x: x(j) + across / 2,
              y: y(i) + high / 2 + (tight ? 3 : 0),
              dy: "0.35em",
              "text-anchor": "middle",
              "font-size": across < 26 ? 11 : font,
              "pointer-events": "none",
            }),
          ]),
    ];
  });
  // One path for all the empty squares: they are many.
  const ground = from
    .flatMap((_, i) =>
      to.map(
        (_, j) =>
          `M${tidy(x(j) + 1)},${tidy(y(i) + 1)}h${tidy(across - 2)}v${tidy(high - 2)}h${tidy(2 - across)}z`,
      ),
    )
    .join("");
  return svg(
    options,
    "g",
    {id: `${options.id}-matrix`},
    text(`${heads.to} →`, {...quiet, x: box.x + left, y: box.y + 11}),
    text(fromHead, {...quiet, x: box.x, y: box.y + (narrow ? 27 : 11)}),
    ...from.map((s, i) =>
      text(fitted(`${place(s.key)}${s.name}`, (left - 8) / font), {
        x: box.x + left - 8,
        y: y(i) + high / 2,
        dy: "0.35em",
        "text-anchor": "end",
      }),
    ),
    ...to.flatMap(columnHead),
    svg(options, "path", {d: ground, fill: "var(--heat-0)"}),
    ...squares,
  );
}
