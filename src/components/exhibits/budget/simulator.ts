import {notShown} from "../../absent.js";
import {planBudget} from "../../budget-plan.js";
import {type GroupBar, groupBars} from "../../charts/group-bars.js";
import {customerCount} from "../../customer-count.js";
import {count, day, percent} from "../../formats.js";
import {type Html, html} from "../../html.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label} from "../../terms.js";
import {windowWords} from "../../window-words.js";
import type {Exhibit} from "../exhibit.js";
import {type BudgetFacts, budgetFacts} from "./facts.js";
import {budgetForm} from "./form.js";
import {budgetResult, cash, exactCash, planOf, planSays} from "./result.js";

const nobody = {en: "There are no customers to plan for.", zh: "没有可供计划的客户。"};

/** The simulator, drawn with the source's second plan; its controls come to life where scripts run. */
export function budgetSimulator(site: Site): Html {
  const {locale} = site;
  const zh = locale === "zh";
  const title = zh ? "按层分配礼品预算" : "Spread a gift budget over tiers";
  const facts = budgetFacts(site);
  if (!facts) return notShown(title, nobody[locale]);
  return html`<section class="budget" aria-label="${title}" data-locale="${locale}" data-facts="${JSON.stringify(facts)}">
<p class="chart-title">${title}</p>
<p class="chart-subtitle">${
    zh
      ? `${count(facts.customers, "zh")}位客户，按窗口内的贡献从大到小排列，${windowWords(site.cubes.report, "zh")}；各层之和恒为全部客户`
      : `${customerCount(facts.customers, "en")}, ranked by what they brought in, ${windowWords(site.cubes.report, "en")}; tiers always add up to all customers`
  }</p>
${budgetForm(facts.start, facts, locale)}
<div class="budget-result" aria-live="polite">${budgetResult(facts.start, facts, locale)}</div>
<p class="budget-note">${publicNote(facts, locale)}</p>
</section>`;
}

/** What the reader should know of public officials among the recipients. */
function publicNote(facts: BudgetFacts, locale: "en" | "zh"): string {
  const zh = locale === "zh";
  if (!facts.public_named)
    return zh
      ? "公职人员不得收受可能影响公务的礼品。本报告未注明哪些行业属于公共部门，因此无法计数和提示：送出之前请自行核对。"
      : "Public officials may not take gifts that could sway their office. This report doesn’t know which industries are the public sector’s, so it can neither count nor flag their accounts: check before anything is sent.";
  const n = facts.public_customers;
  const many =
    n === null ? (zh ? `不足${facts.smallest}位` : `fewer than ${facts.smallest}`) : count(n, locale);
  return zh
    ? `客户中属于公共部门行业的：${many}（按客户导出文件当前的行业）。其每人上限${cash(facts.public_limit, facts, "zh")}。`
    : `Accounts of the public sector among the customers: ${many}, by the industry in the customers export as it stands. Their limit is ${cash(facts.public_limit, facts, "en")} per recipient.`;
}

const names = {
  plan_1: {en: "Plan 1: the same for everyone", zh: "方案一：人人相同"},
  plan_2: {en: "Plan 2: by tier", zh: "方案二：分层"},
};

