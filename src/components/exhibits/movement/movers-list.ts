import type {ClassMoverRow} from "../../../cubes/movement.js";
import type {ActionRow} from "../../../cubes/value.js";
import {customerTable} from "../../customer-table.js";
import {day, exactMoney} from "../../formats.js";
import {type Html, html} from "../../html.js";
import type {Site} from "../../site.js";
import type {ListOf} from "../../tables.js";
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
  return customerTable(
    caption,
    [
      {
        head: zh ? "由 → 到" : "From → to",
        cell: (r) =>
          html`${r.direction === "up" ? "▲" : "▼"} ${classOf(r.model, r.from_class, site)} <span class="whole">→ ${classOf(r.model, r.to_class, site)}</span>`,
      },
      {
        head: zh ? "首见于" : "First seen there on",
        cell: (r) => html`<span class="mover-day">${day(r.seen_on, locale)}</span>`,
      },
      {head: zh ? `之前${what}` : `${what} before`, number: true, cell: (r) => cash(r.money_before)},
      {head: zh ? `之后${what}` : `${what} after`, number: true, cell: (r) => cash(r.money_after)},
      {
        head: zh ? "变化" : "Change",
        number: true,
        ranks: true,
        cell: (r) => cash(r.money_after - r.money_before),
      },
      {
        head: label("suggestion", locale),
        cell: (r) => html`<span class="mover-suggestion">${suggestion(r.to_class)}</span>`,
      },
    ],
    rows,
    locale,
    list,
  );
}
