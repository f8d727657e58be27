import * as Plot from "@observablehq/plot";
import {count, day, month} from "../formats.js";
import {word} from "../terms.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";
import {stageFill} from "./stage-colours.js";

/** Customers of one stage at one date; null where they are suppressed. */
export interface StageCount {
  as_of: string;
  stage: string;
  name: string;
  step: 1 | 2 | 3 | 4 | 5 | "lost" | null;
  customers: number | null;
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
  options: ChartOptions,
): SVGSVGElement {
  const {locale} = options;
  const narrow = isNarrow(options);
  const blocks = stackStages(counts, stages);
  const dates = [...new Set(counts.map((c) => c.as_of))].sort();
  const shown = narrow ? [dates[0], dates.at(-1)] : dates.filter((_, i) => (dates.length - 1 - i) % 4 === 0);
  return draw(options, {
    height: narrow ? 280 : 320,
    marginLeft: 44,
    marginRight: 14,
    marginTop: 24,
    marginBottom: 28,
    x: {
      domain: dates,
      ticks: shown.filter((d) => d !== undefined),
      tickFormat: (d: string) => month(d, locale),
      tickSize: 0,
      label: null,
      padding: 0.18,
    },
    y: {
      label: word("customers", locale),
      labelArrow: "none",
      ticks: 5,
      tickFormat: (d: number) => count(d, locale),
    },
    color: {type: "identity"},
    marks: [
      Plot.gridY({stroke: "var(--rule)", strokeOpacity: 1, ticks: 5}),
      Plot.barY(blocks, {
        x: "as_of",
        y1: "from",
        y2: "to",
        fill: (b: Block) => stageFill(b.step, hatch(options, b.stage === "unassessed" ? "thin" : "hatch")),
        insetTop: 1,
        title: (b: Block) => `${b.name}, ${day(b.as_of, locale)}: ${count(b.customers!, locale)}`,
      }),
      Plot.ruleY([0], {stroke: "var(--quiet)"}),
    ],
  });
}
