import type {
  RelianceAccountRow,
  SeniorVisitRow,
  StageMismatchRow,
  StaleAssessmentRow,
  WalletAccountRow,
} from "../../../cubes/relationship.js";
import {rowCells} from "../../absent.js";
import {customerLink} from "../../customer-link.js";
import {day, exactMoney, exactPercent} from "../../formats.js";
import type {Html} from "../../html.js";
import {basisName} from "../../relationship-terms.js";
import type {Site} from "../../site.js";
import {type ListOf, table} from "../../tables.js";
import {
  gridStageName,
  gridStageTerms,
  label,
  sentenceCase,
  walletStageName,
  walletStageTerms,
  word,
} from "../../terms.js";

/** Accounts that lean one way, a row each. */
export function relianceList(
  rows: readonly RelianceAccountRow[],
  {locale, cubes: {report}}: Site,
  list: ListOf,
  caption = list.title,
): Html {
  const as = rowCells({}, report, locale);
  return table(
    caption,
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: label("grid_stage", locale)},
      {head: label("personal", locale)},
      {head: label("company", locale)},
      {head: label("revenue", locale), number: true, ranks: true},
      {head: label("profit", locale), number: true},
    ],
    rows.map((r) => ({
      cells: [
        customerLink(r.customer_id),
        r.name ?? "–",
        sentenceCase(gridStageTerms[r.stage][locale]),
        `${r.personal} ${report.grid_levels.personal[locale][r.personal - 1] ?? ""}`,
        `${r.company} ${report.grid_levels.company[locale][r.company - 1] ?? ""}`,
        as.money(r.revenue),
        as.profit(r.profit),
      ],
    })),
    list,
  );
}

/** Accounts whose assessment is stale, a row each. */
export function staleList(
  rows: readonly StaleAssessmentRow[],
  {locale, cubes: {report}}: Site,
  list: ListOf,
  caption = list.title,
): Html {
  const zh = locale === "zh";
  const as = rowCells({}, report, locale);
  return table(
    caption,
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: label("grid_stage", locale)},
      {head: zh ? "最近评估" : "Last assessed"},
      {head: zh ? "距今天数" : "Days ago", number: true},
      {head: label("revenue", locale), number: true, ranks: true},
    ],
    rows.map((r) => ({
      cells: [
        customerLink(r.customer_id),
        r.name ?? "–",
        sentenceCase(gridStageTerms[r.stage][locale]),
        day(r.assessed_on, locale),
        as.count(r.days_ago),
        as.money(r.revenue),
      ],
    })),
    list,
  );
}

/** Accounts whose two stages disagree, a row each. */
export function mismatchList(
  rows: readonly StageMismatchRow[],
  {locale, cubes: {report}}: Site,
  list: ListOf,
  caption = list.title,
): Html {
  return table(
    caption,
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: label("kind", locale)},
      {head: label("grid_stage", locale)},
      {head: label("wallet_stage", locale)},
      {head: label("wallet_share", locale), number: true},
      {head: label("revenue", locale), number: true, ranks: true},
    ],
    rows.map((r) => ({
      cells: [
        customerLink(r.customer_id),
        r.name ?? "–",
        word(r.kind, locale),
        gridStageName(r.grid_stage, locale),
        walletStageName(r.wallet_stage, locale),
        exactPercent(r.share, locale),
        exactMoney(r.revenue, report, locale),
      ],
    })),
    list,
  );
}

/** The accounts with the largest gap, a row each. */
export function walletList(
  rows: readonly WalletAccountRow[],
  {locale, cubes: {report}}: Site,
  list: ListOf,
  caption = list.title,
): Html {
  const zh = locale === "zh";
  const as = rowCells({}, report, locale);
  return table(
    caption,
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: label("wallet_stage", locale)},
      {head: label("wallet_share", locale), number: true},
      {head: label("gap", locale), number: true, ranks: true},
      {head: zh ? "向我方采购，数据期间" : "Bought from us, the figure’s period", number: true},
      {head: zh ? "数据日期" : "Figure of"},
      {head: zh ? "距今天数" : "Days ago", number: true},
      {head: zh ? "依据" : "Basis"},
    ],
    rows.map((r) => ({
      cells: [
        customerLink(r.customer_id),
        r.name ?? "–",
        sentenceCase(walletStageTerms[r.stage][locale]),
        as.percent(r.share),
        as.money(r.gap),
        as.money(r.ours),
        day(r.figure_on, locale),
        as.count(r.days_ago),
        basisName(r.basis, locale),
      ],
    })),
    list,
  );
}

/** Stable and strategic accounts that no manager has visited of late, a row each. */
export function seniorVisitList(
  rows: readonly SeniorVisitRow[],
  {locale, cubes: {report}}: Site,
  list: ListOf,
  caption = list.title,
): Html {
  const zh = locale === "zh";
  const as = rowCells({}, report, locale);
  return table(
    caption,
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: label("wallet_stage", locale)},
      {head: label("wallet_share", locale), number: true},
      {head: zh ? "最近一次高层访问" : "Last senior visit"},
      {head: label("revenue", locale), number: true, ranks: true},
    ],
    rows.map((r) => ({
      cells: [
        customerLink(r.customer_id),
        r.name ?? "–",
        sentenceCase(walletStageTerms[r.stage][locale]),
        as.percent(r.share),
        r.senior_visit_on === null ? (zh ? "从未" : "never") : day(r.senior_visit_on, locale),
        as.money(r.revenue),
      ],
    })),
    list,
  );
}
