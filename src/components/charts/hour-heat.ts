import {bands} from "./bands.js";
import {hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";

/** One hour of one weekday: how many, as a share of the busiest hour (0 to 1); null where it is suppressed. */
interface HourCell {
  weekday: number;
  hour: number;
  share: number | null;
  text: string;
  title: string;
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string;
}

const steps = [0.2, 0.4, 0.6, 0.8];

/** The heat step of a share of the busiest hour, 1 to 5; 0 for none. */
function hourStep(share: number): number {
  return share <= 0 ? 0 : 1 + steps.filter((s) => share > s).length;
}

/** Every hour from the first to the last that any of them is in. */
function hoursOf(cells: readonly HourCell[]): number[] {
  if (cells.length === 0) return [];
  const hours = cells.map((c) => c.hour);
  const first = Math.min(...hours);
  return Array.from({length: Math.max(...hours) - first + 1}, (_, i) => first + i);
}

/**
 * Weekdays against hours of the day: the darker, the more. On a phone the hours run down and the days across, so that a
 * square stays large enough to be read. Hours without a contact between the first and the last one stand empty.
 */
export function hourHeat(
  cells: readonly HourCell[],
  weekdays: readonly string[],
  options: ShapeOptions,
): Shape {
  const narrow = isNarrow(options);
  const {width} = options;
  const hours = hoursOf(cells);
  const days = weekdays.map((_, i) => i + 1);
  const [across, down] = narrow ? [days, hours] : [hours, days];
  const [left, top] = [narrow ? 48 : 52, 30];
  const height = down.length * (narrow ? 26 : 32) + top + 4;
  const x = bands(across.length, left, width - 4);
  const y = bands(down.length, top, height - 4);
  const wide = (width - 60) / Math.max(1, across.length);
  const clock = (h: number): string => `${String(h).padStart(2, "0")}:00`;
  const dayName = (d: number): string => weekdays[d - 1] ?? "";
  const acrossName = narrow ? dayName : wide < 40 ? String : clock;
  const downName = narrow ? clock : dayName;

  const square = (weekday: number, hour: number, c: number, r: number): Shape => {
    const cell = cells.find((one) => one.weekday === weekday && one.hour === hour);
    const step = hourStep(cell?.share ?? 0);
    const rect = {
      x: x.start(c) + 1,
      y: y.start(r) + 1,
      width: Math.max(0, x.size - 2),
      height: y.size - 2,
      fill: cell?.share === null ? hatch(options) : `var(--heat-${step})`,
      "data-mark": cell?.mark,
    };
    return shape(
      "g",
      {},
      shape("rect", rect, ...(cell ? [titleShape(cell.title)] : [])),
      textShape(!cell || cell.share === null || wide < 30 ? "" : cell.text, {
        x: x.middle(c),
        y: y.middle(r),
        fill: step >= 4 ? "var(--heat-ink-high)" : "var(--heat-ink-low)",
        "font-size": 12,
        "pointer-events": "none",
      }),
    );
  };
  const heads = across.map((value, c) =>
    textShape(acrossName(value), {x: x.middle(c), y: top - 9, dy: "0em"}),
  );
  const lines = down.map((value, r) =>
    shape(
      "g",
      {},
      textShape(downName(value), {x: left - 9, y: y.middle(r), "text-anchor": "end"}),
      ...across.map((other, c) => (narrow ? square(other, value, c, r) : square(value, other, c, r))),
    ),
  );
  return framed(options, height, [shape("g", {}, ...heads), ...lines]);
}
