import type {RfmSegmentRow} from "../../cubes/value.js";
import {rowCells, whyEmpty} from "../absent.js";
import {type DatedPart, partsOverTime} from "../charts/parts-over-time.js";
import {cellMark} from "../drill/cell-mark.js";
import {day, percent, shortDay} from "../formats.js";
import {segmentFill, segmentOrder} from "../segments.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label} from "../terms.js";
import {classLabel} from "../value-terms.js";
import {comparedEnds, partialNote, tooShort} from "../whole-window.js";
import type {Exhibit} from "./exhibit.js";

/** Each segment's share of the customers at each as-of date. */
export function segmentsOverTimeExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = cubes.find("rfm-segments") ?? [];
  const order = segmentOrder(rows.map((r) => r.segment));
  const dates = [...new Set(rows.map((r) => r.as_of))].sort();
  const wholes = new Map(cubes.read("kpis").map((k) => [k.as_of, k.customers]));
  const at = (as_of: string, segment: string): RfmSegmentRow | undefined =>
    rows.find((r) => r.as_of === as_of && r.segment === segment);
  const parts: DatedPart[] = dates.flatMap((as_of) =>
    order.map((segment) => {
      const row = at(as_of, segment);
      return {
        as_of,
        part: segment,
        name: classLabel("rfm_segment", segment, locale),
        fill: segmentFill(segment),
        customers: row ? row.customers : 0,
        mark: row?.customers ? cellMark("segments-over-time", {segment}, as_of) : undefined,
      };
    }),
  );
  const share = (as_of: string | undefined): number | null => {
    const row = as_of === undefined ? undefined : at(as_of, order[0]!);
    const whole = as_of === undefined ? undefined : wholes.get(as_of);
    return row?.customers !== null && row?.customers !== undefined && whole ? row.customers / whole : null;
  };
  const {report} = cubes;
  const ends = comparedEnds(
    dates.map((as_of) => ({as_of})),
    report,
  );
  const [first, last] = ends?.map(({as_of}) => as_of) ?? [];
  const note = partialNote(dates, report, locale);
  const [before, now] = [share(first), share(last)];
  const title = zh ? "各细分的客户占比变化" : "How the segments have moved";
  const name = order[0] ? classLabel("rfm_segment", order[0], locale) : "";
  return {
    id: "segments-over-time",
    missing: dates.length < 2 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `占当日全部客户的比例，各截止日按当日分界评分${note}`
      : `Share of each date’s customers, scored with each date’s own breaks${note}`,
    says: !ends
      ? tooShort(report, locale)
      : before !== null && now !== null
        ? zh
          ? `“${name}”的占比：${shortDay(first!, locale)}为${percent(before, locale)}，${shortDay(last!, locale)}为${percent(now, locale)}。`
          : `${name}: ${percent(before, locale)} of customers on ${shortDay(first!, locale)}, ${percent(now, locale)} on ${shortDay(last!, locale)}.`
        : zh
          ? "部分细分客户太少，看不出变化。"
          : "Too little can be shown to tell a change.",
    draw: (options) => partsOverTime(parts, wholes, options),
    twin: table(
      title,
      [
        {head: label("day", locale)},
        ...order.map((s) => ({head: classLabel("rfm_segment", s, locale), number: true})),
      ],
      dates.map((d) => ({
        cells: [
          day(d, locale),
          ...order.map((s) => {
            const row = at(d, s);
            return rowCells(row ?? {}, cubes.report, locale).count(row ? row.customers : 0);
          }),
        ],
      })),
    ),
  };
}
