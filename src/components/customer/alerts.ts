import type {ExportName} from "../../cubes.js";
import {chancesWords} from "../chances-words.js";
import {horizonOf} from "../exhibits/warning/facts.js";
import {day, money, percent} from "../formats.js";
import {type Html, html} from "../html.js";
import {settingOf} from "../settings-in-force.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {sentenceCase} from "../terms.js";
import {beganOn, phaseTerms, signalNeeds, signalTerms, sinceText, sizeText} from "../warning-terms.js";
import {type CustomerRecord, type CustomerSignal, rowsOf} from "./record.js";

/** The signs that a customer shows now: which, by how much, since when, and the money at stake. */
export function alertsPart(customer: CustomerRecord, site: Site): Html {
  const {cubes, locale} = site;
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
  // A stretch of days that two signs look at is not when the trouble began.
  const began = signals
    .map(beganOn)
    .filter((d) => d !== null)
    .sort()[0];
  const until = customer.now.last_order_on === null ? null : day(customer.now.last_order_on, locale);
  const horizon = horizonOf(site) ?? settingOf(site, "backtest.horizon_days", 180);
  const said = zh
    ? `阶段：${phaseTerms[alert.phase].zh}${began === undefined ? "" : `，自${day(began, locale)}起`}。涉及收入${stake}，即截至末次下单日${until === null ? "" : `（${until}）`}365天的收入${chance === null ? "" : `；流失概率${chance}，风险金额${risk}`}。`
    : `Phase: ${phaseTerms[alert.phase].en}${began === undefined ? "" : `, since ${day(began, locale)}`}. At stake is ${stake}, the revenue of the 365 days up to its last order${until === null ? "" : ` on ${until}`}${chance === null ? "" : `; with a chance of a lapse of ${chance}, ${risk} is at risk`}.`;
  const chances = chance === null ? null : html`<p class="note">${chancesWords(horizon, locale)}</p>`;
  return html`<p>${said}</p>
${table(
  zh ? "目前的征兆" : "Signs at the moment",
  [{head: zh ? "征兆" : "Sign"}, {head: zh ? "程度" : "By how much"}, {head: zh ? "时间" : "When"}],
  signals.map((s) => ({
    cells: [
      sentenceCase(signalTerms[s.signal][locale]),
      sizeText(s, report, locale),
      sentenceCase(sinceText(s, site)),
    ],
  })),
)}${chances}${unseen}`;
}
