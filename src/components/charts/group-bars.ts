import {word} from "../terms.js";
import {hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {halo} from "./halo.js";
import {markWords} from "./mark-words.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {cutText, textWidth, wrapped} from "./text-width.js";

/** A value of one group: null where it is not known, or suppressed. `share` draws it, `text` says it. */
export interface GroupBar {
  group: string;
  quantity: string;
  /** On the scale of its quantity: a share of the whole, or of the largest. */
  share: number | null;
  text: string;
  /** The value for a pointer, exactly; the group and the quantity are said before it. */
  exact: string;
  suppressed?: boolean;
  /** The class that it stands for, where a reader may see the customers behind it: `wallet:strategic`. */
  mark?: string;
}

/** A group of customers: its key, name and colour variable; `hatched` for what is no class. */
export interface BarGroup {
  key: string;
  name: string;
  colour: string | null;
}

/** A value that bars are held against, on their scale, and its words. */
interface BarReference {
  share: number;
  text: string;
}

interface BarPlace {
  zero: number;
  unit: number;
  middle: number;
  thick: number;
}

/** Names in lines of so many ems: each in one, or else in two where that is room enough for all of them. */
function inTwoLines(names: readonly string[], room: number): string[][] {
  const lines = names.map((name) => {
    if (textWidth(name) <= room) return [name];
    // The narrowest two: no word is left alone on the second, and bars gain the room.
    let narrow = Math.min(room, textWidth(name) / 2);
    while (narrow < room && wrapped(name, narrow).length > 2) narrow = Math.min(room, narrow + 0.5);
    return wrapped(name, narrow);
  });
  const fit = lines.every((each) => each.length <= 2 && each.every((l) => textWidth(l) <= room));
  return fit ? lines : names.map((name) => [name]);
}

/**
 * Bars from zero: one panel for each quantity, one line for each group; what is suppressed says so. A
 * quantity's reference is a line across its bars, named below them.
 */
export function groupBars(
  groups: readonly BarGroup[],
  quantities: readonly {key: string; name: string; reference?: BarReference}[],
  bars: readonly GroupBar[],
  options: ShapeOptions,
): Shape {
  const {locale, width} = options;
  const narrow = isNarrow(options);
  const font = narrow ? 12 : 13;
  const stacked = narrow || width < 640;
  const share = stacked ? 0.42 : 0.26;
  const names = inTwoLines(
    groups.map((g) => g.name),
    (width * share - 12) / font,
  );
  const longest = Math.max(0, ...names.flat().map(textWidth)) * font + 12;
  // Figures are wider than the mean of letters.
  const labelRoom = (bar: GroupBar): number => textWidth(labelOf(bar)) * font * 1.12 + (stacked ? 10 : 22);
  const widest = Math.max(0, ...bars.map(labelRoom));
  // A name longer than its share of the width in two lines, or that leaves no room for bars, stands above them.
  const above = longest > width * share || (stacked && width - longest - widest < width * 0.25);
  const values = bars.flatMap((b) => (b.share === null ? [] : [b.share]));
  const low = Math.min(0, ...values);
  const references = quantities.flatMap((q) => q.reference ?? []);
  const high = Math.max(0.01, ...values, ...references.map((r) => r.share));
  const line = above ? 50 : !stacked ? 34 : names.some((each) => each.length > 1) ? 32 : 26;
  const left = above ? 4 : Math.round(longest) + 4;
  const across = stacked ? 1 : Math.max(1, quantities.length);
  const panel = (width - left - 4) / across;
  // The scale is the largest at which every bar leaves room for its label.
  const unit = Math.max(
    1,
    Math.min(
      (panel * 0.97) / (high - low),
      // A bar of no length sets no scale.
      ...bars.map((b) => {
        const length = Math.max(0, b.share ?? 0) - low;
        return length > 0 ? (panel - labelRoom(b)) / length : Number.POSITIVE_INFINITY;
      }),
    ),
  );
  const tall = groups.length * line + 34 + (references.length > 0 ? 22 : 0);
  const parts = quantities.map((q, i) => {
    const start = left + (stacked ? 0 : i * panel);
    const zero = start - low * unit;
    const top = stacked ? i * tall + 24 : 28;
    // Words lie over the reference, which lies over the bars.
    const rim = q.reference ? halo : {};
    const rows = groups.map((g, n) => {
      const y = top + n * line;
      const middle = y + line / 2 + (above ? 9 : 0);
      const bar = bars.find((b) => b.group === g.key && b.quantity === q.key);
      const name = {"text-anchor": above ? "start" : "end", fill: "var(--text)", ...rim};
      const lines = above ? [cutText(g.name, (panel - 8) / font)] : names[n]!;
      const named = above || i === 0 || stacked;
      const at = {zero, unit, middle, thick: above ? 22 : line * 0.74};
      return {
        bar: shape("g", {}, ...(bar ? barShape(bar, g, q.name, at) : [])),
        words: shape(
          "g",
          {},
          ...(named
            ? lines.map((text, l) =>
                textShape(text, {
                  x: above ? zero + 3 : start - 8,
                  y: above ? y + 13 : middle + (l - (lines.length - 1) / 2) * 15,
                  ...name,
                }),
              )
            : []),
          ...(bar ? [barLabel(bar, at, rim)] : []),
        ),
      };
    });
    const bottom = top + groups.length * line;
    return shape(
      "g",
      {},
      textShape(q.name, {x: zero, y: top - 14, "text-anchor": "start", "font-weight": stacked ? 600 : null}),
      ...rows.map((row) => row.bar),
      shape("line", {x1: zero, x2: zero, y1: top, y2: bottom, stroke: "var(--quiet)"}),
      ...(q.reference ? referenceShapes(q.reference, zero + q.reference.share * unit, top, bottom) : []),
      ...rows.map((row) => row.words),
    );
  });
  return framed(options, stacked ? quantities.length * tall : tall, parts);

  function labelOf(bar: GroupBar): string {
    return bar.share === null && bar.suppressed ? word("suppressed", locale) : bar.text;
  }

  function barShape(bar: GroupBar, group: BarGroup, quantity: string, at: BarPlace): Shape[] {
    if (bar.share === null) return [];
    const end = at.zero + bar.share * at.unit;
    const size = {y: at.middle - at.thick / 2, width: Math.abs(end - at.zero), height: at.thick};
    const fill = group.colour === null ? hatch(options) : `var(--${group.colour})`;
    return [
      shape(
        "rect",
        {x: Math.min(at.zero, end), ...size, fill, "data-mark": bar.mark},
        titleShape(markWords([group.name, quantity], bar.exact, locale)),
      ),
    ];
  }

  function barLabel(bar: GroupBar, at: BarPlace, rim: Partial<typeof halo>): Shape {
    return textShape(labelOf(bar), {
      x: at.zero + Math.max(0, bar.share ?? 0) * at.unit + 6,
      y: at.middle,
      "text-anchor": "start",
      fill: bar.share === null ? "var(--quiet)" : "var(--text)",
      ...rim,
    });
  }

  function referenceShapes({text}: BarReference, x: number, top: number, bottom: number): Shape[] {
    const half = (textWidth(text) * font) / 2;
    return [
      shape("line", {
        x1: x,
        x2: x,
        y1: top,
        y2: bottom + 6,
        stroke: "var(--text)",
        "stroke-width": 1.5,
        "stroke-dasharray": "4 3",
      }),
      textShape(text, {x: Math.min(Math.max(x, half + 2), width - half - 2), y: bottom + 15}),
    ];
  }
}
