import type {Locale, NoticeRow} from "../cubes.js";
import {count, day} from "./formats.js";
import {type Html, html} from "./html.js";
import {settingOf} from "./settings-in-force.js";
import type {Site} from "./site.js";
import {linkTo} from "./site-map.js";
import {exportTerms} from "./terms.js";

/** Under the overview's head: what may make the whole report mean nothing, with the way to where more stands. */
export function noticeLines(site: Site): Html {
  const warnings = site.cubes.read("notices").filter((row) => row.is_warning);
  if (warnings.length === 0) return html``;
  const more = site.locale === "zh" ? "详见数据页" : "More on the data page";
  return html`<div class="notices" role="note">${warnings.map(
    (row) => html`<p>${noticeSentence(row, site)}</p>
`,
  )}<p><a href="${linkTo("data")}#notices">${more}</a></p></div>`;
}

/** All that was noticed, for the data page: warnings first, with examples for those who may see ids. */
export function noticeList(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = cubes.read("notices");
  if (rows.length === 0)
    return html`<p>${zh ? "没有远离其余数据的日期；各导出文件的客户编号都对得上，上级客户也都在册。" : "No day stands apart from the rest of the data, every id matches a customer, and every parent is known."}</p>`;
  return html`<ul class="notices">${rows.map((row) => {
    const what = row.is_warning ? html`<strong>${zh ? "警告：" : "Warning: "}</strong>` : null;
    return html`<li>${what}${noticeSentence(row, site)}${exampleOf(row, locale)}</li>
`;
  })}</ul>`;
}

function exampleOf({code, example}: NoticeRow, locale: Locale): Html | null {
  if (example === null) return null;
  const isPlace = code === "last_day_apart" || code === "first_day_apart";
  const zh = locale === "zh";
  const before = isPlace ? (zh ? "位置：" : " It stands at ") : zh ? "例如：" : " For example ";
  return html`${before}<code>${example}</code>${zh ? "。" : "."}`;
}

/** What was noticed, as one or two sentences: what stands there, and what to do where it is a warning. */
export function noticeSentence(row: NoticeRow, site: Site): string {
  const {locale} = site;
  const days = count(settingOf(site, "checks.apart_days", 180), locale);
  const on = (iso: string | null): string => (iso === null ? "" : day(iso, locale));
  return (locale === "zh" ? sayZh : sayEn)(row, days, on);
}

function sayEn(row: NoticeRow, days: string, on: (iso: string | null) => string): string {
  const {code, rows, of_rows, ids, day: then, rest_day: rest} = row;
  const n = (x: number | null): string => (x === null ? "" : count(x, "en"));
  const one = rows === 1;
  const export_ = exportTerms[row.export].en;
  switch (code) {
    case "last_day_apart":
      return `${n(rows)} of ${n(of_rows)} order lines ${one ? "lies" : "lie"} more than ${days} days after all others, which end on ${on(rest)}; the last is of ${on(then)}. If that is a slip in the data, what this report says as of such a day means little: mend the line, or set as_of.`;
    case "first_day_apart":
      return `${n(rows)} of ${n(of_rows)} order lines ${one ? "lies" : "lie"} more than ${days} days before all others, which begin on ${on(rest)}; the first is of ${on(then)}. If that is a slip in the data, mend the line or leave it out.`;
    case "as_of_late":
      return `The report is as of ${on(then)}, more than ${days} days after the last order line, of ${on(rest)}: every customer looks silent. Set as_of to that day, or leave it out.`;
    case "unmatched": {
      const share = row.is_warning
        ? ` What the report says on ${export_} is therefore about few customers or none; write the ids alike in all exports.`
        : "";
      if (rows === null)
        return `${row.is_warning ? "Most" : "Some"} rows of ${export_} match no customer.${share}`;
      const told = ids === null ? "" : `, of ${n(ids)} ${ids === 1 ? "id" : "ids"},`;
      return `${n(rows)} of ${n(of_rows)} rows of ${export_}${told} ${one ? "matches" : "match"} no customer.${share}`;
    }
    case "not_listed":
      return "No customer with order lines stands in the customers export: regions, industries and names are missing everywhere. Write the ids alike in both.";
    case "unknown_parent":
      return `${rows === null ? "Some accounts have" : one ? "1 account has" : `${n(rows)} accounts have`} a parent that is no customer.`;
    case "own_parent":
      return `${rows === null ? "Some accounts are their" : one ? "1 account is its" : `${n(rows)} accounts are their`} own parent.`;
    case "parent_loop":
      return `${rows === null ? "Some accounts stand" : one ? "1 account stands" : `${n(rows)} accounts stand`} in a ring of parents.`;
  }
}

function sayZh(row: NoticeRow, days: string, on: (iso: string | null) => string): string {
  const {code, rows, of_rows, ids, day: then, rest_day: rest} = row;
  const n = (x: number | null): string => (x === null ? "" : count(x, "zh"));
  const export_ = exportTerms[row.export].zh;
  switch (code) {
    case "last_day_apart":
      return `${n(of_rows)}行订单中有${n(rows)}行晚于其余各行${days}天以上：其余止于${on(rest)}，最后一行为${on(then)}。如系数据有误，本报告以该日为截止日的结论意义不大：请更正该行，或设置as_of。`;
    case "first_day_apart":
      return `${n(of_rows)}行订单中有${n(rows)}行早于其余各行${days}天以上：其余始于${on(rest)}，最早一行为${on(then)}。如系数据有误，请更正或剔除该行。`;
    case "as_of_late":
      return `本报告截至${on(then)}，晚于最后一行订单（${on(rest)}）${days}天以上：所有客户都像是久未下单。请将as_of设为该日，或不设。`;
    case "unmatched": {
      const share = row.is_warning
        ? `因此本报告关于${export_}的结论只涉及极少客户，甚至没有；请统一各导出文件的客户编号。`
        : "";
      if (rows === null) return `${export_}的${row.is_warning ? "多数" : "部分"}行找不到对应客户。${share}`;
      return `${export_}的${n(of_rows)}行中有${n(rows)}行${ids === null ? "" : `（${n(ids)}个编号）`}找不到对应客户。${share}`;
    }
    case "not_listed":
      return "有订单的客户无一在客户资料中：各处都缺少地区、行业与名称。请统一两个导出文件的客户编号。";
    case "unknown_parent":
      return `${rows === null ? "部分" : `${n(rows)}位`}客户的上级客户不在册。`;
    case "own_parent":
      return `${rows === null ? "部分" : `${n(rows)}位`}客户的上级客户是其自身。`;
    case "parent_loop":
      return `${rows === null ? "部分" : `${n(rows)}位`}客户的上级关系首尾相接，成一环。`;
  }
}
