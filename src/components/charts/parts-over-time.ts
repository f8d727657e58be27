import {count, day, percent} from "../formats.js";
import {word} from "../terms.js";
import {hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {dateBars} from "./date-bars.js";
import {endLabels, endRoom} from "./end-labels.js";
import {framed} from "./framed.js";
import {markWords} from "./mark-words.js";
import type {Shape} from "./shape.js";
import {dateLabels, timeBands} from "./time-axis.js";

/** Customers of one part at one date; null where they are suppressed. Parts come in the order they are stacked. */
export interface DatedPart {
  as_of: string;
  part: string;
  name: string;
  /** The part's fill, such as `var(--segment-loyal)`. */
  fill: string;
  customers: number | null;
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string | undefined;
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
  options: ShapeOptions,
): Shape {
  const {locale, width} = options;
  const blocks = stackParts(parts, wholes);
  const height = isNarrow(options) ? 360 : 380;
  const [top, bottom] = [8, height - 30];
  const y = (share: number): number => bottom - share * (bottom - top);
  const newest = [...parts.map((p) => p.as_of)].sort().at(-1);
  const ends = blocks
    .filter((b) => b.as_of === newest && b.share > 0)
    .map((b) => ({text: `${b.name} ${percent(b.share, locale)}`, y: y((b.from + b.to) / 2)}));
  const room = endRoom(
    ends.map((e) => e.text),
    options,
  );
  const right = width - Math.max(20, room + 14);
  const time = timeBands(
    parts.map((p) => p.as_of),
    [4, right],
    0.14,
  );
  const names = [...new Set(parts.map((p) => p.part))];
  const at = new Map(blocks.map((b) => [`${b.as_of} ${b.part}`, b]));
  const bars = time.dates.map((as_of) => {
    const shown = blocks.filter((b) => b.as_of === as_of);
    const open = parts.some((p) => p.as_of === as_of && p.customers === null);
    return [
      open
        ? {
            from: 0,
            to: Math.min(1, ...shown.map((b) => b.from)),
            fill: hatch(options),
            title: markWords([day(as_of, locale)], word("suppressed", locale), locale),
          }
        : null,
      ...names.map((part) => {
        const b = at.get(`${as_of} ${part}`);
        return b && b.share > 0
          ? {
              from: b.from,
              to: b.to,
              fill: b.fill,
              title: markWords(
                [b.name, day(as_of, locale)],
                `${count(b.customers!, locale)} (${percent(b.share, locale)})`,
                locale,
              ),
              mark: b.mark,
            }
          : null;
      }),
    ];
  });
  return framed(options, height, [
    ...dateBars(time, y, bars),
    dateLabels(time, bottom, options),
    endLabels(ends, right + 4, bottom - 8),
  ]);
}
