import {type SegmentCell, segmentFill, segmentInk} from "../segments.js";
import {hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {wrapped} from "./text-width.js";

/** A segment's words on the map: its name, and a line or two of what it holds. */
export interface SegmentLabel {
  segment: string;
  lines: string[];
  title: string;
  suppressed: boolean;
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string | undefined;
}

interface Block {
  segment: string;
  r1: number;
  r2: number;
  f1: number;
  f2: number;
}

/** The cells of each segment as rectangles of whole cells, as large as they get; the largest of a segment comes first. */
export function segmentBlocks(cells: readonly SegmentCell[]): Block[] {
  const left = new Map(cells.map((c) => [`${c.r}${c.f}`, c]));
  const blocks: Block[] = [];
  const at = (r: number, f: number): string | undefined => left.get(`${r}${f}`)?.segment;
  for (const {r, f, segment} of [...cells].sort((a, b) => b.r - a.r || a.f - b.f)) {
    if (!left.has(`${r}${f}`)) continue;
    let f2 = f;
    while (at(r, f2 + 1) === segment) f2++;
    let r1 = r;
    const whole = (row: number): boolean => {
      for (let k = f; k <= f2; k++) if (at(row, k) !== segment) return false;
      return true;
    };
    while (whole(r1 - 1)) r1--;
    for (let i = r1; i <= r; i++) for (let k = f; k <= f2; k++) left.delete(`${i}${k}`);
    blocks.push({segment, r1, r2: r, f1: f, f2});
  }
  const area = (b: Block): number => (b.r2 - b.r1 + 1) * (b.f2 - b.f1 + 1);
  return blocks.sort((a, b) => area(b) - area(a));
}

/** The 25 cells of recency (upwards) and frequency (across), one field of colour for each segment, its name on it. */
export function segmentMap(
  cells: readonly SegmentCell[],
  labels: readonly SegmentLabel[],
  options: ShapeOptions,
): Shape {
  const {locale, width} = options;
  const narrow = isNarrow(options);
  const blocks = segmentBlocks(cells);
  const left = narrow ? 26 : 34;
  const across = (width - left - 2) / 5;
  const high = narrow ? 76 : width < 900 ? 84 : 92;
  const font = narrow ? 11 : 14;
  const x = (f: number): number => left + (f - 1) * across;
  const y = (r: number): number => 4 + (5 - r) * high;
  const fields = blocks.map((b, i) => {
    const label = labels.find((l) => l.segment === b.segment);
    const box = {
      x: x(b.f1) + 1.5,
      y: y(b.r2) + 1.5,
      width: (b.f2 - b.f1 + 1) * across - 3,
      height: (b.r2 - b.r1 + 1) * high - 3,
    };
    const fill = label?.suppressed ? hatch(options) : segmentFill(b.segment);
    const rect = shape("rect", {...box, fill, "data-mark": label?.mark}, titleShape(label?.title ?? ""));
    if (!label || blocks.findIndex((c) => c.segment === b.segment) !== i) return shape("g", {}, rect);
    const ink = label.suppressed ? "var(--text)" : segmentInk(b.segment);
    const room = ((b.f1 === b.f2 ? 1 : 2) * across - 6) / font;
    const name = wrapped(label.lines[0] ?? "", room);
    const held = label.lines.slice(1).flatMap((line) => wrapped(line, room));
    const leading = 1.18 * font;
    const centre = x(b.f1) + ((b.f2 - b.f1 + 1) * across) / 2;
    const top =
      y(b.r2) + ((b.r2 - b.r1 + 1) * high - (name.length + held.length) * leading) / 2 + leading / 2;
    const common = {x: centre, fill: ink, "pointer-events": "none", leading: 1.18};
    return shape(
      "g",
      {},
      rect,
      textShape(name, {...common, y: top, "font-size": font, "font-weight": 600}),
      textShape(held, {...common, y: top + name.length * leading, "font-size": font}),
    );
  });
  const scores = [1, 2, 3, 4, 5];
  const bottom = 4 + 5 * high;
  return framed(options, bottom + 42, [
    ...fields,
    ...scores.map((f) => textShape(`F${f}`, {x: x(f) + across / 2, y: bottom + 14, "font-size": 12})),
    ...scores.map((r) =>
      textShape(`R${r}`, {x: left - 6, y: y(r) + high / 2, "text-anchor": "end", "font-size": 12}),
    ),
    textShape(
      locale === "zh"
        ? "频度F →　（纵轴：近度R，越上越近）"
        : "frequency F →  (upwards: recency R, newest at the top)",
      {x: left, y: bottom + 34, "text-anchor": "start", "font-size": 12},
    ),
  ]);
}
