import type {ExportName} from "../../cubes.js";
import {day, money, percent} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {sentenceCase} from "../terms.js";
import {phaseTerms, signalNeeds, signalTerms, sizeText} from "../warning-terms.js";
import {type CustomerRecord, type CustomerSignal, rowsOf} from "./record.js";

/** The signs that a customer shows now: which, by how much, since when, and the money at stake. */
export function alertsPart(customer: CustomerRecord, {cubes, locale}: Site): Html {
  const zh = locale === "zh";
  const {report} = cubes;
  const signals = rowsOf<CustomerSignal>(customer.signals);
  const {alert} = customer;
  const lacking = [...new Set(Object.values(signalNeeds) as ExportName[])].filter((name) => !cubes.has(name));
  const unseen =
    lacking.length > 0
      ? html`<p class="more">${zh ? "有些征兆需要导出文件：" : "Some signs need an export: "}${lacking.map((name, i) => html`${i > 0 ? (zh ? "、" : ", ") : ""}<code>${name}</code>`)}${zh ? "。" : "."}</p>`
      : null;
  if (signals.length === 0 || alert === null)
    return html`<p>${zh ? "目前没有任何征兆。" : "This customer shows no sign at the moment."}</p>${unseen}`;
  const [stake, risk] = [money(alert.at_stake, report, locale), money(alert.at_risk, report, locale)];
  const chance = alert.chance === null ? null : percent(alert.chance, locale);
  const said = zh
    ? `阶段：${phaseTerms[alert.phase].zh}，自${day(alert.since, locale)}起。涉及收入${stake}${chance === null ? "" : `，不再下单的概率${chance}，风险金额${risk}`}。`
    : `Phase: ${phaseTerms[alert.phase].en}, since ${day(alert.since, locale)}. ${stake} a year is at stake${chance === null ? "" : `, with a chance of ${chance} of no order: ${risk} at risk`}.`;
  return html`<p>${said}</p>
${table(
  zh ? "目前的征兆" : "Signs at the moment",
  [{head: zh ? "征兆" : "Sign"}, {head: zh ? "程度" : "By how much"}, {head: zh ? "自" : "Since"}],
  signals.map((s) => ({
    cells: [sentenceCase(signalTerms[s.signal][locale]), sizeText(s, locale), day(s.since, locale)],
  })),
)}${unseen}`;
}
