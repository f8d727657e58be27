import {cell, whyEmpty} from "../absent.js";
import {classesOverTime, classPoints} from "../charts/classes-over-time.js";
import {cellMark} from "../drill/cell-mark.js";
import {day, exactPercent, percent, shortDay} from "../formats.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {classes, label, measures, presets} from "../terms.js";
import {comparedEnds, partialNote, tooShort} from "../whole-window.js";
import {classRows} from "./abc.js";
import type {Exhibit} from "./exhibit.js";

/** The share of each class over the as-of dates, by the report's own preset. */
export function abcOverTimeExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {primary_abc_preset: preset, primary_abc_measure: measure} = cubes.report;
  const rows = classRows(site, preset, measure).map((r) => ({
    ...r,
    mark: r.customers ? cellMark("abc-over-time", {class: r.class}, r.as_of) : undefined,
  }));
  const points = classPoints(rows, measure);
  const dates = [...new Set(points.map((p) => p.as_of))];
  const title =
    locale === "zh"
      ? `各类客户的${measures[measure].zh}占比变化`
      : `Each class's share of ${measures[measure].en} over time`;
  const a = points.filter((p) => p.class === "A" && p.share !== null);
  const {report} = cubes;
  const [first, last] = comparedEnds(a, report) ?? [];
  const note = partialNote(dates, report, locale, "hollow");
  const sentence =
    first && last
      ? locale === "zh"
        ? `A类的${measures[measure].zh}占比从${shortDay(first.as_of, locale)}的${percent(first.share!, locale)}变为${shortDay(last.as_of, locale)}的${percent(last.share!, locale)}。`
        : `Class A’s share of ${measures[measure].en} went from ${percent(first.share!, locale)} on ${shortDay(first.as_of, locale)} to ${percent(last.share!, locale)} on ${shortDay(last.as_of, locale)}.`
      : comparedEnds(
            dates.map((as_of) => ({as_of})),
            report,
          )
        ? whyEmpty("change", locale)
        : tooShort(report, locale);
  const present = (["A", "B", "C", "D"] as const).filter((c) => points.some((p) => p.class === c));
  return {
    id: "abc-over-time",
    title,
    subtitle:
      locale === "zh"
        ? `${presets[preset].zh}；每个截止日重新计算${note}`
        : `Classes ${presets[preset].en}, computed afresh at each as-of date${note}`,
    says: sentence,
    draw: (options) => classesOverTime(rows, measure, options),
    twin: table(
      title,
      [{head: label("day", locale)}, ...present.map((c) => ({head: classes[c][locale], number: true}))],
      dates.map((d) => ({
        cells: [
          day(d, locale),
          ...present.map((c) => {
            const p = points.find((q) => q.as_of === d && q.class === c);
            return cell(
              p?.share ?? null,
              (x) => exactPercent(x, locale),
              {suppressed: p?.share === null},
              "none",
              cubes.report,
              locale,
            );
          }),
        ],
      })),
    ),
  };
}
