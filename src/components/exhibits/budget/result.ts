import type {Locale} from "../../../cubes.js";
import {type BudgetState, breakEven, type Plan, planBudget, type TierResult} from "../../budget-plan.js";
import {count, exactMoney, money, number, percent} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {table} from "../../tables.js";
import type {BudgetFacts} from "./facts.js";

/** Works a reader's plan out over the report's customers. */
export function planOf({tiers, by, cap}: BudgetState, facts: BudgetFacts): Plan {
  return planBudget(tiers, facts.customers, facts.curves[by], {
    ...(cap === null ? {} : {cap}),
    publicLimit: facts.public_limit,
  });
}

/** Money of the major unit in words: whole amounts as they are, others below a thousand exactly, or with three digits. */
export function cash(x: number, facts: BudgetFacts, locale: Locale): string {
  if (Number.isInteger(x) && Math.abs(x) < 1e6)
    return exactMoney(x, {currency: facts.currency, minor_digits: 0}, locale);
  if (Math.abs(x) < 1000) return exactCash(x, facts, locale);
  return money(Math.round(x * 10 ** facts.minor_digits), facts, locale);
}

/** A limit that a cost must stay below, exactly: never rounded up over itself. */
export function limitCash(x: number, facts: BudgetFacts, locale: Locale): string {
  const unit = 10 ** facts.minor_digits;
  return plainCash(Math.floor(x * unit + 1e-6) / unit, facts, locale);
}

/** Money of the major unit exactly, without a fraction that is nought. */
function plainCash(x: number, facts: BudgetFacts, locale: Locale): string {
  return Number.isInteger(x)
    ? exactMoney(x, {currency: facts.currency, minor_digits: 0}, locale)
    : exactCash(x, facts, locale);
}

/** Money of the major unit exactly. */
export function exactCash(x: number, facts: BudgetFacts, locale: Locale): string {
  return exactMoney(Math.round(x * 10 ** facts.minor_digits), facts, locale);
}

/** "customers 1–26", in the order of what they bring. */
function ranks(t: TierResult, locale: Locale): string {
  if (t.heads === 0) return "–";
  return `${count(t.before + 1, locale)}–${count(t.before + t.heads, locale)}`;
}

/** What a plan costs against the first one, and the cost of its last tier at which the two are equal. */
export function planSays(state: BudgetState, facts: BudgetFacts, locale: Locale): string {
  const zh = locale === "zh";
  const plan = planOf(state, facts);
  const first = planBudget(facts.plan_1, facts.customers);
  const each = cash(facts.plan_1[0]!.cost, facts, locale);
  const total = plainCash(plan.total, facts, locale);
  const against = plainCash(first.total, facts, locale);
  const last = plan.tiers.length - 1;
  const even = last > 0 ? breakEven(plan, last, first.total) : null;
  const head = zh
    ? `此方案共${total}，人均${plainCash(plan.perHead, facts, "zh")}；每人${each}则为${against}`
    : `This plan costs ${total} in all, ${plainCash(plan.perHead, facts, "en")} per customer; ${each} each would cost ${against}`;
  if (even === null) return `${head}${zh ? "。" : "."}`;
  const tail =
    even < 0
      ? zh
        ? "；其余各层已超过后者"
        : "; the other tiers alone cost more than that"
      : zh
        ? `；末层每人${limitCash(even, facts, "zh")}时二者相等`
        : `; the two are equal where the last tier costs ${limitCash(even, facts, "en")} per customer`;
  return `${head}${tail}${zh ? "。" : "."}`;
}

