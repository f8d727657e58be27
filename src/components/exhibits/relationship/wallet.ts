import {type WalletRow, walletStages} from "../../../cubes.js";
import {needs, rowCells} from "../../absent.js";
import {walletBars} from "../../charts/wallet-bars.js";
import {day, money} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {outsideWords} from "../../outside-words.js";
import {settingOf} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {linkTo} from "../../site-map.js";
import {table} from "../../tables.js";
import {label, sentenceCase, walletStageTerms, word} from "../../terms.js";
import {windowWords} from "../../window-words.js";
import type {Exhibit} from "../exhibit.js";

/** Who only gave back, beside the stages; nobody where there are none. */
function outside(rows: readonly WalletRow[]): WalletRow[] {
  return rows.filter((r) => r.stage === "none" && r.customers !== 0);
}

/** Wallet stages at the newest date: customers, revenue, gap. */
export function walletExhibit(site: Site, linked: boolean): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const all = cubes.has("wallets") ? cubes.read("wallet").filter((r) => r.as_of === report.as_of) : [];
  const rows = walletStages.flatMap((s) => all.filter((r) => r.stage === s));
  const known = rows.filter((r): r is WalletRow & {gap: number} => r.gap !== null);
  const most = known.reduce<(WalletRow & {gap: number}) | null>(
    (best, r) => (r.gap > (best?.gap ?? 0) ? r : best),
    null,
  );
  const gap = known.reduce((sum, r) => sum + r.gap, 0);
  const title = locale === "zh" ? "客户采购份额（钱包份额）各阶段" : "Share-of-wallet stages";
  const beside = outside(all)
    .map((r) => `${locale === "zh" ? "；" : "; "}${outsideWords(r.customers, locale)}`)
    .join("");
  return {
    id: linked ? "wallet-small" : "wallet",
    needs: "wallets",
    title,
    subtitle:
      locale === "zh"
        ? `各份额阶段的客户数（含潜在客户）与金额，截至${day(report.as_of, locale)}${beside}`
        : `Accounts and money by wallet stage, as of ${day(report.as_of, locale)}${beside}`,
    says: most
      ? locale === "zh"
        ? `${rows.some((r) => r.suppressed) ? "未隐去各阶段的客户" : "这些客户"}向其他供应商采购${money(gap, report, locale)}，其中最多的是“${walletStageTerms[most.stage].zh}”阶段，${money(most.gap, report, locale)}。`
        : `${rows.some((r) => r.suppressed) ? "The accounts of the stages that are shown" : "These accounts"} buy ${money(gap, report, locale)} from others; most of it, ${money(most.gap, report, locale)}, in the wallet stage “${walletStageTerms[most.stage].en}”.`
      : locale === "zh"
        ? "没有可显示的份额缺口。"
        : "There is no wallet gap to show.",
    draw: (options) => walletBars(rows, options),
    twin: table(
      title,
      [
        {head: label("wallet_stage", locale)},
        {head: label("accounts", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("category_spend", locale), number: true},
        {head: label("gap", locale), number: true},
      ],
      [...rows, ...outside(all)].map((r) => {
        const as = rowCells(r, report, locale);
        return {
          cells: [
            sentenceCase(walletStageTerms[r.stage][locale]),
            as.count(r.customers),
            as.money(r.revenue),
            as.money(r.category_spend),
            as.money(r.gap),
          ],
        };
      }),
    ),
    ...(linked ? {link: {href: linkTo("wallet"), text: word("more", locale)}} : {}),
  };
}

/**
 * Our sales in the figures' own periods beside the revenue of the report's window, by wallet stage: two answers to two
 * questions, so that nobody takes the one for the other.
 */
export function walletReconciliation(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const title = zh ? "两种“我方销售额”的核对" : "Two figures of our sales, reconciled";
  if (!cubes.has("wallets")) return needs("wallets", title, locale);
  const all = cubes.read("wallet").filter((r) => r.as_of === report.as_of);
  const rows = walletStages.flatMap((s) => all.filter((r) => r.stage === s && s !== "unknown"));
  const months = settingOf(site, "wallet.period_months", 12);
  const note = zh
    ? `份额与缺口按每份数据自身的期间（截至其日期的${months}个月）计算；本报告其他各处的收入按${windowWords(report, locale)}计算。份额数据越旧，两者相差越多。`
    : `Share and gap are counted in each figure’s own period, the ${months} months that end on its day; revenue everywhere else in this report is counted over ${windowWords(report, locale)}. The older a figure, the further apart the two may be.`;
  return html`<p>${note}</p>
${table(
  title,
  [
    {head: label("wallet_stage", locale)},
    {head: label("accounts", locale), number: true},
    {head: zh ? "我方销售额，数据自身期间" : "Our sales, the figures’ own periods", number: true},
    {head: zh ? "收入，本报告窗口" : "Revenue, the report’s window", number: true},
    {head: zh ? "相差" : "Difference", number: true},
  ],
  [...rows, ...outside(all)].map((r) => {
    const as = rowCells(r, report, locale);
    return {
      cells: [
        sentenceCase(walletStageTerms[r.stage][locale]),
        as.count(r.customers),
        as.money(r.ours),
        as.money(r.revenue),
        as.money(r.revenue === null || r.ours === null ? null : r.revenue - r.ours),
      ],
    };
  }),
)}`;
}
