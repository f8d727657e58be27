import * as Plot from "@observablehq/plot";
import {count, day, month, percent} from "../formats.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";
import {textWidth} from "./text-width.js";

/** Customers of one part at one date; null where they are suppressed. Parts come in the order they are stacked. */
export interface DatedPart {
  as_of: string;
  part: string;
  name: string;
  /** The part's fill, such as `var(--segment-loyal)`. */
  fill: string;
  customers: number | null;
}

interface Block extends DatedPart {
  share: number;
  from: number;
  to: number;
}

/**
 * Shares of the customers of each date, first part at the top; `wholes` are the customers at each date, so that what is
 * suppressed stays open at the bottom.
 */
export function stackParts(parts: readonly DatedPart[], wholes: ReadonlyMap<string, number>): Block[] {
  const dates = [...new Set(parts.map((p) => p.as_of))].sort();
  return dates.flatMap((as_of) => {
    const whole = wholes.get(as_of) ?? 0;
    let to = 1;
    return parts
      .filter((p) => p.as_of === as_of && p.customers !== null && whole > 0)
      .map((p) => {
        const share = p.customers! / whole;
        const block = {...p, share, from: to - share, to};
        to -= share;
        return block;
      });
  });
}

/** Bars of one hundred per cent at each as-of date, the parts named beside the last one. */
export function partsOverTime(
  parts: readonly DatedPart[],
  wholes: ReadonlyMap<string, number>,
  options: ChartOptions,
): SVGSVGElement {
  const {locale} = options;
  const narrow = isNarrow(options);
  const blocks = stackParts(parts, wholes);
  const dates = [...new Set(parts.map((p) => p.as_of))].sort();
  const last = dates.at(-1);
  const height = narrow ? 360 : 380;
  const gap = 16 / (height - 40);
  const ends = blocks.filter((b) => b.as_of === last && b.share > 0);
  const placed: {at: number; block: Block}[] = [];
  for (const block of ends) {
    const above = placed.at(-1);
    const middle = (block.from + block.to) / 2;
    placed.push({block, at: above ? Math.min(middle, above.at - gap) : middle});
  }
  // Names that have been pushed below the floor push those above them back up.
  let floor = gap / 2;
  for (const p of [...placed].reverse()) {
    if (p.at < floor) p.at = floor;
    else break;
    floor += gap;
  }
  const text = (b: Block): string => `${b.name} ${percent(b.share, locale)}`;
  const right = Math.max(20, ...placed.map((p) => textWidth(text(p.block)) * (narrow ? 12 : 13) + 14));
  const open = dates.flatMap((as_of) => {
    const at = blocks.filter((b) => b.as_of === as_of);
    const hidden = parts.some((p) => p.as_of === as_of && p.customers === null);
    return hidden ? [{as_of, to: Math.min(1, ...at.map((b) => b.from))}] : [];
  });
  return draw(options, {
    height,
    marginLeft: 4,
    marginRight: Math.round(right),
    marginTop: 8,
    marginBottom: 30,
    x: {
      domain: dates,
      label: null,
      tickSize: 0,
      ticks: [dates[0], last].filter((d) => d !== undefined),
      tickFormat: (d: string) => month(d, locale),
      padding: 0.14,
    },
    y: {domain: [0, 1], axis: null},
    color: {type: "identity"},
    marks: [
      Plot.barY(open, {x: "as_of", y1: 0, y2: "to", fill: hatch(options)}),
      Plot.barY(blocks, {
        x: "as_of",
        y1: "from",
        y2: "to",
        fill: "fill",
        insetTop: 0.5,
        insetBottom: 0.5,
        title: (b: Block) =>
          `${b.name}, ${day(b.as_of, locale)}: ${count(b.customers!, locale)} (${percent(b.share, locale)})`,
      }),
      Plot.text(placed, {
        x: () => last!,
        y: "at",
        text: (p: (typeof placed)[number]) => text(p.block),
        textAnchor: "start",
        dx: narrow ? 16 : Math.max(20, (options.width - right) / Math.max(1, dates.length) / 2 + 4),
        fill: "var(--text)",
      }),
    ],
  });
}
