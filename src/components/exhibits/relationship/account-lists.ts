import type {
  RelianceAccountRow,
  SeniorVisitRow,
  StageMismatchRow,
  StaleAssessmentRow,
  WalletAccountRow,
} from "../../../cubes/relationship.js";
import {rowCells} from "../../absent.js";
import {customerTable} from "../../customer-table.js";
import {day, exactMoney, exactPercent} from "../../formats.js";
import type {Html} from "../../html.js";
import {basisName} from "../../relationship-terms.js";
import type {Site} from "../../site.js";
import type {ListOf} from "../../tables.js";
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
  return customerTable(
    caption,
    [
      {head: label("grid_stage", locale), cell: (r) => sentenceCase(gridStageTerms[r.stage][locale])},
      {
        head: label("personal", locale),
        cell: (r) => `${r.personal} ${report.grid_levels.personal[locale][r.personal - 1] ?? ""}`,
      },
      {
        head: label("company", locale),
        cell: (r) => `${r.company} ${report.grid_levels.company[locale][r.company - 1] ?? ""}`,
      },
      {head: label("revenue", locale), number: true, ranks: true, cell: (r) => as.money(r.revenue)},
      {head: label("profit", locale), number: true, cell: (r) => as.profit(r.profit)},
    ],
    rows,
    locale,
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
  return customerTable(
    caption,
    [
      {head: label("grid_stage", locale), cell: (r) => sentenceCase(gridStageTerms[r.stage][locale])},
      {head: zh ? "最近评估" : "Last assessed", cell: (r) => day(r.assessed_on, locale)},
      {head: zh ? "距今天数" : "Days ago", number: true, cell: (r) => as.count(r.days_ago)},
      {head: label("revenue", locale), number: true, ranks: true, cell: (r) => as.money(r.revenue)},
    ],
    rows,
    locale,
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
  return customerTable(
    caption,
    [
      {head: label("kind", locale), cell: (r) => word(r.kind, locale)},
      {head: label("grid_stage", locale), cell: (r) => gridStageName(r.grid_stage, locale)},
      {head: label("wallet_stage", locale), cell: (r) => walletStageName(r.wallet_stage, locale)},
      {head: label("wallet_share", locale), number: true, cell: (r) => exactPercent(r.share, locale)},
      {
        head: label("revenue", locale),
        number: true,
        ranks: true,
        cell: (r) => exactMoney(r.revenue, report, locale),
      },
    ],
    rows,
    locale,
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
  return customerTable(
    caption,
    [
      {head: label("wallet_stage", locale), cell: (r) => sentenceCase(walletStageTerms[r.stage][locale])},
      {head: label("wallet_share", locale), number: true, cell: (r) => as.percent(r.share)},
      {head: label("gap", locale), number: true, ranks: true, cell: (r) => as.money(r.gap)},
      {
        head: zh ? "向我方采购，数据期间" : "Bought from us, the figure’s period",
        number: true,
        cell: (r) => as.money(r.ours),
      },
      {head: zh ? "数据日期" : "Figure of", cell: (r) => day(r.figure_on, locale)},
      {head: zh ? "距今天数" : "Days ago", number: true, cell: (r) => as.count(r.days_ago)},
      {head: zh ? "依据" : "Basis", cell: (r) => basisName(r.basis, locale)},
    ],
    rows,
    locale,
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
  return customerTable(
    caption,
    [
      {head: label("wallet_stage", locale), cell: (r) => sentenceCase(walletStageTerms[r.stage][locale])},
      {head: label("wallet_share", locale), number: true, cell: (r) => as.percent(r.share)},
      {
        head: zh ? "最近一次高层访问" : "Last senior visit",
        cell: (r) => (r.senior_visit_on === null ? (zh ? "从未" : "never") : day(r.senior_visit_on, locale)),
      },
      {head: label("revenue", locale), number: true, ranks: true, cell: (r) => as.money(r.revenue)},
    ],
    rows,
    locale,
    list,
  );
}
