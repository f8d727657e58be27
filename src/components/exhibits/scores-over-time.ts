import {cell, whyEmpty} from "../absent.js";
import {scoresOverTime, stackScores} from "../charts/scores-over-time.js";
import {cellMark} from "../drill/cell-mark.js";
import {count, day, percent, shortDay} from "../formats.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {axes, label, schemes, sentenceCase, word} from "../terms.js";
import {comparedEnds, partialNote, tooShort} from "../whole-window.js";
import type {Exhibit} from "./exhibit.js";

/** The distribution of scores at each as-of date. */
export function scoresExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const rows = cubes.read("rfm-over-time");
  const wholes = new Map(cubes.read("kpis").map((k) => [k.as_of, k.customers]));
  const steps = stackScores(rows, wholes);
  const dates = [...new Set(rows.map((r) => r.as_of))].sort();
  const five = (as_of: string | undefined): number | undefined =>
    steps.find((s) => s.axis === "f" && s.score === 5 && s.as_of === as_of)?.share;
  const {report} = cubes;
  const ends = comparedEnds(
    dates.map((as_of) => ({as_of})),
    report,
  );
  const [first, last] = ends?.map(({as_of}) => as_of) ?? [];
  const note = partialNote(dates, report, locale);
  const [before, now] = [five(first), five(last)];
  const title = locale === "zh" ? "得分分布的变化" : "How the scores are spread over time";
  const scheme = schemes[cubes.report.primary_scheme][locale];
  const says =
    first && last && before !== undefined && now !== undefined
      ? locale === "zh"
        ? `频度得5分的客户占比：${shortDay(first, locale)}为${percent(before, locale)}，${shortDay(last, locale)}为${percent(now, locale)}。`
        : `Customers with the top score for frequency: ${percent(before, locale)} on ${shortDay(first, locale)}, ${percent(now, locale)} on ${shortDay(last, locale)}.`
      : ends
        ? whyEmpty("change", locale)
        : tooShort(report, locale);
  return {
    id: "scores-over-time",
    title,
    subtitle:
      locale === "zh"
        ? `各得分的客户占比，每个截止日按当日的分界重新评分；${scheme}${note}`
        : `Share of customers by score, scored afresh with each date's own breaks; ${scheme}${note}`,
    says,
    legend: [
      ...([1, 2, 3, 4, 5] as const).map((s) => ({
        swatch: `heat-${s}`,
        label: locale === "zh" ? `${s}分` : `score ${s}`,
      })),
      ...(rows.some((r) => r.suppressed) ? [{swatch: "hatched", label: word("suppressed", locale)}] : []),
    ],
    draw: (options) =>
      scoresOverTime(
        rows.map((r) => ({
          ...r,
          mark: r.customers
            ? cellMark("scores-over-time", {axis: r.axis, score: r.score}, r.as_of)
            : undefined,
        })),
        wholes,
        options,
      ),
    twin: table(
      title,
      [
        {head: label("day", locale)},
        {head: label("score", locale)},
        ...(["r", "f", "m"] as const).map((a) => ({head: sentenceCase(axes[a][locale]), number: true})),
      ],
      dates.flatMap((d) =>
        ([5, 4, 3, 2, 1] as const).map((score) => ({
          cells: [
            day(d, locale),
            String(score),
            ...(["r", "f", "m"] as const).map((axis) => {
              const row = rows.find((r) => r.as_of === d && r.axis === axis && r.score === score);
              return cell(
                row?.customers ?? null,
                (x) => count(x, locale),
                {suppressed: row?.suppressed ?? false},
                "none",
                cubes.report,
                locale,
              );
            }),
          ],
        })),
      ),
    ),
  };
}