/** Both plans of the source: on its 1,000 customers, and on this report's. */
export function budgetPlans(site: Site): Html {
  const {locale} = site;
  const zh = locale === "zh";
  const caption = zh
    ? "文献的1,000位客户与本报告的客户"
    : "For the source’s 1,000 customers, and for this report’s";
  const facts = budgetFacts(site);
  if (!facts) return notShown(caption, nobody[locale]);
  const rows = ([1000, facts.customers] as const).flatMap((customers, i) =>
    (["plan_1", "plan_2"] as const).map((key) => {
      const plan = planBudget(facts[key], customers);
      const whose =
        i === 0
          ? zh
            ? `文献的${count(customers, "zh")}位客户`
            : `the source’s ${count(customers, "en")}`
          : zh
            ? `本报告的${count(customers, "zh")}位客户`
            : `this report’s ${count(customers, "en")}`;
      return {
        cells: [
          names[key][locale],
          whose,
          plan.tiers.map((t) => `${count(t.heads, locale)} × ${cash(t.cost, facts, locale)}`).join(" + "),
          exactCash(plan.total, facts, locale),
          exactCash(plan.perHead, facts, locale),
        ],
      };
    }),
  );
  return table(
    caption,
    [
      {head: zh ? "方案" : "Plan"},
      {head: label("customers", locale)},
      {head: zh ? "人数×每人金额" : "Customers × cost of each"},
      {head: zh ? "合计" : "Total", number: true},
      {head: zh ? "人均" : "Per customer", number: true},
    ],
    rows,
  );
}

/**
 * The second plan's tiers: of the customers, of the money spent, and of the value that they bring; `estimated` where those
 * whom a filter leaves are ranked anew.
 */
export function budgetExhibit(site: Site, estimated = false): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const title = zh
    ? "方案二：各层的客户、花费与价值"
    : "Plan 2: each tier’s share of customers, cost and value";
  const facts = budgetFacts(site);
  const by = cubes.report.has_profit ? ("profit" as const) : ("revenue" as const);
  const plan = facts ? planOf(facts.start, facts) : null;
  const worth = facts?.curves[by].at(-1)?.amount ?? 0;
  // Heads and cost are exact.
  const sized = !estimated
    ? ""
    : zh
      ? "；价值按金额大小分组估算，为约数"
      : "; value estimated from customers grouped by size";
  const none =
    estimated && cubes.report.smallest_cell > 1
      ? {en: "Too few customers can be shown.", zh: "客户太少，无法公布。"}
      : nobody;
  const tiers = plan?.tiers ?? [];
  const quantities = [
    {key: "customers", name: label("share_customers", locale)},
    {key: "cost", name: zh ? "花费占比" : "Share of cost"},
    {key: "value", name: label(by === "profit" ? "share_profit" : "share_revenue", locale)},
  ];
  const shareOf = (key: string, i: number): number | null => {
    const t = tiers[i]!;
    if (key === "customers") return plan!.customers > 0 ? t.heads / plan!.customers : null;
    if (key === "cost") return plan!.total > 0 ? t.total / plan!.total : null;
    return t.value === null || worth <= 0 ? null : t.value / worth;
  };
  const name = (i: number): string =>
    `${zh ? `第${i + 1}层` : `Tier ${i + 1}`} · ${cash(tiers[i]!.cost, facts!, locale)}`;
  const bars: GroupBar[] = quantities.flatMap((q) =>
    tiers.map((t, i) => {
      const share = shareOf(q.key, i);
      return {
        group: String(i),
        quantity: q.key,
        share,
        text: share === null ? "–" : percent(share, locale),
        exact: share === null ? "–" : percent(share, locale),
        suppressed: q.key === "value" && t.value === null,
      };
    }),
  );
  return {
    id: "budget-plan",
    missing: plan === null ? nobody[locale] : null,
    title,
    subtitle: zh
      ? `按${by === "profit" ? "利润" : "收入"}排列，截至${day(cubes.report.as_of, "zh")}；金额为设置所给（文献：VIP ${count(1000, "zh")}元，大客户月饼200元，其余一封信）${sized}`
      : `Ranked by ${by}, as of ${day(cubes.report.as_of, "en")}; amounts as in the settings (the source’s: a gift of 1,000, mooncakes of 200, a letter)${sized}`,
    says: facts ? planSays(facts.start, facts, locale) : none[locale],
    draw: (options) =>
      groupBars(
        tiers.map((_, i) => ({
          key: String(i),
          name: name(i),
          colour: ["class-a", "class-b", "class-c"][i] ?? "same",
        })),
        quantities,
        bars,
        options,
      ),
    twin: facts ? budgetResult(facts.start, facts, locale) : html``,
  };
}
