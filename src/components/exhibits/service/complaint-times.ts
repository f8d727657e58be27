import type {ComplaintSummaryRow, ComplaintTimeRow} from "../../../cubes/service.js";
import {rowCells} from "../../absent.js";
import {groupBars} from "../../charts/group-bars.js";
import {linesOverTime} from "../../charts/lines-over-time.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, number, percent} from "../../formats.js";
import {quarterTimings} from "../../service-terms.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {sentenceCase} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {noComplaint} from "./complaint-funnel.js";
import {isNobody, limitOf, total} from "./facts.js";

/** Hours in words: "36 hours", "3 days" where they are whole days of more than two. */
export function hoursWords(hours: number, {locale}: Site): string {
  const days = hours / 24;
  const written = (x: number): string => (Number.isInteger(x) ? count(x, locale) : number(x, locale));
  if (hours > 48) return locale === "zh" ? `${written(days)}天` : `${written(days)} days`;
  const text = written(hours);
  return locale === "zh" ? `${text}小时` : `${text} ${hours === 1 ? "hour" : "hours"}`;
}

/** How long resolved complaints took, in bands around the limit. */
export function complaintTimes(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("complaint-times") ?? [];
  const now = (cubes.find("complaint-summary") ?? []).find((r) => r.as_of === report.as_of);
  const limit = limitOf(site);
  const title = zh ? "解决抱怨用了多久" : "How long complaints took to resolve";
  const name = (r: (typeof rows)[number]): string =>
    r.to_hours === null
      ? zh
        ? `超过${hoursWords(r.from_hours, site)}`
        : `over ${hoursWords(r.from_hours, site)}`
      : zh
        ? `至${hoursWords(r.to_hours, site)}`
        : `up to ${hoursWords(r.to_hours, site)}`;
  const all = total(rows.map((r) => r.complaints));
  const most = Math.max(1, ...rows.map((r) => r.complaints ?? 0));
  const missing = !isNobody(rows.map((r) => r.complaints))
    ? null
    : zh
      ? "窗口内没有已解决的抱怨。"
      : "No complaint of the window was resolved.";
  return {
    id: "complaint-times",
    needs: "complaints",
    missing,
    title,
    subtitle: zh
      ? `已解决的抱怨数，无论是否成立；限期${hoursWords(limit, site)}（设置，自定；文献举例：热线24小时、到场36小时）`
      : `Complaints resolved, valid or not; the limit is ${hoursWords(limit, site)} (setting, chosen; the source’s example is an answer in 24 hours, on site within 36)`,
    says: missing ?? timesSaid(rows, now, name, site),
    draw: (options) =>
      groupBars(
        rows.map((r) => ({
          key: String(r.band),
          name: sentenceCase(name(r)),
          colour: r.to_hours !== null && r.to_hours <= limit ? "up" : "down",
        })),
        [{key: "complaints", name: zh ? "抱怨数" : "Complaints"}],
        rows.map((r) => ({
          group: String(r.band),
          quantity: "complaints",
          share: r.complaints === null ? null : r.complaints / most,
          text:
            r.complaints === null
              ? "–"
              : all
                ? `${count(r.complaints, locale)} (${percent(r.complaints / all, locale)})`
                : count(r.complaints, locale),
          exact: r.complaints === null ? "–" : count(r.complaints, locale),
          suppressed: r.suppressed,
          mark: r.complaints ? cellMark("complaint-times", {time_band: r.band}) : undefined,
        })),
        options,
      ),
    legend: [
      {swatch: "moved-up", label: zh ? "限期内" : "within the limit"},
      {swatch: "moved-down", label: zh ? "超过限期" : "past the limit"},
    ],
    twin: table(
      title,
      [
        {head: zh ? "用时" : "Time"},
        {head: zh ? "抱怨数" : "Complaints", number: true},
        {head: zh ? "客户数" : "Customers", number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, report, locale);
        return {cells: [sentenceCase(name(r)), as.count(r.complaints), as.count(r.customers)]};
      }),
    ),
  };
}

/** How long they took, in a sentence: their middle, or the share within the limit where single times aren't told. */
function timesSaid(
  rows: readonly ComplaintTimeRow[],
  now: ComplaintSummaryRow | undefined,
  name: (row: ComplaintTimeRow) => string,
  site: Site,
): string {
  const {locale} = site;
  const zh = locale === "zh";
  const all = total(rows.map((r) => r.complaints));
  const [one] = rows.filter((r) => r.complaints !== 0);
  if (all === 1 && one)
    return zh
      ? `已解决的仅1件，用时：${name(one)}。`
      : `The one complaint that was resolved took ${name(one)}.`;
  if (now && now.median_hours !== null) {
    const half = hoursWords(now.median_hours, site);
    // Of fewer than ten, a tenth is nobody.
    const tenths = now.p90_hours !== null && (all === null || all >= 10);
    const most = tenths ? hoursWords(now.p90_hours!, site) : null;
    return zh
      ? `半数在${half}内解决${most ? `，九成在${most}内` : ""}。`
      : `Half were resolved within ${half}${most ? `, nine in ten within ${most}` : ""}.`;
  }
  const limit = limitOf(site);
  const within = total(
    rows.filter((r) => r.to_hours !== null && r.to_hours <= limit).map((r) => r.complaints),
  );
  if (all && within !== null)
    return zh
      ? `已解决的${count(all, locale)}件中，${percent(within / all, locale)}在${hoursWords(limit, site)}之内。`
      : `Of the ${count(all, locale)} resolved, ${percent(within / all, locale)} took no more than ${hoursWords(limit, site)}.`;
  return zh ? "已解决的太少，时间不予公布。" : "Too few were resolved for a time to be shown.";
}

