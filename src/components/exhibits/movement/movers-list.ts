import type {ClassMoverRow} from "../../../cubes/movement.js";
import type {ActionRow} from "../../../cubes/value.js";
import {customerLink} from "../../customer-link.js";
import {day, exactMoney} from "../../formats.js";
import {type Html, html} from "../../html.js";
import type {Site} from "../../site.js";
import {type ListOf, table} from "../../tables.js";
import {gridStageTerms, label, sentenceCase, walletStageTerms} from "../../terms.js";
import {classLabel} from "../../value-terms.js";

/** How many of each direction are listed; the rest are counted. */
export const mostMovers = 10;

function classOf(model: ClassMoverRow["model"], key: string, {locale}: Site): string {
  if (model === "metal") return classLabel("metal", key, locale);
  const terms: Readonly<Record<string, {en: string; zh: string}>> =
    model === "grid_stage" ? gridStageTerms : walletStageTerms;
  return sentenceCase(terms[key]?.[locale] ?? key);
}

/** Those of one model who moved one way, a row each. */
export function moversList(
  rows: readonly ClassMoverRow[],
  actions: readonly ActionRow[],
  site: Site,
  list: ListOf,
  caption = list.title,
): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const cash = (x: number): string => exactMoney(x, report, locale);
  const what = label(report.has_profit ? "profit" : "revenue", locale);
  const suggestion = (to: string): string => {
    const action = actions.find((a) => a.model === rows[0]?.model && a.class === to);
    if (!action) return "–";
    const draft = action.approver
      ? zh
        ? `（草案，须经${action.approver.zh}批准）`
        : ` (draft; ${action.approver.en})`
      : "";
    return action.action[locale] + draft;
  };
  return table(
    caption,
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: zh ? "由 → 到" : "From → to"},
      {head: zh ? "首见于" : "First seen there on"},
      {head: zh ? `之前${what}` : `${what} before`, number: true},
      {head: zh ? `之后${what}` : `${what} after`, number: true},
      {head: zh ? "变化" : "Change", number: true, ranks: true},
      {head: label("suggestion", locale)},
    ],
    rows.map((r) => ({
      cells: [
        customerLink(r.customer_id),
        r.name ?? "–",
        html`${r.direction === "up" ? "▲" : "▼"} ${classOf(r.model, r.from_class, site)} <span class="whole">→ ${classOf(r.model, r.to_class, site)}</span>`,
        html`<span class="mover-day">${day(r.seen_on, locale)}</span>`,
        cash(r.money_before),
        cash(r.money_after),
        cash(r.money_after - r.money_before),
        html`<span class="mover-suggestion">${suggestion(r.to_class)}</span>`,
      ],
    })),
    list,
  );
}
