import type {ContactPatternRow} from "../../../cubes/relationship.js";
import {walletStages} from "../../../cubes.js";
import {rowCells} from "../../absent.js";
import {type GroupBar, groupBars} from "../../charts/group-bars.js";
import {stageFill, walletSteps} from "../../charts/stage-colours.js";
import {cellMark} from "../../drill/cell-mark.js";
import {day, number, percent} from "../../formats.js";
import {contactPatterns} from "../../relationship-terms.js";
import {settingOf} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase, walletStageTerms} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";

/** How many days contacts and visits by a manager count. */
export const contactDays = (site: Site): {contact: number; senior: number} => ({
  contact: settingOf(site, "wallet.contact_days", 365),
  senior: settingOf(site, "wallet.senior_visit_days", 180),
});

/** The rows in the order of the stages, without those whose share is unknown. */
export function contactRows({cubes}: Site): ContactPatternRow[] {
  if (!cubes.has("wallets") || !cubes.has("interactions")) return [];
  const all = cubes.read("contact-pattern");
  return walletStages.flatMap((s) => all.filter((r) => r.stage === s && s !== "unknown"));
}

/** The breadth of contacts at each wallet stage beside the pattern that the stage asks for. */
export function contactPatternExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const {contact, senior} = contactDays(site);
  const rows = contactRows(site);
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
  // Whoever is met is of some department: none at all is a column that the export leaves blank.
  const isNamed = (of: "departments" | "people"): boolean =>
    !rows.some((r) => r[of] === 0) || rows.some((r) => r[of]);
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
    says: !isNamed("departments")
      ? zh
        ? "互动记录没有写明部门，无法得知接触了几个部门。"
        : "The interactions name no departments, so how many are reached is not known."
      : initial?.departments == null || strategic?.departments == null
        ? zh
          ? "各阶段的接触记录太少，无法比较。"
          : "There are too few contacts to compare the stages."
        : zh
          ? `战略合作客户平均接触${number(strategic.departments, locale)}个部门，初期合作客户${number(initial.departments, locale)}个；阶段越高，应接触的部门与人员越多。`
          : `Contacts reach ${number(strategic.departments, locale)} departments of a strategic account on average, ${number(initial.departments, locale)} of one in initial cooperation. The higher the stage, the more departments and people should be met.`,
    draw: (options) =>
      groupBars(
        rows.map((r) => ({
          key: r.stage,
          name: sentenceCase(walletStageTerms[r.stage][locale]),
          colour: stageFill(walletSteps[r.stage], "").replace(/^var\(--(.*)\)$/, "$1"),
        })),
        [
          ...(isNamed("departments") ? [{key: "departments", name: zh ? "部门数" : "Departments"}] : []),
          ...(isNamed("people") ? [{key: "people", name: zh ? "人数" : "People"}] : []),
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
        {head: label("accounts", locale), number: true},
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
            isNamed("departments") ? mean.number(r.departments) : "–",
            isNamed("people") ? mean.number(r.people) : "–",
            maybe.count(r.senior_customers),
          ],
        };
      }),
    ),
  };
}
