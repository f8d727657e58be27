import type {ActionRow} from "../../cubes/value.js";
import type {Locale} from "../../cubes.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {classes, label, sentenceCase, type Term} from "../terms.js";
import {classLabel} from "../value-terms.js";
import {phaseTerms} from "../warning-terms.js";
import {primaryClass} from "./head.js";
import type {CustomerRecord} from "./record.js";
import {gridStageLabel, walletStageLabel} from "./words.js";

const models: Readonly<Record<string, Term>> = {
  alert_phase: {en: "Alert", zh: "预警"},
  value_type: {en: "Value type", zh: "价值类型"},
  wallet_stage: {en: "Wallet stage", zh: "份额阶段"},
  grid_stage: {en: "Grid stage", zh: "方格阶段"},
  abc: {en: "ABC", zh: "ABC"},
  rfm_segment: {en: "RFM segment", zh: "RFM细分"},
  rfm_band: {en: "RFM band", zh: "RFM分组"},
  metal: {en: "Migration pyramid", zh: "客户金字塔"},
  hsbc: {en: "HSBC", zh: "汇丰"},
  chase: {en: "Chase", zh: "大通"},
  everyone: {en: "Everyone", zh: "每位客户"},
};

/** The classes that a customer stands in now, by model, most urgent first: what its actions are looked up by. */
export function classesOf(customer: CustomerRecord, {cubes: {has}}: Site): [model: string, name: string][] {
  const {alert, types, relationship, rfm, pyramids} = customer;
  const flags = (["mvc", "mgc", "below_zero", "migrator"] as const).filter((flag) => types[flag]);
  const found: [string, string | null][] = [
    ["alert_phase", alert?.phase ?? null],
    ...flags.map((flag): [string, string] => ["value_type", flag]),
    ["wallet_stage", has("wallets") ? relationship.wallet_stage : null],
    ["grid_stage", has("relationships") ? relationship.grid_stage : null],
    ["abc", primaryClass(customer)],
    ["rfm_segment", rfm.segment],
    ["rfm_band", rfm.band],
    ["metal", pyramids.metal],
    ["hsbc", pyramids.hsbc],
    ["chase", pyramids.chase],
    ["everyone", "everyone"],
  ];
  return found.filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== "none");
}

function classWords(model: string, name: string, {locale}: Site): string {
  if (model === "abc") return classes[name as "A"][locale];
  if (model === "grid_stage") return gridStageLabel(name as "pre", locale);
  if (model === "wallet_stage") return walletStageLabel(name as "stable", locale);
  if (model === "alert_phase") return sentenceCase(phaseTerms[name as "warning"][locale]);
  return classLabel(model, name, locale);
}

/** Why nothing is suggested by the classes of purchases to a customer who only gave back. */
function refundsOnly(locale: Locale): string {
  return locale === "zh"
    ? "只有退款，没有订单：不属于按购买划分的任何类别（ABC、RFM、各金字塔、份额阶段），因此不按这些类别提出建议。"
    : "With refunds only, and no order, it is in none of the classes that rest on purchases (ABC, RFM, the pyramids, the stages of share of wallet): nothing is suggested by them.";
}

/** What the action library suggests for the customer's classes, why, and who would have to approve it. */
export function actionsPart(customer: CustomerRecord, actions: readonly ActionRow[], site: Site): Html {
  const {locale} = site;
  const zh = locale === "zh";
  const rows = classesOf(customer, site).flatMap(([model, name]) => {
    const title = `${models[model]![locale]}${model === "everyone" ? "" : `${zh ? "：" : ": "}${classWords(model, name, site)}`}`;
    return actions
      .filter((a) => a.model === model && a.class === name)
      .map((a, i) => ({
        cells: [
          i > 0 ? html`<span class="repeated">${title}</span>` : title,
          a.action[locale],
          a.reason[locale],
          a.approver ? (zh ? `草案，须经批准：${a.approver.zh}` : `draft; ${a.approver.en}`) : "–",
        ],
      }));
  });
  const {is_customer, is_refund_only} = customer.now;
  return html`<p class="suggestion-note">${
    zh
      ? html`<strong>仅为建议。</strong>由人判断是否采用；各模型的建议可能不同，须择一而行。草案须说明理由并经批准。`
      : html`<strong>Suggestions, not decisions.</strong> Models may suggest different things: people choose. Drafts need a reason and an approval.`
  }</p>
${!is_customer && is_refund_only ? html`<p>${refundsOnly(locale)}</p>` : null}
${table(
  zh ? "按客户所在类别的建议" : "Suggestions for the classes of this customer",
  [
    {head: label("class", locale)},
    {head: label("suggestion", locale)},
    {head: label("why", locale)},
    {head: label("approver", locale)},
  ],
  rows,
)}`;
}