/** The first days of the quarters from one such day to the quarter of another day, both with. */
function quartersTo(first: string, last: string): string[] {
  const number = (d: string): number =>
    Number(d.slice(0, 4)) * 4 + Math.floor((Number(d.slice(5, 7)) - 1) / 3);
  const from = number(first);
  return Array.from({length: Math.max(0, number(last) - from + 1)}, (_, i) => {
    const year = Math.floor((from + i) / 4);
    return `${year}-${String(((from + i) % 4) * 3 + 1).padStart(2, "0")}-01`;
  });
}

/** The share resolved within the limit, by the quarter of opening. */
export function complaintQuarters(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("complaint-quarters") ?? [];
  const oldest = rows.map((r) => r.quarter).sort()[0];
  // Quarters in which nobody complained have no rows.
  const quarters = oldest ? quartersTo(oldest, report.as_of) : [];
  const kinds = ["in_limit", "missed", "in_time"] as const;
  const of = (quarter: string, timing: (typeof kinds)[number]): number | null => {
    const row = rows.find((r) => r.quarter === quarter && r.timing === timing);
    return row ? row.complaints : 0;
  };
  const quarterName = (d: string): string =>
    zh
      ? `${d.slice(0, 4)}年第${Math.ceil(Number(d.slice(5, 7)) / 3)}季度`
      : `Q${Math.ceil(Number(d.slice(5, 7)) / 3)} ${d.slice(0, 4)}`;
  const points = quarters.map((quarter) => {
    const due = total([of(quarter, "in_limit"), of(quarter, "missed")]);
    const kept = of(quarter, "in_limit");
    if (!due || kept === null) return {as_of: quarter, value: null};
    const [k, n] = [count(kept, locale), count(due, locale)];
    return {
      as_of: quarter,
      value: kept / due,
      when: quarterName(quarter),
      exact: `${percent(kept / due, locale)}${zh ? `（${n}件中${k}件）` : ` (${k} of ${n})`}`,
      ...(kept > 0 ? {mark: cellMark("complaint-quarters", {quarter, timing: "in_limit"})} : {}),
    };
  });
  const known = points.filter((p): p is typeof p & {value: number} => p.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  // The newest quarters in which nobody complained; where their number is suppressed it isn't known.
  const opened = quarters.map((quarter) => total(kinds.map((kind) => of(quarter, kind))));
  const empty = quarters.slice(opened.findLastIndex((n) => n !== 0) + 1);
  const missing = isNobody(rows.map((r) => r.complaints)) ? noComplaint(site) : null;
  const title = zh ? "限期内解决的比例，按提出季度" : "Resolved within the limit, by the quarter of opening";
  const none =
    empty.length === 0
      ? ""
      : zh
        ? `${empty.length > 1 ? `${quarterName(empty[0]!)}至` : ""}${quarterName(empty.at(-1)!)}没有提出抱怨。`
        : empty.length > 1
          ? ` No complaint was opened from ${quarterName(empty[0]!)} to ${quarterName(empty.at(-1)!)}.`
          : ` No complaint was opened in ${quarterName(empty[0]!)}.`;
  return {
    id: "complaint-quarters",
    needs: "complaints",
    missing,
    title,
    subtitle: zh
      ? `占已解决与逾期未决之和的比例；截至${day(report.as_of, locale)}，仍在限期内的不计`
      : `Of those resolved or open past the limit, as of ${day(report.as_of, locale)}; those still in time are left aside`,
    says:
      missing ??
      (first && last && known.length > 1
        ? zh
          ? `${quarterName(first.as_of)}为${percent(first.value, locale)}，${quarterName(last.as_of)}为${percent(last.value, locale)}。`
          : `${percent(first.value, locale)} in ${quarterName(first.as_of)}, ${percent(last.value, locale)} in ${quarterName(last.as_of)}.`
        : last
          ? zh
            ? `${quarterName(last.as_of)}为${percent(last.value, locale)}。`
            : `${percent(last.value, locale)} in ${quarterName(last.as_of)}.`
          : zh
            ? "各季度的抱怨太少，比例不予公布。"
            : "The quarters hold too few complaints for shares to be shown.") + none,
    draw: (options) =>
      linesOverTime(
        [{name: zh ? "限期内" : "in the limit", colour: "up", points}],
        {axis: (v) => `${Math.round(v * 100)}%`, exact: (v) => percent(v, locale), highest: 1},
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "季度" : "Quarter"},
        ...kinds.map((k) => ({head: sentenceCase(quarterTimings[k][locale]), number: true})),
      ],
      quarters.map((quarter) => ({
        cells: [
          quarterName(quarter),
          ...kinds.map((k) => rowCells({suppressed: true}, report, locale).count(of(quarter, k))),
        ],
      })),
    ),
  };
}
