import type {ExportName, InputRow, LedgerCube, QualityRow, SettingRow} from "../../cubes.js";
import {absent, cell} from "../absent.js";
import {count, day, exactMoney} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {exportTerms, label, reasons, sentenceCase, word} from "../terms.js";

const exportName = (name: ExportName, site: Site): Html =>
  html`${sentenceCase(exportTerms[name][site.locale])} <code>${name}</code>`;

/** One line per export: rows and money read, used and rejected, days, hash; what is missing says so. */
export function inputsTable(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const none = absent("none", report, locale);
  const n = (x: number): string => count(x, locale);
  const rows = cubes.read("inputs");
  const money = (x: number | null): Html | string => (x === null ? none : exactMoney(x, report, locale));
  const line = (r: InputRow): (Html | string)[] =>
    r.present
      ? [
          exportName(r.export, site),
          n(r.files),
          n(r.rows_read),
          n(r.rows_used),
          n(r.rows_rejected),
          r.first_day ? day(r.first_day, locale) : none,
          r.last_day ? day(r.last_day, locale) : none,
          r.hash ? html`<code>${r.hash}</code>` : none,
        ]
      : [exportName(r.export, site), word("not_present", locale), none, none, none, none, none, none];
  const moneyRows = rows.filter((r) => r.money_read !== null);
  return html`${table(
    locale === "zh" ? "导出文件" : "Exports",
    [
      {head: label("export", locale)},
      {head: label("files", locale), number: true},
      {head: label("rows_read", locale), number: true},
      {head: label("rows_used", locale), number: true},
      {head: label("rows_rejected", locale), number: true},
      {head: label("first_day", locale)},
      {head: label("last_day", locale)},
      {head: label("hash", locale)},
    ],
    rows.map((r) => ({cells: line(r)})),
  )}${
    moneyRows.length > 0
      ? table(
          locale === "zh" ? "导出文件中的金额" : "Money in the exports",
          [
            {head: label("export", locale)},
            {head: label("money_read", locale), number: true},
            {head: label("money_used", locale), number: true},
            {head: label("money_rejected", locale), number: true},
          ],
          moneyRows.map((r) => ({
            cells: [
              exportName(r.export, site),
              money(r.money_read),
              money(r.money_used),
              money(r.money_rejected),
            ],
          })),
        )
      : moneyHidden(rows, site)
  }`;
}

/** Why the exports' money is not told, where it would tell what those who are left out elsewhere gave back. */
function moneyHidden(rows: readonly InputRow[], {locale}: Site): Html | null {
  if (!rows.some((r) => r.export === "transactions" && r.present)) return null;
  return locale === "zh"
    ? html`<p>导出文件中的金额不予公布：与账目合计相减，会得出少数仅有退款的客户退了多少。</p>`
    : html`<p>The money of the exports is not told: less the ledger’s, it would tell what the few customers with refunds only gave back.</p>`;
}

/** Who is left out of all that the report counts, and why. */
function refundersLeftOut({refund_only_customers: back}: LedgerCube, {locale, cubes}: Site): Html | null {
  if (back !== null) return null;
  const smallest = count(cubes.report.smallest_cell, locale);
  return locale === "zh"
    ? html`<p>仅有退款的客户在全体、某一地区、行业或阶段中少于${smallest}位，不计入本报告的任何人数和金额：有的表含他们，有的不含，相减就会得出他们的数字。</p>`
    : html`<p>Customers with refunds only are left out of every count and sum of this report: in all, or in a region, an industry or a stage, they are fewer than ${smallest}, and the difference between a table that holds them and one that doesn’t would tell theirs.</p>`;
}

/** A reason in the page's language with its code; a code without words stands as it is. */
function reasonCell(row: QualityRow, site: Site): Html {
  const known = Object.hasOwn(reasons, row.reason) ? reasons[row.reason] : undefined;
  return known
    ? html`${sentenceCase(known[site.locale])} <code>${row.reason}</code>`
    : html`<code>${row.reason}</code>`;
}

