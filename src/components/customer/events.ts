import {needs} from "../absent.js";
import {day} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {sentenceCase} from "../terms.js";
import {fitTerms, opportunityTerms} from "../warning-terms.js";
import {type CustomerEvent, type CustomerRecord, rowsOf} from "./record.js";
import {newestOf} from "./words.js";

/** The dated opportunities of a customer, newest first; those of late with what the stage makes of them. */
export function eventsPart(customer: CustomerRecord, {cubes, locale}: Site): Html {
  const zh = locale === "zh";
  const title = zh ? "机会事件" : "Opportunity events";
  if (!cubes.has("events")) return needs("events", title, locale);
  const rows = rowsOf<CustomerEvent>(customer.events);
  if (rows.length === 0)
    return html`<p>${zh ? "没有机会事件记录。" : "No event of this customer is on record."}</p>`;
  const said = newestOf(rows.length, customer.events?.all ?? 0, locale);
  return html`${table(
    zh ? "事件记录，最近的在前" : "Opportunity events, newest first",
    [
      {head: zh ? "日期" : "Day"},
      {head: zh ? "机会" : "Opportunity"},
      {head: zh ? "按份额阶段" : "By the wallet stage"},
      {head: zh ? "备注" : "Note"},
    ],
    rows.map((e) => ({
      cells: [
        day(e.occurred_on, locale),
        sentenceCase(opportunityTerms[e.kind][locale]),
        e.fit === null ? (zh ? "已过去" : "past") : sentenceCase(fitTerms[e.fit][locale]),
        e.note ?? "",
      ],
    })),
  )}${said === "" ? null : html`<p class="more">${said}</p>`}`;
}
