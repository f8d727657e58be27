import type {GridStage} from "../../../cubes.js";
import {needs, rowCells} from "../../absent.js";
import {type Html, html} from "../../html.js";
import {atLeast, someOf, told} from "../../relationship-facts.js";
import {bindings} from "../../relationship-terms.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {gridStageTerms, label, sentenceCase} from "../../terms.js";
import {relianceList} from "./account-lists.js";
import {squaresNow} from "./reliance.js";

/** What the next stage asks of each stage's accounts, which of it they lack, and how many they are. */
export function bindingTable(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const title = zh ? "通往下一阶段的短板及其金额" : "The minimum that is not met, and what rests on it";
  if (!cubes.has("relationships")) return needs("relationships", title, locale);
  const squares = squaresNow(site);
  const rising = [...report.grid_minimums].reverse();
  const stages: GridStage[] = ["pre", ...rising.map((m) => m.stage)];
  const level = (axis: "personal" | "company", at: number): string =>
    `${at} ${report.grid_levels[axis][locale][at - 1] ?? ""}`.trim();
  return table(
    title,
    [
      {head: label("grid_stage", locale)},
      {head: zh ? "下一阶段的最低等级" : "The next stage asks for"},
      {head: zh ? "尚未达到" : "Not met"},
      {head: label("accounts", locale), number: true},
      {head: label("revenue", locale), number: true},
      {head: label("profit", locale), number: true},
    ],
    stages.flatMap((stage, i) => {
      const next = rising[i];
      return (["personal", "company", "both", "none"] as const).flatMap((binding) => {
        const cells = squares.filter((r) => r.stage === stage && r.binding === binding);
        if (cells.length === 0) return [];
        const sum = told(cells);
        const as = rowCells({suppressed: sum.partly}, report, locale);
        return [
          {
            cells: [
              sentenceCase(gridStageTerms[stage][locale]),
              next
                ? zh
                  ? `${gridStageTerms[next.stage].zh}：个人${level("personal", next.personal)}，公司${level("company", next.company)}`
                  : `${sentenceCase(gridStageTerms[next.stage].en)}: personal ${level("personal", next.personal)}, company ${level("company", next.company)}`
                : "–",
              sentenceCase(bindings[binding][locale]),
              sum.customers === null ? as.count(null) : atLeast(sum.customers, sum.partly, locale),
              as.money(sum.revenue),
              as.profit(sum.profit),
            ],
          },
        ];
      });
    }),
  );
}

/** The largest accounts that lean one way, by name; audiences without names are told why there is no list. */
export function relianceTable(site: Site, [lean]: readonly string[]): Html {
  if (lean !== "person" && lean !== "thin") throw new Error(`"${lean}" is no lean: person or thin`);
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const title =
    lean === "person"
      ? zh
        ? "人情关系客户（收入最高者）"
        : "The largest person-dependent accounts"
      : zh
        ? "个人关系单薄的客户（收入最高者）"
        : "The largest accounts with thin coverage";
  if (!cubes.has("relationships")) return needs("relationships", title, locale);
  const named = cubes.find("reliance-accounts");
  // The page says it once, at the first list.
  if (named === null && lean === "thin") return html``;
  if (named === null)
    return html`<p class="absent">${zh ? "客户名单不向此类读者公布。" : "The list of accounts is not published for this audience."}</p>`;
  const rows = named.filter((r) => r.lean === lean);
  if (rows.length === 0) return html`<p>${zh ? "没有这样的客户。" : "There is no such account."}</p>`;
  const all = told(squaresNow(site).filter((r) => r.lean === lean)).customers ?? 0;
  const caption = title + someOf(rows.length, all, locale);
  const list = relianceList(rows, site, {id: `reliance-${lean}`, title}, caption);
  // What hangs on one person is the page's point; the other list opens on demand.
  return lean === "person"
    ? list
    : html`<details class="cells"><summary data-list-summary>${caption}</summary>${list}</details>`;
}
