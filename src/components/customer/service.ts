import {needs, rowCells} from "../absent.js";
import {day, number} from "../formats.js";
import {type Html, html} from "../html.js";
import {causeDetails, causes, surveySteps} from "../service-terms.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {sentenceCase, type Term} from "../terms.js";
import {type CustomerComplaint, type CustomerRecord, type CustomerSurvey, rowsOf} from "./record.js";
import {dayOr, exportedWord, newestOf, yesNo} from "./words.js";

const timings: Record<CustomerComplaint["timing"], Term> = {
  in_limit: {en: "in the limit", zh: "限期内"},
  late: {en: "late", zh: "逾期解决"},
  overdue: {en: "open past the limit", zh: "逾期未决"},
  in_time: {en: "open, still in time", zh: "处理中，未到限期"},
};

const methods: Readonly<Record<string, Term>> = {
  interview: {en: "interview", zh: "访谈"},
  email: {en: "email", zh: "电子邮件"},
  fax: {en: "fax", zh: "传真"},
  letter: {en: "letter", zh: "信函"},
};

function more(text: string): Html | null {
  return text === "" ? null : html`<p class="more">${text}</p>`;
}

/** A customer's complaints, newest first: cause, when resolved against the limit, whether satisfied. */
export function complaintsPart(customer: CustomerRecord, {cubes, locale}: Site): Html {
  const zh = locale === "zh";
  const title = zh ? "抱怨" : "Complaints";
  if (!cubes.has("complaints")) return needs("complaints", title, locale);
  const rows = rowsOf<CustomerComplaint>(customer.complaints);
  if (rows.length === 0)
    return html`<p>${zh ? "没有抱怨记录。" : "No complaint of this customer is on record."}</p>`;
  const as = rowCells({}, cubes.report, locale);
  return html`${table(
    zh ? "抱怨记录，最近的在前" : "Complaints, newest first",
    [
      {head: zh ? "提出" : "Opened"},
      {head: zh ? "原因" : "Cause"},
      {head: zh ? "程度" : "Severity"},
      {head: zh ? "成立" : "Valid"},
      {head: zh ? "解决" : "Resolved"},
      {head: zh ? "对照限期" : "Against the limit"},
      {head: zh ? "满意" : "Satisfied"},
      {head: zh ? "赔偿" : "Compensation", number: true},
    ],
    rows.map((c) => ({
      cells: [
        day(c.opened_on, locale),
        `${sentenceCase(causes[c.cause][locale])}${c.detail === "unknown" ? "" : `${zh ? "：" : ": "}${causeDetails[c.detail][locale]}`}`,
        c.severity === null ? "–" : exportedWord(c.severity, locale),
        yesNo(c.is_valid, locale),
        c.resolved_on === null ? (zh ? "未解决" : "open") : day(c.resolved_on, locale),
        timings[c.timing][locale],
        yesNo(c.satisfied, locale),
        as.money(c.compensation),
      ],
    })),
  )}${more(newestOf(rows.length, customer.complaints?.all ?? 0, locale))}`;
}

/** The surveys sent to a customer, newest first: how far each came, and what the answer said. */
export function surveysPart(customer: CustomerRecord, {cubes, locale}: Site): Html {
  const zh = locale === "zh";
  const title = zh ? "满意度调查" : "Satisfaction surveys";
  if (!cubes.has("surveys")) return needs("surveys", title, locale);
  const rows = rowsOf<CustomerSurvey>(customer.surveys);
  if (rows.length === 0)
    return html`<p>${zh ? "没有发出过调查。" : "No survey was sent to this customer."}</p>`;
  return html`${table(
    zh ? "调查记录，最近的在前" : "Satisfaction surveys, newest first",
    [
      {head: zh ? "发出" : "Sent"},
      {head: zh ? "方式" : "By"},
      {head: zh ? "进展" : "Came to"},
      {head: zh ? "感知减期望" : "Perceived less expected", number: true},
      {head: zh ? "愿再购买" : "Means to buy"},
      {head: zh ? "愿推荐" : "Would recommend"},
    ],
    rows.map((s) => ({
      cells: [
        dayOr(s.sent_on, locale),
        s.method && Object.hasOwn(methods, s.method) ? methods[s.method]![locale] : (s.method ?? "–"),
        surveySteps[s.reached][locale],
        s.difference === null ? "–" : number(s.difference, locale),
        yesNo(s.intends_to_buy, locale),
        yesNo(s.would_recommend, locale),
      ],
    })),
  )}${more(newestOf(rows.length, customer.surveys?.all ?? 0, locale))}`;
}
