import {type ChangeKind, change} from "./change.js";
import {day} from "./formats.js";
import type {KeyFigure} from "./key-figure.js";
import type {Site} from "./site.js";
import {sentenceCase} from "./terms.js";

/**
 * A figure of the as-of dates: compared with the last quarter end before the as-of date and with the one a year before
 * that, each named by its day.
 */
export function dated(
  id: string,
  name: string,
  of: (as_of: string) => number | null,
  format: (x: number) => string,
  kind: ChangeKind,
  {cubes: {report}, locale}: Site,
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
      since: locale === "zh" ? `较${day(p.as_of, locale)}` : `since ${day(p.as_of, locale)}`,
      missing:
        locale === "zh" ? `${day(p.as_of, locale)}无可比数据` : `no figure for ${day(p.as_of, locale)}`,
      change: change(now, p.value, kind, locale),
    })),
    series,
    format,
  };
}

/** A figure without a history. */
export function plain(id: string, name: string, value: string): KeyFigure {
  return {id, name: sentenceCase(name), value, changes: [], series: [], format: String};
}
