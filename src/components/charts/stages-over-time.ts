import {count, day} from "../formats.js";
import {word} from "../terms.js";
import {hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {dateBars} from "./date-bars.js";
import {framed} from "./framed.js";
import {markWords} from "./mark-words.js";
import {type Shape, textShape} from "./shape.js";
import {stageFill} from "./stage-colours.js";
import {dateLabels, timeBands} from "./time-axis.js";
import {valueAxis} from "./value-axis.js";

/** Customers of one stage at one date; null where they are suppressed. */
export interface StageCount {
  as_of: string;
  stage: string;
  name: string;
  step: 1 | 2 | 3 | 4 | 5 | "lost" | null;
  customers: number | null;
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string | undefined;
}

interface Block extends StageCount {
  from: number;
  to: number;
}

/** Counts stacked in the order of `stages`, lowest first; a suppressed stage has no height. */
export function stackStages(counts: readonly StageCount[], stages: readonly string[]): Block[] {
  const dates = [...new Set(counts.map((c) => c.as_of))].sort();
  return dates.flatMap((as_of) => {
    const at = counts.filter((c) => c.as_of === as_of && c.customers !== null);
    let from = 0;
    return stages.flatMap((stage) => {
      const c = at.find((d) => d.stage === stage);
      if (!c || c.customers === 0) return [];
      const block = {...c, from, to: from + c.customers!};
      from = block.to;
      return [block];
    });
  });
}

/** Customers by stage at each as-of date: stacked bars from zero. */
export function stagesOverTime(
  counts: readonly StageCount[],
  stages: readonly string[],
  options: ShapeOptions,
): Shape {
  const {locale, width} = options;
  const blocks = stackStages(counts, stages);
  const height = isNarrow(options) ? 280 : 320;
  const plane = {left: 44, right: width - 14, top: 24, bottom: height - 28};
  const time = timeBands(
    counts.map((c) => c.as_of),
    [plane.left, plane.right],
    0.18,
  );
  const axis = valueAxis([0, Math.max(0, ...blocks.map((b) => b.to))], plane, (d) => count(d, locale));
  const at = new Map(blocks.map((b) => [`${b.as_of} ${b.stage}`, b]));
  return framed(options, height, [
    axis.grid,
    textShape(word("accounts", locale), {x: 3, y: 9, "text-anchor": "start"}),
    ...dateBars(
      time,
      axis.y,
      time.dates.map((as_of) =>
        stages.map((stage) => {
          const b = at.get(`${as_of} ${stage}`);
          return b
            ? {
                from: b.from,
                to: b.to,
                fill: stageFill(b.step, hatch(options, b.stage === "unassessed" ? "thin" : "hatch")),
                title: markWords([b.name, day(b.as_of, locale)], count(b.customers!, locale), locale),
                mark: b.mark,
              }
            : null;
        }),
      ),
    ),
    axis.zero,
    dateLabels(time, plane.bottom, options),
  ]);
}
