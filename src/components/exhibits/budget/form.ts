import type {Locale} from "../../../cubes.js";
import {type BudgetState, mostTiers} from "../../budget-plan.js";
import {type Html, html} from "../../html.js";
import type {BudgetFacts} from "./facts.js";

/** What the last tier is left with, in words; a dash where the others leave it nothing. */
export function restText(share: number): string {
  return share >= 1 ? `${share}%` : "–";
}

/** The fields of the tiers: the last one takes whoever is left. The same in the page and in the browser. */
export function tierFields({tiers}: BudgetState, locale: Locale): Html {
  const zh = locale === "zh";
  const last = tiers.length - 1;
  return html`${tiers.map((t, i) => {
    const name = zh ? `第${i + 1}层` : `Tier ${i + 1}`;
    return html`<fieldset data-tier="${i}"><legend>${name}</legend>
${
  i === last
    ? html`<p class="rest">${zh ? "其余" : "everyone else:"} <output>${restText(t.share)}</output></p>`
    : html`<label>${zh ? "客户占比（%）" : "share of customers, %"} <input type="number" inputmode="numeric" name="share" min="1" max="99" step="1" value="${t.share}"></label>`
}
<label>${zh ? "每人金额" : "cost per customer"} <input type="number" inputmode="decimal" name="cost" min="0" step="any" value="${t.cost}"></label>
${
  last > 0 && i < last
    ? html`<button type="button" data-action="remove" aria-label="${zh ? `删除${name}` : `Remove ${name.toLowerCase()}`}">${zh ? "删除" : "Remove"}</button>`
    : null
}</fieldset>
`;
  })}`;
}

/** The simulator's controls; they show where scripts run. */
export function budgetForm(state: BudgetState, facts: BudgetFacts, locale: Locale): Html {
  const zh = locale === "zh";
  const measures = [
    ["profit", zh ? "利润" : "profit"],
    ["revenue", zh ? "收入" : "revenue"],
  ].filter(([key]) => facts.curves[key as "revenue" | "profit"].length > 0);
  return html`<form class="budget-form" hidden>
<p class="budget-actions"><button type="button" data-action="plan_1">${zh ? "方案一：人人相同" : "Plan 1: the same for all"}</button>
<button type="button" data-action="plan_2">${zh ? "方案二：分层" : "Plan 2: by tier"}</button>
<button type="button" data-action="reset">${zh ? "重置" : "Reset"}</button></p>
<div class="budget-tiers">${tierFields(state, locale)}</div>
<p class="budget-actions"><button type="button" data-action="add" data-most="${mostTiers}">${zh ? "增加一层" : "Add a tier"}</button></p>
<p class="budget-rest"><label>${zh ? "客户排序依据" : "customers ranked by"} <select name="by">${measures.map(
    ([key, name]) =>
      html`<option value="${key}"${key === state.by ? html` selected` : null}>${name}</option>`,
  )}</select></label>
<label>${zh ? "每人上限（可不填）" : "cap per recipient (may be empty)"} <input type="number" inputmode="decimal" name="cap" min="0" step="any" value="${state.cap ?? ""}"></label></p>
<p class="budget-fault" role="alert"></p>
</form>`;
}
