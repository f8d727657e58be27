import {needs} from "../absent.js";
import {count, exactMoney, exactPercent} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {gridStageName, gridStageTerms, label, walletStageName, word} from "../terms.js";

/** How many accounts the list shows; the rest are counted. */
const most = 20;

/** Accounts whose two stages disagree, the largest by revenue; audiences without names are told why there is no list. */
export function mismatchTable(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const title = locale === "zh" ? "两种阶段不一致的客户" : "Accounts whose two stages disagree";
  if (!cubes.has("relationships")) return needs("relationships", title, locale);
  if (!cubes.has("wallets")) return needs("wallets", title, locale);
  const rows = cubes.find("stage-mismatches");
  if (rows === null)
    return html`<p class="absent">${locale === "zh" ? "客户名单不向此类读者公布。" : "The list of accounts is not published for this audience."}</p>`;
  if (rows.length === 0)
    return html`<p>${locale === "zh" ? "没有不一致的客户。" : "No account's stages disagree."}</p>`;
  const rest = rows.length - most;
  return html`${table(
    title,
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: label("kind", locale)},
      {head: label("grid_stage", locale)},
      {head: label("wallet_stage", locale)},
      {head: label("wallet_share", locale), number: true},
      {head: label("revenue", locale), number: true},
    ],
    rows.slice(0, most).map((r) => ({
      cells: [
        r.customer_id,
        r.name ?? "–",
        word(r.kind, locale),
        gridStageName(r.grid_stage, locale),
        walletStageName(r.wallet_stage, locale),
        exactPercent(r.share, locale),
        exactMoney(r.revenue, report, locale),
      ],
    })),
  )}${rest > 0 ? html`<p class="more">${locale === "zh" ? `另有${count(rest, locale)}位。` : `and ${count(rest, locale)} more`}</p>` : null}`;
}

/** The least levels of each stage, in the report's own names. */
export function minimumsTable(site: Site): Html {
  const {locale, cubes} = site;
  const {grid_minimums, grid_levels} = cubes.report;
  return table(
    locale === "zh" ? "方格各阶段的最低等级" : "Least levels of each grid stage",
    [
      {head: label("grid_stage", locale)},
      {head: label("least_personal", locale)},
      {head: label("least_company", locale)},
    ],
    grid_minimums.map((m) => ({
      cells: [
        gridStageTerms[m.stage][locale],
        `${m.personal} ${grid_levels.personal[locale][m.personal - 1] ?? ""}`,
        `${m.company} ${grid_levels.company[locale][m.company - 1] ?? ""}`,
      ],
    })),
  );
}
