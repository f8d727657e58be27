import {type GridRow, type GridStage, gridStages} from "../../../cubes.js";
import {rowCells} from "../../absent.js";
import {gridSteps, stageSwatch} from "../../charts/stage-colours.js";
import {squares, stageGrid} from "../../charts/stage-grid.js";
import {count, day} from "../../formats.js";
import type {Html} from "../../html.js";
import {leans} from "../../relationship-terms.js";
import type {Site} from "../../site.js";
import {linkTo} from "../../site-map.js";
import {table} from "../../tables.js";
import {gridStageTerms, label, word} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";

/** Customers of each grid stage at a date; null where a square of the stage is suppressed. */
export function gridCounts(rows: readonly GridRow[], as_of: string): Map<GridStage, number | null> {
  return new Map(
    gridStages.map((stage) => {
      const at = rows.filter((r) => r.as_of === as_of && r.stage === stage);
      return [
        stage,
        at.some((r) => r.customers === null) ? null : at.reduce((sum, r) => sum + r.customers!, 0),
      ];
    }),
  );
}

/** The 25-grid at the newest date. */
export function gridExhibit(site: Site, linked: boolean): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const rows = cubes.has("relationships") ? cubes.read("grid").filter((r) => r.as_of === report.as_of) : [];
  const counts = gridCounts(rows, report.as_of);
  const unassessed = counts.get("unassessed") ?? null;
  const assessed = rows
    .filter((r) => r.stage !== "unassessed")
    .reduce((sum, r) => sum + (r.customers ?? 0), 0);
  const partly = rows.some((r) => r.stale_customers === null);
  const stale = rows.reduce((sum, r) => sum + (r.stale_customers ?? 0), 0);
  // Of nothing but suppressed counts there is no least to tell.
  const old =
    partly && stale === 0
      ? ""
      : locale === "zh"
        ? `；${partly ? "至少" : ""}${count(stale, locale)}份评估早于${report.stale_after_days}天前`
        : `; ${partly ? "at least " : ""}${count(stale, locale)} ${stale === 1 ? "assessment is" : "assessments are"} older than ${report.stale_after_days} days`;
  const title =
    locale === "zh"
      ? "客户关系25方格：个人关系与公司关系"
      : "The 25-grid: personal and company relationships";
  const beside =
    unassessed === null
      ? locale === "zh"
        ? "未评估的客户数已隐去"
        : "the number not assessed is suppressed"
      : locale === "zh"
        ? `另有${count(unassessed, locale)}位客户未评估`
        : `${count(unassessed, locale)} more ${unassessed === 1 ? "is" : "are"} not assessed`;
  return {
    id: linked ? "grid-small" : "grid",
    needs: "relationships",
    title,
    subtitle:
      locale === "zh"
        ? `各方格的客户数（含潜在客户），截至${day(report.as_of, locale)}；圆面积与客户数成正比`
        : `Accounts in each square, as of ${day(report.as_of, locale)}; the area of a disc is the number`,
    says:
      locale === "zh"
        ? `方格中有${count(assessed, locale)}位已评估的客户，${beside}${old}。`
        : `The squares shown hold ${count(assessed, locale)} assessed ${assessed === 1 ? "account" : "accounts"}; ${beside}${old}.`,
    legend: gridStages
      .filter((s) => s !== "unassessed")
      .map((s) => ({swatch: stageSwatch(gridSteps[s]), label: gridStageTerms[s][locale]})),
    brush: "grid",
    draw: (options) => stageGrid(rows, options),
    twin: table(
      title,
      [
        {head: label("personal", locale)},
        {head: label("company", locale)},
        {head: label("grid_stage", locale)},
        {head: locale === "zh" ? "偏向" : "Leans"},
        {head: label("accounts", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("stale", locale), number: true},
      ],
      [
        ...squares(rows, report.grid_minimums).map(({personal, company, stage, row}) => {
          const as = rowCells(row ?? {}, report, locale);
          return {
            cells: [
              report.grid_levels.personal[locale][personal - 1] ?? String(personal),
              report.grid_levels.company[locale][company - 1] ?? String(company),
              gridStageTerms[stage][locale],
              row?.lean ? leans[row.lean][locale] : "–",
              as.count(row ? row.customers : 0),
              as.money(row ? row.revenue : 0),
              rowCells({suppressed: true}, report, locale).count(row ? row.stale_customers : 0),
            ],
          };
        }),
        ...rows
          .filter((r) => r.stage === "unassessed")
          .map((r) => {
            const as = rowCells(r, report, locale);
            return {
              cells: [
                "–",
                "–",
                gridStageTerms.unassessed[locale],
                "–",
                as.count(r.customers),
                as.money(r.revenue),
                "–",
              ],
            };
          }),
      ],
    ),
    ...(linked ? {link: {href: linkTo("relationship"), text: word("more", locale)}} : {}),
  };
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
