import type {GridRow, Locale, ReportCube} from "../../cubes.js";
import {day, money, percent} from "../formats.js";
import {assessedAt, atLeast, leaning, told} from "../relationship-facts.js";
import {gridStageTerms} from "../terms.js";

/** What the 25-grid holds; null where the export is missing. */
export interface GridFacts {
  grid: readonly GridRow[] | null;
  report: ReportCube;
}

/** What the data says about relationships: how many are high, and what hangs on one person. */
export function relationshipSentence({grid, report}: GridFacts, locale: Locale): string {
  const zh = locale === "zh";
  if (grid === null)
    return zh
      ? "客户关系25方格需要关系评估的导出文件。"
      : "The 25-grid needs an export of assessments of relationships.";
  const squares = assessedAt(grid, report.as_of);
  const all = told(squares);
  const high = told(squares.filter((r) => r.stage === "advanced" || r.stage === "partner"));
  const person = leaning(grid, report.as_of, "person");
  const clauses: string[] = [];
  if (!all.partly && all.customers !== null && all.customers > 0 && high.customers !== null) {
    const share = percent(high.customers / all.customers, locale);
    clauses.push(
      zh
        ? `已评估客户中，${share}最近一次评估为${gridStageTerms.advanced.zh}或${gridStageTerms.partner.zh}`
        : `${share} of assessed customers were advanced or partner when last assessed`,
    );
  }
  if (person.customers !== null && person.customers > 0) {
    const n = atLeast(person.customers, person.partly, locale);
    const one = person.customers === 1;
    const cash = person.revenue === null ? null : money(person.revenue, report, locale);
    clauses.push(
      zh
        ? `${n}位客户属人情关系${cash === null ? "" : `，带来收入${cash}`}`
        : cash === null
          ? `${n} ${one ? "account is" : "accounts are"} person-dependent`
          : `${n} person-dependent ${one ? "account brings" : "accounts bring"} ${cash} of revenue`,
    );
  }
  if (clauses.length === 0) {
    if (squares.length === 0) return zh ? "还没有客户得到评估。" : "No customer has been assessed yet.";
    return zh
      ? "客户太少，无法给出客户关系的结论。"
      : "Too few customers can be shown to say where relationships stand.";
  }
  const text = clauses.join(zh ? "；" : "; ");
  return text.charAt(0).toUpperCase() + text.slice(1) + (zh ? "。" : ".");
}

/** Under the sentence: as of when, of what, and that the wallet is another matter. */
export function relationshipStandfirst(report: ReportCube, window: string, locale: Locale): string {
  return locale === "zh"
    ? `截至${day(report.as_of, locale)}；收入为${window}。方格阶段出自关系评估，份额阶段出自客户的品类采购：两者都有“初期”，含义不同，不可混用。`
    : `As of ${day(report.as_of, locale)}; revenue of ${window}. Grid stages come from assessments, wallet stages from what customers buy in the category: both have an “initial” stage, which are not the same.`;
}
