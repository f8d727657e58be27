import {fontSize, type ShapeOptions} from "./chart-options.js";
import {halo} from "./halo.js";
import {type Shape, shape, textShape} from "./shape.js";
import {textWidth} from "./text-width.js";

/** What stands beside the end of a line, or of a part of the last bar, and the height at which that ends. */
interface EndLabel {
  text: string;
  y: number;
  /** How the line is drawn that it names, where lines end too near to each other to be told by the place alone. */
  sample?: {stroke: string; width: number; dashes?: string};
}

/** The room that a sample of a line takes before its label, in pixels. */
export const sampleRoom = 20;

/** The room that the widest of texts needs, in pixels. */
export function endRoom(texts: readonly string[], options: ShapeOptions): number {
  return Math.max(0, ...texts.map(textWidth)) * fontSize(options);
}

/**
 * Heights that are at least a line of type apart, as near to the wanted ones as it goes and in the same order: lower
 * ones give way downwards, and at the floor upwards. Pixels, in the order of `wanted`.
 */
export function apart(wanted: readonly number[], floor: number, leading = 17): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const at = [...wanted];
  let highest = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    at[i] = Math.max(at[i]!, highest);
    highest = at[i]! + leading;
  }
  let lowest = floor;
  for (const i of order.reverse()) {
    at[i] = Math.min(at[i]!, lowest);
    lowest = at[i]! - leading;
  }
  return at;
}

/** The labels from `x` to the right, none lower than `floor`, in the order given. */
export function endLabels(labels: readonly EndLabel[], x: number, floor: number): Shape {
  const at = apart(
    labels.map((l) => l.y),
    floor,
  );
  return shape(
    "g",
    {"text-anchor": "start", fill: "var(--text)", ...halo},
    ...labels.flatMap(({text, sample}, i) => {
      const y = at[i]!;
      if (!sample) return [textShape(text, {x, y})];
      const line = {x1: x, x2: x + sampleRoom - 6, y1: y, y2: y, stroke: sample.stroke};
      const look = {"stroke-width": sample.width, "stroke-dasharray": sample.dashes ?? null};
      return [shape("line", {...line, ...look}), textShape(text, {x: x + sampleRoom, y})];
    }),
  );
}
