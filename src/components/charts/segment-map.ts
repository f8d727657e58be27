import * as Plot from "@observablehq/plot";
import {type SegmentCell, segmentFill, segmentInk} from "../segments.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";

/** A segment's words on the map: its name, and a line or two of what it holds. */
export interface SegmentLabel {
  segment: string;
  lines: string[];
  title: string;
  suppressed: boolean;
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
  options: ChartOptions,
): SVGSVGElement {
  const {locale, width} = options;
  const narrow = isNarrow(options);
  const blocks = segmentBlocks(cells);
  const named = blocks.filter((b, i) => blocks.findIndex((c) => c.segment === b.segment) === i);
  const of = (b: Block): SegmentLabel | undefined => labels.find((l) => l.segment === b.segment);
  const left = narrow ? 26 : 34;
  const across = (width - left - 2) / 5;
  const font = narrow ? 11 : 14;
  const scores = [1, 2, 3, 4, 5];
  const box = {
    x1: (b: Block) => b.f1 - 0.5,
    x2: (b: Block) => b.f2 + 0.5,
    y1: (b: Block) => b.r1 - 0.5,
    y2: (b: Block) => b.r2 + 0.5,
    inset: 1.5,
  };
  const centre = {x: (b: Block) => (b.f1 + b.f2) / 2, y: (b: Block) => (b.r1 + b.r2) / 2};
  const single = (b: Block): boolean => b.f1 === b.f2;
  const wrapped = (narrowField: boolean): Plot.Markish[] => {
    const mine = named.filter((b) => single(b) === narrowField);
    const room = ((narrowField ? 1 : 2) * across - 6) / font;
    const ink = (b: Block): string => (of(b)?.suppressed ? "var(--text)" : segmentInk(b.segment));
    const lines = (b: Block): string[] => of(b)?.lines ?? [];
    const common = {...centre, lineWidth: room, lineHeight: 1.18, fill: ink, pointerEvents: "none" as const};
    return [
      Plot.text(mine, {
        ...common,
        text: (b: Block) => lines(b)[0] ?? "",
        fontSize: narrow ? font : font + 1,
        fontWeight: 600,
        lineAnchor: "bottom",
        dy: -3,
      }),
      Plot.text(mine, {
        ...common,
        text: (b: Block) => lines(b).slice(1).join("\n"),
        fontSize: font,
        lineAnchor: "top",
        dy: 1,
      }),
    ];
  };
  return draw(options, {
    height: (narrow ? 76 : width < 900 ? 84 : 92) * 5 + 46,
    marginLeft: left,
    marginRight: 2,
    marginTop: 4,
    marginBottom: 42,
    x: {domain: [0.5, 5.5], axis: null},
    y: {domain: [0.5, 5.5], axis: null},
    color: {type: "identity"},
    marks: [
      Plot.rect(
        blocks.filter((b) => !of(b)?.suppressed),
        {...box, fill: (b: Block) => segmentFill(b.segment), title: (b: Block) => of(b)?.title ?? ""},
      ),
      Plot.rect(
        blocks.filter((b) => of(b)?.suppressed),
        {...box, fill: hatch(options), title: (b: Block) => of(b)?.title ?? ""},
      ),
      ...wrapped(true),
      ...wrapped(false),
      Plot.text(scores, {
        x: (f: number) => f,
        frameAnchor: "bottom",
        dy: 16,
        text: (f: number) => `F${f}`,
        fontSize: 12,
      }),
      Plot.text(scores, {
        y: (r: number) => r,
        frameAnchor: "left",
        textAnchor: "end",
        dx: -6,
        text: (r: number) => `R${r}`,
        fontSize: 12,
      }),
      Plot.text(
        [
          locale === "zh"
            ? "频度F →　（纵轴：近度R，越上越近）"
            : "frequency F →  (upwards: recency R, newest at the top)",
        ],
        {
          frameAnchor: "bottom-left",
          dy: 36,
          text: (t: string) => t,
          fontSize: 12,
        },
      ),
    ],
  });
}
