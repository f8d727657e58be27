import * as Plot from "@observablehq/plot";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";

/** One hour of one weekday: how many, as a share of the busiest hour (0 to 1); null where it is suppressed. */
export interface HourCell {
  weekday: number;
  hour: number;
  share: number | null;
  text: string;
  title: string;
}

const steps = [0.2, 0.4, 0.6, 0.8];

/** The heat step of a share of the busiest hour, 1 to 5; 0 for none. */
export function hourStep(share: number): number {
  return share <= 0 ? 0 : 1 + steps.filter((s) => share > s).length;
}

/**
 * Weekdays against hours of the day: the darker, the more. On a phone the hours run down and the days across, so that a
 * square stays large enough to be read. Hours without a contact between the first and the last one stand empty.
 */
export function hourHeat(
  cells: readonly HourCell[],
  weekdays: readonly string[],
  options: ChartOptions,
): SVGSVGElement {
  const narrow = isNarrow(options);
  const hours = cells.map((c) => c.hour);
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  const all = Array.from({length: last - first + 1}, (_, i) => first + i);
  const days = weekdays.map((_, i) => i + 1);
  const clock = (h: number): string => `${String(h).padStart(2, "0")}:00`;
  const [across, down] = narrow ? (["weekday", "hour"] as const) : (["hour", "weekday"] as const);
  const dayName = (d: number): string => weekdays[d - 1] ?? "";
  const name = (side: "weekday" | "hour") => (v: number) => (side === "weekday" ? dayName(v) : clock(v));
  const domain = {weekday: days, hour: all};
  const shown = cells.filter((c) => c.share !== null);
  const wide = (options.width - 60) / Math.max(1, domain[across].length);
  return draw(options, {
    height: domain[down].length * (narrow ? 26 : 32) + 34,
    marginLeft: narrow ? 48 : 52,
    marginRight: 4,
    marginTop: 30,
    marginBottom: 4,
    x: {
      domain: domain[across],
      axis: "top",
      tickSize: 0,
      label: null,
      padding: 0,
      tickFormat: wide < 40 && across === "hour" ? (h: number) => String(h) : name(across),
    },
    y: {domain: domain[down], tickSize: 0, label: null, padding: 0, tickFormat: name(down)},
    color: {type: "identity"},
    marks: [
      Plot.cell(
        days.flatMap((weekday) => all.map((hour) => ({weekday, hour}))),
        {x: across, y: down, fill: "var(--heat-0)", inset: 1},
      ),
      Plot.cell(shown, {
        x: across,
        y: down,
        inset: 1,
        fill: (c: HourCell) => `var(--heat-${hourStep(c.share!)})`,
        title: "title",
      }),
      Plot.cell(
        cells.filter((c) => c.share === null),
        {x: across, y: down, inset: 1, fill: hatch(options), title: "title"},
      ),
      wide >= 30
        ? Plot.text(shown, {
            x: across,
            y: down,
            text: "text",
            fill: (c: HourCell) => (hourStep(c.share!) >= 4 ? "var(--heat-ink-high)" : "var(--heat-ink-low)"),
            fontSize: 12,
            pointerEvents: "none",
          })
        : null,
    ],
  });
}
