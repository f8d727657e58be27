import type {VisitComplianceRow} from "../../../cubes/coverage.js";
import {rowCells, whyEmpty} from "../../absent.js";
import {markWords} from "../../charts/mark-words.js";
import {type MatrixCell, matrix} from "../../charts/matrix.js";
import {classBasis} from "../../class-basis.js";
import {planLine, planLines, type standings} from "../../coverage-terms.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, daySpan, percent} from "../../formats.js";
import type {Html} from "../../html.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {classes, label, word} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {periodOf, plannedClasses, planRule} from "./plan-rules.js";
import {visitHeads} from "./visit-heads.js";

const heads = {
  ...visitHeads,
  met: {en: "Of these, held", zh: "其中已完成"},
  share: {en: "Compliance", zh: "完成率"},
  under: {en: "Accounts below", zh: "低于下限的客户"},
  within: {en: "Within", zh: "符合计划的客户"},
  over: {en: "Above", zh: "超出上限的客户"},
  not_due: {en: "Nothing due yet", zh: "尚无应访的客户"},
  planned: {en: "Planned, never held", zh: "计划而未执行"},
  cancelled: {en: "Cancelled", zh: "已取消"},
} as const;

/** The plan's lines at a date, those of a class where one is named. */
export function complianceAt({cubes}: Site, as_of = cubes.report.as_of, name?: string): VisitComplianceRow[] {
  return (cubes.find("visit-compliance") ?? []).filter(
    (r) => r.as_of === as_of && (name === undefined || r.class === name),
  );
}

/** Contacts met over contacts due of some lines; null where one is suppressed, or nothing was due. */
export function complianceOf(rows: readonly Pick<VisitComplianceRow, "due" | "met">[]): number | null {
  let [due, met] = [0, 0];
  for (const r of rows) {
    if (r.due === null || r.met === null) return null;
    due += r.due;
    met += r.met;
  }
  return due === 0 ? null : met / due;
}

/** A total over lines; null where one is suppressed. */
export function totalOf<K extends "due" | "held" | "over_contacts" | "planned" | "cancelled">(
  rows: readonly Pick<VisitComplianceRow, K>[],
  key: K,
): number | null {
  return rows.reduce<number | null>(
    (s, r) => (s === null || r[key] === null ? null : s + (r[key] as number)),
    0,
  );
}

function says(site: Site): string {
  const zh = site.locale === "zh";
  const parts = plannedClasses.flatMap((name) => {
    const share = complianceOf(complianceAt(site, undefined, name));
    if (share === null) return [];
    const written = percent(share, site.locale);
    return [zh ? `${classes[name].zh}${written}` : `${written} in class ${name}`];
  });
  const over = totalOf(complianceAt(site), "over_contacts");
  if (parts.length === 0)
    return zh ? "没有可以公布的应访次数。" : "There are no contacts due that can be shown.";
  const extra =
    over === null
      ? ""
      : zh
        ? `；超出上限${count(over, "zh")}次`
        : `; ${count(over, "en")} ${over === 1 ? "contact was" : "contacts were"} above the plan’s maximum`;
  const {without_order: idle, due_without_order: all} = site.cubes.read("coverage-period");
  const apart =
    !idle || all
      ? ""
      : zh
        ? `窗口内无订单的${count(idle, "zh")}位客户另列，不计应访。`
        : ` Nothing is due to the ${idle === 1 ? "one customer" : `${count(idle, "en")} customers`} with no order in the window.`;
  return zh
    ? `应访次数的完成率：${parts.join("，")}${extra}。${apart}`
    : `Of the contacts due, held: ${parts.join(", ")}${extra}.${apart}`;
}

