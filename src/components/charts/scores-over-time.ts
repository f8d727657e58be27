import type {RfmOverTimeRow} from "../../cubes.js";
import {customerCount} from "../customer-count.js";
import {day, percent} from "../formats.js";
import {axes, sentenceCase, word} from "../terms.js";
import {hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {dateBars} from "./date-bars.js";
import {framed} from "./framed.js";
import {markWords} from "./mark-words.js";
import type {Marked} from "./marked.js";
import {type Shape, shape, textShape} from "./shape.js";
import {dateLabels, timeBands} from "./time-axis.js";

interface Step extends Marked<RfmOverTimeRow> {
  from: number;
  to: number;
  share: number;
}

/**
 * Each score's share of the customers of its date, stacked from 1 to 5. `wholes` are the customers at each date; what
 * suppressed scores hold stays open at the top.
 */
export function stackScores(
  rows: readonly Marked<RfmOverTimeRow>[],
  wholes: ReadonlyMap<string, number>,
): Step[] {
  const groups = new Map<string, Marked<RfmOverTimeRow>[]>();
  for (const row of rows) {
    const key = `${row.axis} ${row.as_of}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const total = wholes.get(group[0]!.as_of) ?? 0;
    let from = 0;
    return [...group]
      .sort((a, b) => a.score - b.score)
      .filter((r) => r.customers !== null && total > 0)
      .map((r) => {
        const share = r.customers! / total;
        const step = {...r, share, from, to: from + share};
        from += share;
        return step;
      });
  });
}

interface Hidden {
  axis: RfmOverTimeRow["axis"];
  as_of: string;
  from: number;
}

/** Where suppressed scores leave the top of a bar open. */
function hiddenParts(rows: readonly RfmOverTimeRow[], steps: readonly Step[]): Hidden[] {
  return rows
    .filter(
      (r, i) =>
        r.suppressed && rows.findIndex((q) => q.suppressed && q.axis === r.axis && q.as_of === r.as_of) === i,
    )
    .map(({axis, as_of}) => {
      const shown = steps.filter((s) => s.axis === axis && s.as_of === as_of);
      return {axis, as_of, from: Math.max(0, ...shown.map((s) => s.to))};
    });
}

const scores = [1, 2, 3, 4, 5] as const;

/** The distribution of scores at each as-of date, one panel per axis, bars of one hundred per cent. */
export function scoresOverTime(
  rows: readonly Marked<RfmOverTimeRow>[],
  wholes: ReadonlyMap<string, number>,
  options: ShapeOptions,
): Shape {
  const {locale, width} = options;
  const narrow = isNarrow(options);
  const steps = stackScores(rows, wholes);
  const hidden = hiddenParts(rows, steps);
  const height = narrow ? 620 : 300;
  const [margin, top, below] = [6, narrow ? 24 : 28, 30];
  const between = narrow ? 44 : Math.round(width * 0.055);
  const wide = narrow ? width - 2 * margin : (width - 2 * margin - 2 * between) / 3;
  const high = narrow ? (height - top - below - 2 * between) / 3 : height - top - below;
  const panels = (["r", "f", "m"] as const).map((axis, i) => {
    const left = margin + (narrow ? 0 : i * (wide + between));
    const bottom = top + high + (narrow ? i * (high + between) : 0);
    const name = sentenceCase(axes[axis][locale]);
    const time = timeBands(
      rows.map((r) => r.as_of),
      [left, left + wide],
      0.12,
    );
    const newest = time.dates.at(-1);
    const y = (share: number): number => bottom - share * high;
    const step = (as_of: string | undefined, score: number): Step | undefined =>
      steps.find((s) => s.axis === axis && s.as_of === as_of && s.score === score);
    const bars = time.dates.map((as_of) => {
      const open = hidden.find((h) => h.axis === axis && h.as_of === as_of);
      return [
        open
          ? {
              from: open.from,
              to: 1,
              fill: hatch(options),
              title: markWords([name, day(as_of, locale)], word("suppressed", locale), locale),
            }
          : null,
        ...scores.map((score) => {
          const s = step(as_of, score);
          return s && s.share > 0
            ? {
                from: s.from,
                to: s.to,
                fill: `var(--heat-${score})`,
                title: markWords(
                  [`${name} ${score}`, day(as_of, locale)],
                  `${customerCount(s.customers!, locale)}${locale === "zh" ? "，" : ", "}${percent(s.share, locale)}`,
                  locale,
                ),
                mark: s.mark,
              }
            : null;
        }),
      ];
    });
    const numbers = scores.map((score) => {
      const s = step(newest, score);
      const told = s !== undefined && s.share > 0.06;
      return textShape(told ? String(score) : "", {
        x: newest ? time.x(newest) : left,
        y: told ? y((s.from + s.to) / 2) : bottom,
        fill: score >= 4 ? "var(--heat-ink-high)" : "var(--heat-ink-low)",
        "font-weight": 600,
      });
    });
    return shape(
      "g",
      {},
      textShape(
        name,
        narrow
          ? {x: left, y: bottom - high - 12, "text-anchor": "start"}
          : {x: left + wide / 2, y: bottom - high - 14},
      ),
      ...dateBars(time, y, bars),
      ...numbers,
      ...(narrow && i < 2 ? [] : [dateLabels(time, bottom, options, [left, left + wide])]),
    );
  });
  return framed(options, height, panels);
}