/** Why rows were not used: rows and money by reason. */
export function qualityTable(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const rows = cubes.read("quality");
  const examples = rows.some((r) => r.example !== null);
  const caption = locale === "zh" ? "未用的行及原因" : "Rows not used, and why";
  if (rows.length === 0) return html`<p>${locale === "zh" ? "所有行都已使用。" : "Every row was used."}</p>`;
  return table(
    caption,
    [
      {head: label("reason", locale)},
      {head: label("export", locale)},
      {head: label("column", locale)},
      {head: label("rows", locale), number: true},
      {head: label("money_rejected", locale), number: true},
      {head: label("money_unread", locale), number: true},
      ...(examples ? [{head: label("example", locale)}] : []),
    ],
    rows.map((r) => ({
      cells: [
        reasonCell(r, site),
        exportName(r.export, site),
        r.column ? html`<code>${r.column}</code>` : absent("none", report, locale),
        count(r.rows, locale),
        cell(r.money, (x) => exactMoney(x, report, locale), {}, "none", report, locale),
        count(r.money_unread, locale),
        ...(examples ? [r.example ? html`<code>${r.example}</code>` : absent("none", report, locale)] : []),
      ],
    })),
  );
}

/** What the ledger holds over all days. */
export function ledgerTable(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const l = cubes.read("ledger");
  const n = (x: number): string => count(x, locale);
  const told = (x: number | null): Html | string =>
    x === null ? absent("suppressed", report, locale) : n(x);
  const lines: [string, Html | string][] = [
    [locale === "zh" ? "账上客户数" : "Customers on the ledger", n(l.customers)],
    [locale === "zh" ? "其中仅有退款的客户" : "Of them, with refunds only", told(l.refund_only_customers)],
    [
      locale === "zh" ? "历来收入为负的客户（退款多于购买）" : "Customers with negative revenue in all",
      told(l.below_zero_customers),
    ],
    [label("at_zero", locale), told(l.at_zero_customers)],
    [label("prospects", locale), told(l.prospects)],
    [label("orders", locale), n(l.orders)],
    [label("customer_days", locale), n(l.customer_days)],
    [label("revenue", locale), exactMoney(l.revenue, report, locale)],
    [
      label("profit", locale),
      cell(l.profit, (x) => exactMoney(x, report, locale), {}, "no-cost", report, locale),
    ],
    [label("first_day", locale), day(l.first_day, locale)],
    [label("last_day", locale), day(l.last_day, locale)],
    [
      locale === "zh" ? "截止日之后的行（不计入本报告）" : "Lines after the as-of date (outside this report)",
      n(l.lines_after_as_of),
    ],
    ...(l.uncosted_lines > 0 && l.profit !== null
      ? [
          [
            locale === "zh" ? "没有成本的行（不计入利润）" : "Lines without a cost, left out of profit",
            n(l.uncosted_lines),
          ] as [string, string],
        ]
      : []),
  ];
  return html`${table(
    locale === "zh" ? "截至日以前的全部账目" : "The ledger over all days to the as-of date",
    [{head: label("figure", locale)}, {head: label("value", locale), number: true}],
    lines.map((cells) => ({cells})),
  )}${refundersLeftOut(l, site)}`;
}

/** Settings in force: those that the report changes, then, folded, those left at their default. */
export function settingsTable({locale, cubes}: Site): Html {
  const zh = locale === "zh";
  const part = (caption: string, changed: boolean, rows: readonly SettingRow[]): Html =>
    table(
      caption,
      [{head: label("setting", locale)}, {head: label("value", locale)}, {head: label("origin", locale)}],
      rows.map((s) => ({
        cells: [
          html`<code>${s.key}</code>`,
          html`<code>${s.value}</code>`,
          word(changed ? "changed" : "default", locale),
        ],
      })),
    );
  const settings = cubes.read("settings");
  const [changed, rest] = [settings.filter((s) => s.changed), settings.filter((s) => !s.changed)];
  const [n, all] = [count(changed.length, locale), count(settings.length, locale)];
  const says = zh
    ? changed.length === 0
      ? `${all}项设置均为默认值。`
      : `${all}项设置中，本报告改动了${n}项。`
    : changed.length === 0
      ? `All ${all} settings are at their default.`
      : `Of ${all} settings, this report changes ${n}.`;
  const atDefault = zh
    ? `${count(rest.length, locale)}项设置为默认值`
    : `${count(rest.length, locale)} ${rest.length === 1 ? "setting at its default" : "settings at their default"}`;
  return html`<p>${says}</p>${
    changed.length === 0
      ? null
      : part(zh ? "本报告改动的设置" : "Settings that this report changes", true, changed)
  }${
    rest.length === 0
      ? null
      : html`<details><summary>${atDefault}</summary>${part(zh ? "默认值的设置" : "Settings at their default", false, rest)}</details>`
  }`;
}