/** The visit plan: what share of the contacts due was held, by who goes and by class. */
export function visitPlanExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const {report} = cubes;
  const rows = complianceAt(site);
  const standing = cubes.find("visit-standing");
  const lines = planLines.filter(([role, kind]) =>
    plannedClasses.some(
      (name) =>
        planRule(site, name, role, kind) ||
        rows.some((r) => r.class === name && r.role === role && r.kind === kind),
    ),
  );
  const key = (role: string, kind: string): string => `${role} ${kind}`;
  const cells: MatrixCell[] = lines.flatMap(([role, kind]) =>
    plannedClasses.map((name): MatrixCell => {
      const row = rows.find((r) => r.class === name && r.role === role && r.kind === kind);
      const at = {row: key(role, kind), column: name};
      const said = (value: string): string =>
        markWords([classes[name][locale], planLine(role, kind, locale)], value, locale);
      const rule = planRule(site, name, role, kind);
      if (!row) return {...at, text: rule ?? "—", title: said(rule ?? "—"), colour: "heat-0", strength: 0};
      if (row.suppressed)
        return {...at, text: "", title: said(word("suppressed", locale)), colour: null, strength: 0};
      const share = complianceOf([row]);
      const detail = zh
        ? `应访${count(row.due!, locale)}次，完成${count(row.met!, locale)}次，超出${count(row.over_contacts!, locale)}次`
        : `${count(row.due!, locale)} due, ${count(row.met!, locale)} of them held, ${count(row.over_contacts!, locale)} above the maximum`;
      return {
        ...at,
        text: share === null ? (zh ? "尚无应访" : "none due") : percent(share, locale),
        title: said(detail),
        colour: share === null ? "heat-0" : share >= 1 ? "up" : "down",
        strength: share === null ? 0 : share >= 1 ? 0.5 : 1 - share,
        mark: row.customers ? cellMark("visit-compliance", {class: name, role, kind}) : undefined,
      };
    }),
  );
  const title = zh ? "客户访问管理表：应访次数的完成率" : "The visit plan: how much of what was due was held";
  const {from, to} = periodOf(site);
  const {contacts_from, due_without_order: all} = cubes.read("coverage-period");
  const since = contacts_from ?? from;
  const whose = all
    ? {en: "all customers", zh: "全部客户"}
    : {en: "customers with an order in the window", zh: "窗口内有订单的客户"};
  return {
    id: "visit-plan",
    needs: "interactions",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `完成次数占计划下限的比例，${daySpan(since, to, locale)}，${classBasis(site)}，以期末为准；${whose.zh}；橙色为不足，颜色越深缺口越大`
      : `Contacts held over the plan’s minimum, ${daySpan(since, to, locale)}, ${whose.en}, ${classBasis(site)} at the end; orange falls short, the darker the further`,
    says: says(site),
    draw: (options) =>
      matrix(
        lines.map(([role, kind]) => ({key: key(role, kind), name: planLine(role, kind, locale)})),
        plannedClasses.map((name) => ({key: name, name: classes[name][locale]})),
        cells,
        {rows: "", columns: ""},
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "类别与方式" : "Class and line"},
        {head: zh ? "计划" : "Plan"},
        {head: label("customers", locale), number: true},
        ...(
          [
            "due",
            "met",
            "share",
            "held",
            "under",
            "within",
            "over",
            "not_due",
            "extra",
            "planned",
            "cancelled",
          ] as const
        ).map((name) => ({head: heads[name][locale], number: true})),
      ],
      plannedClasses.flatMap((name) =>
        rows
          .filter((r) => r.class === name)
          .map((r) => {
            const as = rowCells(r, report, locale);
            const of = (which: keyof typeof standings): Html | string => {
              if (standing === null) return "–";
              const found = standing.find(
                (s) => s.class === name && s.role === r.role && s.kind === r.kind && s.standing === which,
              );
              return found ? rowCells(found, report, locale).count(found.customers) : count(0, locale);
            };
            return {
              cells: [
                `${classes[name][locale]} · ${planLine(r.role, r.kind, locale)}`,
                planRule(site, name, r.role, r.kind) ?? "–",
                as.count(r.customers),
                as.count(r.due),
                as.count(r.met),
                as.percent(complianceOf([r])),
                as.count(r.held),
                of("under"),
                of("within"),
                of("over"),
                of("not_due"),
                as.count(r.over_contacts),
                as.count(r.planned),
                as.count(r.cancelled),
              ],
            };
          }),
      ),
    ),
  };
}

/** The plan in force, class by class. */
export function planTable(site: Site): Html {
  const {locale} = site;
  const zh = locale === "zh";
  return table(
    zh ? "客户访问管理表" : "The visit plan in force",
    [
      {head: zh ? "方式" : "Who goes, and how"},
      ...plannedClasses.map((name) => ({head: classes[name][locale]})),
    ],
    planLines
      .filter(([role, kind]) => plannedClasses.some((name) => planRule(site, name, role, kind)))
      .map(([role, kind]) => ({
        cells: [
          planLine(role, kind, locale),
          ...plannedClasses.map((name) => planRule(site, name, role, kind) ?? "—"),
        ],
      })),
  );
}