/** What should be looked at before anything is sent. */
function flags(plan: Plan, state: BudgetState, facts: BudgetFacts, locale: Locale): string[] {
  const zh = locale === "zh";
  const tier = (i: number): string => (zh ? `第${i + 1}层` : `tier ${i + 1}`);
  const above = plan.tiers.flatMap((t, i) => (t.aboveCap && t.heads > 0 ? [tier(i)] : []));
  const official = plan.tiers.flatMap((t, i) =>
    t.abovePublicLimit && t.publicCustomers !== 0 && t.heads > 0
      ? [
          t.publicCustomers === null
            ? tier(i)
            : zh
              ? `${tier(i)}${count(t.publicCustomers, "zh")}位`
              : `${count(t.publicCustomers, "en")} in ${tier(i)}`,
        ]
      : [],
  );
  const said: string[] = [];
  if (above.length > 0 && state.cap !== null)
    said.push(
      zh
        ? `${above.join("、")}的人均金额超过每人上限${cash(state.cap, facts, "zh")}。`
        : `Above the cap of ${cash(state.cap, facts, "en")} per recipient: ${above.join(", ")}.`,
    );
  if (official.length > 0 && facts.public_named && facts.public_customers !== 0)
    said.push(
      zh
        ? `公职人员：${official.join("、")}的礼品高于其上限${cash(facts.public_limit, facts, "zh")}；送出前须剔除或经合规批准。`
        : `Public officials: gifts above their limit of ${cash(facts.public_limit, facts, "en")} (${official.join(", ")}); leave them out, or have compliance approve.`,
    );
  return said;
}

/** A plan worked out: a sentence, flags and the tiers as a table; the same in the page and in the browser. */
export function budgetResult(state: BudgetState, facts: BudgetFacts, locale: Locale): Html {
  const zh = locale === "zh";
  const plan = planOf(state, facts);
  const worth = facts.curves[state.by].at(-1)?.amount ?? 0;
  const by = state.by === "profit" ? (zh ? "利润" : "profit") : zh ? "收入" : "revenue";
  const hidden = (t: TierResult): boolean => t.heads > 0 && (t.heads < facts.smallest || t.value === null);
  const value = (t: TierResult, written: string | null): Html | string =>
    hidden(t)
      ? html`<span class="absent suppressed">${zh ? "客户太少或不在公布点上" : "too few, or between published points"}</span>`
      : (written ?? "–");
  const all = plan.tiers.every((t) => t.value !== null);
  const rows = plan.tiers.map((t, i) => ({
    cells: [
      zh ? `第${i + 1}层` : `Tier ${i + 1}`,
      `${t.share}%`,
      count(t.heads, locale),
      ranks(t, locale),
      exactCash(t.cost, facts, locale),
      exactCash(t.total, facts, locale),
      plan.total > 0 ? percent(t.total / plan.total, locale) : "–",
      value(t, t.value === null ? null : exactCash(t.value, facts, locale)),
      value(t, t.value === null || worth <= 0 ? null : percent(t.value / worth, locale)),
      value(t, t.valuePerUnit === null ? null : number(t.valuePerUnit, locale)),
    ],
  }));
  const total = {
    cells: [
      zh ? "合计" : "Total",
      "100%",
      count(plan.customers, locale),
      "",
      exactCash(plan.perHead, facts, locale),
      exactCash(plan.total, facts, locale),
      plan.total > 0 ? "100%" : "–",
      exactCash(worth, facts, locale),
      worth > 0 ? "100%" : "–",
      plan.total > 0 && (all || worth !== 0) ? number(worth / plan.total, locale) : "–",
    ],
  };
  const warned = flags(plan, state, facts, locale);
  return html`<p class="budget-says">${planSays(state, facts, locale)}</p>${
    warned.length > 0 ? html`<ul class="budget-flags">${warned.map((w) => html`<li>${w}</li>`)}</ul>` : null
  }${table(
    zh ? "各层的花费与覆盖的价值" : "The tiers: what they cost, and the value they cover",
    [
      {head: zh ? "层级" : "Tier"},
      {head: zh ? "客户占比" : "Share of customers", number: true},
      {head: zh ? "人数" : "Heads", number: true},
      {head: zh ? "名次" : "Ranks", number: true},
      {head: zh ? "每人金额" : "Per customer", number: true},
      {head: zh ? "花费" : "Cost", number: true},
      {head: zh ? "花费占比" : "Share of cost", number: true},
      {head: zh ? `所带来的${by}` : `${by.charAt(0).toUpperCase()}${by.slice(1)} brought`, number: true},
      {head: zh ? `${by}占比` : `Share of ${by}`, number: true},
      {
        head: zh
          ? `每花${plainCash(1, facts, "zh")}对应的${by}`
          : `${by.charAt(0).toUpperCase()}${by.slice(1)} per ${plainCash(1, facts, "en")} spent`,
        number: true,
      },
    ],
    [...rows, total],
  )}`;
}
