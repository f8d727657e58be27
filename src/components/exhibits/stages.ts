import {
  type GridRow,
  type GridStage,
  gridStages,
  type Locale,
  type WalletRow,
  type WalletStage,
  walletStages,
} from "../../cubes.js";
import {cell} from "../absent.js";
import {gridSteps, stageSwatch} from "../charts/stage-colours.js";
import {stageCross} from "../charts/stage-cross.js";
import {squares, stageGrid} from "../charts/stage-grid.js";
import {walletBars} from "../charts/wallet-bars.js";
import {kpiNow} from "../findings/kpi-now.js";
import {count, day, exactMoney, money} from "../formats.js";
import type {Html} from "../html.js";
import type {Site} from "../site.js";
import {hrefOf} from "../site-map.js";
import {table} from "../tables.js";
import {
  gridStageName,
  gridStageTerms,
  label,
  sentenceCase,
  walletStageName,
  walletStageTerms,
  word,
} from "../terms.js";
import type {Exhibit} from "./exhibit.js";

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

const more = (locale: Locale, linked: boolean): Pick<Exhibit, "link"> =>
  linked ? {link: {href: hrefOf("stages", locale), text: word("more", locale)}} : {};

const absentText = (
  site: Site,
  value: number | null,
  suppressed: boolean,
  format: (x: number) => string,
): Html | string => cell(value, format, {suppressed}, "none", site.cubes.report, site.locale);

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
  const partly = rows.some((r) => r.suppressed);
  const stale = rows.reduce((sum, r) => sum + (r.stale_customers ?? 0), 0);
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
        ? `各方格的客户数，截至${day(report.as_of, locale)}；圆面积与客户数成正比`
        : `Customers in each square, as of ${day(report.as_of, locale)}; the area of a disc is the number`,
    says:
      locale === "zh"
        ? `方格中有${count(assessed, locale)}位已评估的客户，${beside}；${partly ? "至少" : ""}${count(stale, locale)}份评估早于${report.stale_after_days}天前。`
        : `The squares shown hold ${count(assessed, locale)} assessed customers; ${beside}; ${partly ? "at least " : ""}${count(stale, locale)} ${stale === 1 ? "assessment is" : "assessments are"} older than ${report.stale_after_days} days.`,
    legend: gridStages
      .filter((s) => s !== "unassessed")
      .map((s) => ({swatch: stageSwatch(gridSteps[s]), label: gridStageTerms[s][locale]})),
    draw: (options) => stageGrid(rows, options),
    twin: table(
      title,
      [
        {head: label("personal", locale)},
        {head: label("company", locale)},
        {head: label("grid_stage", locale)},
        {head: label("customers", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("stale", locale), number: true},
      ],
      [
        ...squares(rows, report.grid_minimums).map((s) => ({
          cells: [
            report.grid_levels.personal[locale][s.personal - 1] ?? String(s.personal),
            report.grid_levels.company[locale][s.company - 1] ?? String(s.company),
            gridStageTerms[s.stage][locale],
            absentText(site, s.row ? s.row.customers : 0, true, (x) => count(x, locale)),
            absentText(site, s.row ? s.row.revenue : 0, true, (x) => exactMoney(x, report, locale)),
            absentText(site, s.row ? s.row.stale_customers : 0, true, (x) => count(x, locale)),
          ],
        })),
        ...rows
          .filter((r) => r.stage === "unassessed")
          .map((r) => ({
            cells: [
              "–",
              "–",
              gridStageTerms.unassessed[locale],
              absentText(site, r.customers, r.suppressed, (x) => count(x, locale)),
              absentText(site, r.revenue, r.suppressed, (x) => exactMoney(x, report, locale)),
              "–",
            ],
          })),
      ],
    ),
    ...more(locale, linked),
  };
}

