import type {CostToServeRow, VisitComplianceRow} from "../../cubes/coverage.js";
import type {Locale, ReportCube} from "../../cubes.js";
import {totalCost} from "../exhibits/coverage/costs.js";
import {complianceOf, totalOf} from "../exhibits/coverage/visits.js";
import {count, daySpan, money, percent} from "../formats.js";

/** What the sentences about coverage are made from; null where the export, or the column of costs, is missing. */
export interface CoverageFacts {
  /** The plan's lines at the newest date. */
  lines: readonly VisitComplianceRow[] | null;
  costs: readonly CostToServeRow[] | null;
  /** Accounts that cost more to serve than they bring; null where that may not be told. */
  below: number | null;
  report: ReportCube;
}

/** How well class A was seen, how much too much class C was, and whom serving costs more than they bring. */
export function coverageSentence({lines, costs, below, report}: CoverageFacts, locale: Locale): string {
  const zh = locale === "zh";
  const clauses: string[] = [];
  if (lines) {
    const share = complianceOf(lines.filter((r) => r.class === "A"));
    const extra = totalOf(
      lines.filter((r) => r.class === "C"),
      "over_contacts",
    );
    if (share !== null)
      clauses.push(
        zh
          ? `A类客户的计划访问与电话完成了${percent(share, "zh")}`
          : `class A got ${percent(share, "en")} of the visits and calls that the plan asks for`,
      );
    if (extra !== null && extra > 0)
      clauses.push(
        zh
          ? `对C类客户的互动超出上限${count(extra, "zh")}次`
          : `class C got ${count(extra, "en")} ${extra === 1 ? "contact" : "contacts"} more than its maximum`,
      );
  }
  if (costs) {
    const [profit, cost] = [totalCost(costs, "profit"), totalCost(costs, "cost")];
    if (below !== null)
      clauses.push(
        below === 0
          ? zh
            ? "没有客户的服务成本高于利润"
            : "no account costs more to serve than it brings"
          : zh
            ? `${count(below, "zh")}位客户的服务成本高于利润`
            : below === 1
              ? "one account costs more to serve than it brings"
              : `${count(below, "en")} accounts cost more to serve than they bring`,
      );
    else if (profit !== null && cost !== null)
      clauses.push(
        zh
          ? `服务成本${money(cost, report, "zh")}，利润${money(profit, report, "zh")}`
          : `serving took ${money(cost, report, "en")} of a profit of ${money(profit, report, "en")}`,
      );
  }
  if (clauses.length === 0) {
    if (lines || costs)
      return zh
        ? "客户太少，无法给出访问与成本的结论。"
        : "Too few customers can be shown to say how they are covered.";
    return zh
      ? "访问、渠道与服务成本需要互动记录与服务成本的导出文件。"
      : "Visits, channels and cost to serve need the exports of interactions and costs.";
  }
  const text = clauses.join(zh ? "；" : "; ");
  return text.charAt(0).toUpperCase() + text.slice(1) + (zh ? "。" : ".");
}

/** Under the sentence: over which days, which customers, by what. */
export function coverageStandfirst(
  period: {from: string; to: string},
  customers: number,
  locale: Locale,
): string {
  return locale === "zh"
    ? `${daySpan(period.from, period.to, "zh")}；期末已有的${count(customers, "zh")}位客户，按期末的类别；期内新增的客户按天数折算。`
    : `${daySpan(period.from, period.to, "en")}: ${customers === 1 ? "the one customer" : `the ${count(customers, "en")} customers`} at its end, by their class on that day; what is due to those gained within it is counted from their first order.`;
}
