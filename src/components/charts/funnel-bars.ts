import {count} from "../formats.js";
import {sentenceCase, word} from "../terms.js";
import {bands} from "./bands.js";
import {hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {markWords} from "./mark-words.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {wrapped} from "./text-width.js";

/** What did not reach a step from the one before it: how many, and how it is drawn. */
export interface FunnelLoss {
  name: string;
  count: number;
  /** `lost` for good, `left` behind, or `untold`: it is too early, or can't be known. */
  kind: "lost" | "left" | "untold";
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string;
}

/** One step of a funnel: how many reached it (null: suppressed), in words, and what did not. */
export interface FunnelStep {
  key: string;
  name: string;
  count: number | null;
  text: string;
  losses: readonly FunnelLoss[];
  /** The losses in words. */
  lossText: string;
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string;
}

/** Bars from zero, one for each step, its losses behind it; name and number above, the losses in words below. */
export function funnelBars(steps: readonly FunnelStep[], options: ShapeOptions): Shape {
  const {width} = options;
  const high = Math.max(
    1,
    ...steps.map((s) => (s.count ?? 0) + s.losses.reduce((sum, l) => sum + l.count, 0)),
  );
  const [side, edge] = [1, 4];
  // On a phone the losses may take two lines.
  const height = steps.length * (isNarrow(options) ? 84 : 70) + 2 * edge;
  const unit = (width - 2 * side) / high;
  const y = bands(steps.length, edge, height - edge, 0.72);
  const room = (width / (isNarrow(options) ? 12 : 13)) * 0.98;
  const fills = {lost: "var(--down)", left: "var(--same)", untold: hatch(options)};
  const parts = steps.map((step, i) => {
    const bar = (
      from: number,
      {name, count, mark}: Pick<FunnelLoss, "name" | "count" | "mark">,
      value: string,
      look: {fill: string; "fill-opacity"?: number},
    ) =>
      shape(
        "rect",
        {
          x: side + from * unit,
          y: y.start(i),
          width: count * unit,
          height: y.size,
          ...look,
          "data-mark": mark,
        },
        titleShape(markWords([sentenceCase(name)], value, options.locale)),
      );
    let behind = step.count ?? 0;
    const losses = step.losses
      .filter((l) => l.count > 0)
      .map((l) => {
        const from = behind;
        behind += l.count;
        return bar(from, l, count(l.count, options.locale), {fill: fills[l.kind], "fill-opacity": 0.75});
      });
    const reached =
      step.count === null ? [] : [bar(0, {...step, count: step.count}, step.text, {fill: "var(--class-a)"})];
    const at = {x: side, "text-anchor": "start"};
    const said = step.count === null ? word("suppressed", options.locale) : step.text;
    return shape(
      "g",
      {},
      textShape(`${step.name}  ${said}`, {
        ...at,
        y: y.middle(i) - 21,
        fill: "var(--text)",
        "font-weight": 600,
        style: "white-space: pre",
      }),
      textShape(wrapped(step.lossText, room), {...at, y: y.middle(i) + 14, dy: "0.71em", leading: 1}),
      ...reached,
      ...losses,
    );
  });
  // The bars begin at the edge where their names begin: an axis there would run through the letters.
  return framed(options, height, parts);
}