/** Wallet stages at the newest date: customers, revenue, gap. */
export function walletExhibit(site: Site, linked: boolean): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const all = cubes.has("wallets") ? cubes.read("wallet").filter((r) => r.as_of === report.as_of) : [];
  const rows = walletStages.flatMap((s) => all.filter((r) => r.stage === s));
  const known = rows.filter((r): r is WalletRow & {gap: number} => r.gap !== null);
  const most = known.reduce<(WalletRow & {gap: number}) | null>(
    (best, r) => (best === null || r.gap > best.gap ? r : best),
    null,
  );
  const gap = known.reduce((sum, r) => sum + r.gap, 0);
  const title = locale === "zh" ? "客户采购份额（钱包份额）各阶段" : "Share-of-wallet stages";
  return {
    id: linked ? "wallet-small" : "wallet",
    needs: "wallets",
    title,
    subtitle:
      locale === "zh"
        ? `各份额阶段的客户数与金额，截至${day(report.as_of, locale)}`
        : `Customers and money by wallet stage, as of ${day(report.as_of, locale)}`,
    says: most
      ? locale === "zh"
        ? `${rows.some((r) => r.suppressed) ? "未隐去各阶段的客户" : "这些客户"}向其他供应商采购${money(gap, report, locale)}，其中最多的是“${walletStageTerms[most.stage].zh}”阶段，${money(most.gap, report, locale)}。`
        : `${rows.some((r) => r.suppressed) ? "The customers of the stages that are shown" : "These customers"} buy ${money(gap, report, locale)} from others; most of it, ${money(most.gap, report, locale)}, in the wallet stage “${walletStageTerms[most.stage].en}”.`
      : locale === "zh"
        ? "没有可显示的份额缺口。"
        : "There is no wallet gap to show.",
    draw: (options) => walletBars(rows, options),
    twin: table(
      title,
      [
        {head: label("wallet_stage", locale)},
        {head: label("customers", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("category_spend", locale), number: true},
        {head: label("gap", locale), number: true},
      ],
      rows.map((r) => ({
        cells: [
          sentenceCase(walletStageTerms[r.stage][locale]),
          absentText(site, r.customers, r.suppressed, (x) => count(x, locale)),
          absentText(site, r.revenue, r.suppressed, (x) => exactMoney(x, report, locale)),
          absentText(site, r.category_spend, r.suppressed, (x) => exactMoney(x, report, locale)),
          absentText(site, r.gap, r.suppressed, (x) => exactMoney(x, report, locale)),
        ],
      })),
    ),
    ...more(locale, linked),
  };
}

/** The two stage models crossed at the newest date. */
export function crossExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const both = cubes.has("relationships") && cubes.has("wallets");
  const rows = both ? cubes.read("stage-cross") : [];
  const at = (g: GridStage, w: WalletStage): (typeof rows)[number] | undefined =>
    rows.find((r) => r.grid_stage === g && r.wallet_stage === w);
  const sum = (gs: GridStage[], ws: WalletStage[]): number | null =>
    gs
      .flatMap((g) => ws.map((w) => at(g, w)))
      .reduce<number | null>((s, r) => {
        if (s === null || (r && r.customers === null)) return null;
        return s + (r?.customers ?? 0);
      }, 0);
  const wallet = sum(["pre", "nurturing"], ["stable", "strategic"]);
  const relation = sum(["advanced", "partner"], ["development", "initial"]);
  const title =
    locale === "zh"
      ? "两种阶段对照：方格阶段与份额阶段"
      : "The two stage models crossed: grid stage and wallet stage";
  return {
    id: "stage-cross",
    needs: cubes.has("relationships") ? "wallets" : "relationships",
    title,
    subtitle: locale === "zh" ? "客户数；颜色为占全部客户的比例" : "Customers; colour is their share of all",
    says:
      wallet === null || relation === null
        ? locale === "zh"
          ? "部分单元客户太少，已隐去。"
          : "Some cells hold too few customers and are suppressed."
        : locale === "zh"
          ? `${count(wallet, locale)}位客户份额已稳定或战略，而方格阶段仍在孕育或以下；${count(relation, locale)}位方格阶段已高，份额却不到一半。`
          : `${count(wallet, locale)} ${wallet === 1 ? "customer has" : "customers have"} a stable or strategic wallet stage on a grid stage of nurturing or below; ${count(relation, locale)} ${relation === 1 ? "has" : "have"} a high grid stage with less than half the wallet.`,
    draw: (options) => stageCross(rows, kpiNow(cubes.read("kpis")).customers, options),
    twin: table(
      title,
      [
        {head: label("grid_stage", locale)},
        ...walletStages.map((w) => ({head: walletStageName(w, locale), number: true})),
      ],
      [...gridStages].map((g) => ({
        cells: [
          gridStageName(g, locale),
          ...walletStages.map((w) => {
            const r = at(g, w);
            return absentText(site, r ? r.customers : 0, true, (x) => count(x, locale));
          }),
        ],
      })),
    ),
  };
}
