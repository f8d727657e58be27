import {needs} from "../../absent.js";
import {count} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {assessedAt, someOf} from "../../relationship-facts.js";
import type {Site} from "../../site.js";
import {mismatchList, seniorVisitList, staleList, walletList} from "./account-lists.js";
import {contactDays, contactRows} from "./contacts.js";

/** The largest accounts whose assessment is stale, by name; audiences without names are told why there is no list. */
export function staleTable(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const title = zh ? "评估已过期的客户（收入最高者）" : "The largest accounts with a stale assessment";
  if (!cubes.has("relationships")) return needs("relationships", title, locale);
  const rows = cubes.find("stale-assessments");
  if (rows === null)
    return html`<p class="absent">${zh ? "客户名单不向此类读者公布。" : "The list of accounts is not published for this audience."}</p>`;
  if (rows.length === 0) return html`<p>${zh ? "没有过期的评估。" : "No assessment is stale."}</p>`;
  const all = assessedAt(cubes.read("grid"), report.as_of).reduce((n, r) => n + (r.stale_customers ?? 0), 0);
  return staleList(rows, site, {id: "stale-assessments", title}, title + someOf(rows.length, all, locale));
}

/** How many accounts the list shows; its caption says of how many. */
const most = 20;

/** Accounts whose two stages disagree, the largest by revenue; audiences without names are told why there is no list. */
export function mismatchTable(site: Site): Html {
  const {locale, cubes} = site;
  const title = locale === "zh" ? "两种阶段不一致的客户" : "Accounts whose two stages disagree";
  if (!cubes.has("relationships")) return needs("relationships", title, locale);
  if (!cubes.has("wallets")) return needs("wallets", title, locale);
  const rows = cubes.find("stage-mismatches");
  if (rows === null)
    return html`<p class="absent">${locale === "zh" ? "客户名单不向此类读者公布。" : "The list of accounts is not published for this audience."}</p>`;
  if (rows.length === 0)
    return html`<p>${locale === "zh" ? "没有不一致的客户。" : "No account's stages disagree."}</p>`;
  const shown = [...rows].sort((a, b) => b.revenue - a.revenue).slice(0, most);
  return mismatchList(
    shown,
    site,
    {id: "mismatches", title},
    title + someOf(shown.length, rows.length, locale),
  );
}

/** The accounts with the largest gap, by name; audiences without names are told why there is no list. */
export function walletAccountsTable(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const title = zh ? "份额缺口最大的客户" : "The accounts with the largest wallet gap";
  if (!cubes.has("wallets")) return needs("wallets", title, locale);
  const rows = cubes.find("wallet-accounts");
  if (rows === null)
    return html`<p class="absent">${zh ? "客户名单不向此类读者公布。" : "The list of accounts is not published for this audience."}</p>`;
  if (rows.length === 0) return html`<p>${zh ? "没有客户有份额缺口。" : "No account has a gap."}</p>`;
  const n = count(rows.length, locale);
  const caption = zh
    ? `份额缺口最大的${n}位客户`
    : rows.length === 1
      ? "The one account with a wallet gap"
      : `The ${n} accounts with the largest wallet gap`;
  return walletList(rows, site, {id: "wallet-accounts", title}, caption);
}

/** Stable and strategic accounts without a regular senior visit, by name; audiences without names are told so. */
export function seniorVisitTable(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const {senior} = contactDays(site);
  const title = zh
    ? `稳定与战略合作客户中，${senior}天内没有高层互访者`
    : `Stable and strategic accounts without a senior visit in ${senior} days`;
  if (!cubes.has("wallets")) return needs("wallets", title, locale);
  if (!cubes.has("interactions")) return needs("interactions", title, locale);
  const high = contactRows(site).filter((r) => r.stage === "stable" || r.stage === "strategic");
  const without = high.map((r) =>
    r.customers === null || r.senior_customers === null ? null : r.customers - r.senior_customers,
  );
  const all = high.reduce((s, r) => s + (r.customers ?? 0), 0);
  const sum = without.reduce<number | null>((s, n) => (s === null || n === null ? null : s + n), 0);
  const sentence =
    sum === null
      ? null
      : zh
        ? `${count(all, locale)}位稳定与战略合作客户中，${count(sum, locale)}位在${senior}天内没有经理及以上人员访问。`
        : `Of ${count(all, locale)} stable and strategic accounts, ${count(sum, locale)} had no visit by a manager or higher in ${senior} days.`;
  const rows = cubes.find("senior-visits");
  if (rows === null)
    return html`${sentence ? html`<p>${sentence}</p>` : null}<p class="absent">${zh ? "客户名单不向此类读者公布。" : "The list of accounts is not published for this audience."}</p>`;
  if (rows.length === 0) return html`${sentence ? html`<p>${sentence}</p>` : null}`;
  return html`${sentence ? html`<p data-list-rest>${sentence}</p>` : null}${seniorVisitList(
    rows,
    site,
    {id: "senior-visits", title},
    title + someOf(rows.length, sum ?? rows.length, locale),
  )}`;
}
