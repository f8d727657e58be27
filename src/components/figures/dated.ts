import {type ChangeKind, change} from "../change.js";
import {sinceWords} from "../since-words.js";
import type {Site} from "../site.js";
import {sentenceCase} from "../terms.js";
import {isWhole} from "../whole-window.js";
import type {KeyFigure} from "./key-figure.js";

/**
 * A figure of the as-of dates: compared with the last quarter end before the as-of date and with the one a year before
 * that, which are a quarter and a year ago where the as-of date ends a quarter, and else named by their days. A figure of
 * the window is not compared with a date whose window is not whole; `windowed` is false of what has no window.
 */
export function dated(
  id: string,
  name: string,
  of: (as_of: string) => number | null,
  format: (x: number) => string,
  kind: ChangeKind,
  {cubes: {report}, locale}: Site,
  windowed = true,
): KeyFigure | null {
  const series = report.dates.map((as_of) => ({as_of, value: of(as_of)}));
  const now = series.at(-1)?.value ?? null;
  if (now === null) return null;
  const against = [series.at(-2), series.at(-5)].filter((p) => p !== undefined);
  return {
    id,
    name: sentenceCase(name),
    value: format(now),
    changes: against.map((p) => ({
      ...sinceWords(p.as_of, series.at(-1)!.as_of, locale),
      change: change(now, windowed && !isWhole(p.as_of, report) ? null : p.value, kind, locale),
    })),
    series,
    format,
  };
}

/** A figure without a history. */
export function plain(id: string, name: string, value: string): KeyFigure {
  return {id, name: sentenceCase(name), value, changes: [], series: [], format: String};
}
