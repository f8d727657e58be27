import type {ContactPatternRow} from "../../../cubes/relationship.js";
import {walletStages} from "../../../cubes.js";
import {needs, rowCells} from "../../absent.js";
import {type GroupBar, groupBars} from "../../charts/group-bars.js";
import {stageFill, walletSteps} from "../../charts/stage-colours.js";
import {customerLink} from "../../customer-link.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, number, percent} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {someOf} from "../../relationship-facts.js";
import {contactPatterns} from "../../relationship-terms.js";
import {settingOf} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase, walletStageTerms} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";

const days = (site: Site): {contact: number; senior: number} => ({
  contact: settingOf(site, "wallet.contact_days", 365),
  senior: settingOf(site, "wallet.senior_visit_days", 180),
});

/** The rows in the order of the stages, without those whose share is unknown. */
function rowsOf({cubes}: Site): ContactPatternRow[] {
  if (!cubes.has("wallets") || !cubes.has("interactions")) return [];
  const all = cubes.read("contact-pattern");
  return walletStages.flatMap((s) => all.filter((r) => r.stage === s && s !== "unknown"));
}

/** The breadth of contacts at each wallet stage beside the pattern that the stage asks for. */
export function contactPatternExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const {contact, senior} = days(site);
  const rows = rowsOf(site);
  const title = zh ? "各份额阶段的接触面" : "The breadth of contacts at each wallet stage";
  const share = (r: ContactPatternRow): number | null =>
    r.senior_customers === null || !r.customers ? null : r.senior_customers / r.customers;
  const bar = (
    r: ContactPatternRow,
    quantity: string,
    value: number | null,
    most: number,
    text: string,
  ): GroupBar => ({
    group: r.stage,
    quantity,
    share: value === null ? null : value / most,
    text: value === null ? "–" : text,
    exact: value === null ? "–" : text,
    suppressed: value === null && r.customers !== 0 && (r.suppressed || report.smallest_cell > 1),
    mark: r.customers ? cellMark("contact-pattern", {stage: r.stage}) : undefined,
  });
  const most = (of: "departments" | "people"): number => Math.max(1, ...rows.map((r) => r[of] ?? 0));
  const bars = rows.flatMap((r) => [
    bar(
      r,
      "departments",
      r.departments,
      most("departments"),
      r.departments === null ? "" : number(r.departments, locale),
    ),
    bar(r, "people", r.people, most("people"), r.people === null ? "" : number(r.people, locale)),
    bar(r, "senior", share(r), 1, percent(share(r) ?? 0, locale)),
  ]);
  const [initial, strategic] = (["initial", "strategic"] as const).map((s) =>
    rows.find((r) => r.stage === s),
  );
  return {
    id: "contact-pattern",
    needs: cubes.has("wallets") ? "interactions" : "wallets",
    missing: rows.length === 0 ? (zh ? "没有已知份额的客户。" : "No account’s share is known.") : null,
    title,
    subtitle: zh
      ? `${contact}天内接触过的客户平均接触的部门数与人数，${senior}天内有经理及以上人员访问的客户所占比例；截至${day(report.as_of, locale)}`
      : `Mean departments and people met at accounts with a contact in ${contact} days, and the share of accounts visited by a manager or higher in ${senior}; as of ${day(report.as_of, locale)}`,
    says:
      initial?.departments == null || strategic?.departments == null
        ? zh
          ? "各阶段的接触记录太少，无法比较。"
          : "There are too few contacts to compare the stages."
        : zh
          ? `战略合作客户平均接触${number(strategic.departments, locale)}个部门，初期合作客户${number(initial.departments, locale)}个；阶段越高，应接触的部门与人员越多。`
          : `Strategic accounts are met at ${number(strategic.departments, locale)} departments on average, those of initial cooperation at ${number(initial.departments, locale)}. The higher the stage, the more departments and people should be met.`,
    draw: (options) =>
      groupBars(
        rows.map((r) => ({
          key: r.stage,
          name: sentenceCase(walletStageTerms[r.stage][locale]),
          colour: stageFill(walletSteps[r.stage], "").replace(/^var\(--(.*)\)$/, "$1"),
        })),
        [
          {key: "departments", name: zh ? "部门数" : "Departments"},
          {key: "people", name: zh ? "人数" : "People"},
          {key: "senior", name: zh ? "有高层访问" : "With a senior visit"},
        ],
        bars,
        options,
      ),
    twin: table(
      title,
      [
        {head: label("wallet_stage", locale)},
        {head: zh ? "该阶段要求" : "The stage asks for"},
        {head: label("customers", locale), number: true},
        {head: zh ? "有接触的客户" : "Of these, met", number: true},
        {head: zh ? "平均部门数" : "Mean departments", number: true},
        {head: zh ? "平均人数" : "Mean people", number: true},
        {head: zh ? "有高层访问的客户" : "With a senior visit", number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, report, locale);
        const maybe = rowCells({suppressed: report.smallest_cell > 1}, report, locale);
        // Nobody met is a number, and then there is no mean.
        const mean = r.met_customers === 0 ? as : maybe;
        return {
          cells: [
            sentenceCase(walletStageTerms[r.stage][locale]),
            contactPatterns[r.stage]?.[locale] ?? "–",
            as.count(r.customers),
            maybe.count(r.met_customers),
            mean.number(r.departments),
            mean.number(r.people),
            maybe.count(r.senior_customers),
          ],
        };
      }),
    ),
  };
}

/** Stable and strategic accounts without a regular senior visit, by name; audiences without names are told so. */
export function seniorVisitTable(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const {senior} = days(site);
  const title = zh
    ? `稳定与战略合作客户中，${senior}天内没有高层互访者`
    : `Stable and strategic accounts without a senior visit in ${senior} days`;
  if (!cubes.has("wallets")) return needs("wallets", title, locale);
  if (!cubes.has("interactions")) return needs("interactions", title, locale);
  const high = rowsOf(site).filter((r) => r.stage === "stable" || r.stage === "strategic");
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
  const as = rowCells({}, report, locale);
  return html`${sentence ? html`<p>${sentence}</p>` : null}${table(
    title + someOf(rows.length, sum ?? rows.length, locale),
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: label("wallet_stage", locale)},
      {head: label("wallet_share", locale), number: true},
      {head: zh ? "最近一次高层访问" : "Last senior visit"},
      {head: label("revenue", locale), number: true},
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
  )}`;
}
