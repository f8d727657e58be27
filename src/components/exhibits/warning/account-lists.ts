import {
  type AlertListRow,
  type OpportunityListRow,
  signals,
  type TopAlertRow,
} from "../../../cubes/warning.js";
import {customerTable} from "../../customer-table.js";
import {day, exactMoney, percent} from "../../formats.js";
import {type Html, html} from "../../html.js";
import type {Site} from "../../site.js";
import type {ListOf} from "../../tables.js";
import {label, sentenceCase, walletStageName} from "../../terms.js";
import {
  fitTerms,
  opportunityTerms,
  phaseTerms,
  signalTerms,
  sinceText,
  sizeText,
} from "../../warning-terms.js";
import {standsOut} from "./facts.js";

// Lists alone: what draws a page's charts and judges its signs is no part of them.

/** How many accounts are listed before the reader asks for the others. */
export const shownAtOnce = 15;
/** How many the list has with the others. */
export const mostAlerts = 50;

/** Accounts with an alert, a row each; `signs` says what they show. */
export function accountsTable<Row extends AlertListRow | TopAlertRow>(
  caption: string,
  rows: readonly Row[],
  signs: (row: Row) => Html | string,
  {locale, cubes: {report}}: Site,
  list: ListOf | null = null,
): Html {
  const zh = locale === "zh";
  return customerTable(
    caption,
    [
      {head: zh ? "阶段" : "Phase", cell: (r) => sentenceCase(phaseTerms[r.phase][locale])},
      {head: zh ? "征兆" : "Signs", cell: (r) => signs(r)},
      {
        head: zh ? "风险金额" : "At risk",
        number: true,
        ranks: true,
        cell: (r) => (r.chance === 0 ? "–" : exactMoney(r.at_risk, report, locale)),
      },
      {
        head: zh ? "流失概率" : "Chance of a lapse",
        number: true,
        cell: (r) => (r.chance === null || r.chance === 0 ? "–" : percent(r.chance, locale)),
      },
      {head: zh ? "涉及收入" : "At stake", number: true, cell: (r) => exactMoney(r.at_stake, report, locale)},
    ],
    rows,
    locale,
    list,
  );
}

/** Each account of rows of signs, and what it shows. */
export function alertedOf(
  rows: readonly AlertListRow[],
  site: Site,
): {accounts: AlertListRow[]; signs: (row: AlertListRow) => Html} {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  return {
    accounts: [...new Map(rows.map((r) => [r.place, r])).values()],
    signs: (r) =>
      html`<ul class="signs">${rows
        .filter((s) => s.place === r.place)
        .sort((a, b) => signals.indexOf(a.signal) - signals.indexOf(b.signal))
        .map(
          (s) =>
            html`<li>${sentenceCase(signalTerms[s.signal][locale])}${zh ? "：" : ": "}${sizeText(s, cubes.report, locale)}${zh ? "，" : ", "}${sinceText(s, site)}</li>`,
        )}</ul>`,
  };
}

/** Accounts with an alert as they come, each sign with its size and since when. */
export function signsList(rows: readonly AlertListRow[], site: Site, list: ListOf): Html {
  const {accounts, signs} = alertedOf(rows, site);
  return accountsTable(list.title, accounts, signs, site, list);
}

/** Accounts with an alert, those that stand out first; only the names of their signs. */
export function topAlertList(rows: readonly TopAlertRow[], site: Site, list: ListOf): Html {
  const {locale} = site;
  const ordered = [true, false].flatMap((out) => rows.filter((r) => standsOut(r.phase, r.signals) === out));
  const signs = (r: TopAlertRow): string =>
    sentenceCase(r.signals.map((s) => signalTerms[s][locale]).join(locale === "zh" ? "、" : ", "));
  return accountsTable(list.title, ordered, signs, site, list);
}

/** Opportunities as they come, a row each. */
export function opportunityRows(rows: readonly OpportunityListRow[], {locale}: Site, list: ListOf): Html {
  const zh = locale === "zh";
  return customerTable(
    list.title,
    [
      {head: zh ? "日期" : "Date", cell: (r) => day(r.occurred_on, locale)},
      {head: zh ? "机会" : "Opportunity", cell: (r) => sentenceCase(opportunityTerms[r.kind][locale])},
      {head: label("wallet_stage", locale), cell: (r) => walletStageName(r.stage, locale)},
      {head: zh ? "用法" : "Fit", cell: (r) => sentenceCase(fitTerms[r.fit][locale])},
      {head: zh ? "备注" : "Note", cell: (r) => r.note ?? "–"},
    ],
    rows,
    locale,
    list,
  );
}
