import type {AgeBand} from "../../../cubes/relationship.js";
import {type GridStage, gridStages, type WalletStage} from "../../../cubes.js";
import {rowCells} from "../../absent.js";
import {markWords} from "../../charts/mark-words.js";
import {type MatrixCell, matrix} from "../../charts/matrix.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, money, percent} from "../../formats.js";
import type {Html} from "../../html.js";
import {atLeast, told} from "../../relationship-facts.js";
import {bandName} from "../../relationship-terms.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {gridStageTerms, label, sentenceCase, walletStageTerms, word} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";

interface Aged extends AgeBand {
  stage: string;
  customers: number | null;
  revenue: number | null;
  money: number | null;
  suppressed: boolean;
}

/** Bands across, stages downwards; the stronger the colour, the larger the part of the stage that is so old. */
function ageMatrix(
  of: "assessment-ages" | "wallet-ages",
  rows: readonly Aged[],
  stages: readonly {key: string; name: string}[],
  colour: (band: AgeBand) => string,
  site: Site,
): Exhibit["draw"] {
  const {locale} = site;
  const bands = bandsOf(rows);
  const whole = new Map(stages.map(({key}) => [key, told(rows.filter((r) => r.stage === key))]));
  return (options) =>
    matrix(
      stages,
      bands.map((b) => ({key: String(b.band), name: bandName(b, locale)})),
      rows.map((r): MatrixCell => {
        const name = stages.find((s) => s.key === r.stage)?.name ?? r.stage;
        const words = (value: string): string =>
          markWords([`${name} × ${bandName(r, locale)}`], value, locale);
        const at = {row: r.stage, column: String(r.band)};
        if (r.customers === null)
          return {...at, text: "", title: words(word("suppressed", locale)), colour: null, strength: 0};
        const {customers, partly} = whole.get(r.stage)!;
        const share = customers ? r.customers / customers : 0;
        const n = count(r.customers, locale);
        const part = locale === "zh" ? `（${percent(share, locale)}）` : ` (${percent(share, locale)})`;
        return {
          ...at,
          text: n,
          // Of a stage that is told in part no share can be told.
          title: words(partly ? n : n + part),
          colour: colour(r),
          strength: share,
          mark: r.customers > 0 ? cellMark(of, {stage: r.stage, from_days: r.from_days}) : undefined,
        };
      }),
      {rows: "", columns: ""},
      options,
    );
}

function bandsOf(rows: readonly AgeBand[]): AgeBand[] {
  return [...new Map(rows.map((r) => [r.band, r])).values()].sort((a, b) => a.band - b.band);
}

function twinOf(
  title: string,
  rows: readonly Aged[],
  stages: readonly {key: string; name: string}[],
  heads: {stage: string; money: string},
  {cubes: {report}, locale}: Site,
): Html {
  return table(
    title,
    [
      {head: heads.stage},
      {head: locale === "zh" ? "距今" : "Age"},
      {head: label("accounts", locale), number: true},
      {head: heads.money, number: true},
    ],
    stages.flatMap((s) =>
      rows
        .filter((r) => r.stage === s.key)
        .map((r) => {
          const as = rowCells(r, report, locale);
          return {cells: [s.name, bandName(r, locale), as.count(r.customers), as.money(r.money)]};
        }),
    ),
  );
}

/** How old the newest assessments are, by grid stage. */
export function assessmentAgesExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const {stale_after_days: limit} = report;
  const order: GridStage[] = ["pre", ...gridStages.filter((s) => s !== "pre" && s !== "unassessed")];
  const stages = [...order]
    .reverse()
    .map((s) => ({key: s as string, name: sentenceCase(gridStageTerms[s][locale])}));
  const rows: Aged[] = (cubes.has("relationships") ? cubes.read("assessment-ages") : []).map((r) => ({
    ...r,
    money: r.revenue,
  }));
  const grid = (cubes.has("relationships") ? cubes.read("grid") : []).filter(
    (r) => r.as_of === report.as_of && r.stage !== "unassessed",
  );
  const all = told(grid);
  const hidden = grid.some((r) => r.stale_customers === null);
  const stale = grid.reduce((sum, r) => sum + (r.stale_customers ?? 0), 0);
  const title = zh ? "各阶段评估的时效" : "Assessments by age";
  const legend = zh
    ? ["在时效之内", "部分或全部超过时效"]
    : ["within the limit", "past the limit, wholly or in part"];
  const fresh = (b: AgeBand): boolean => b.to_days !== null && b.to_days <= limit;
  return {
    id: "assessment-ages",
    needs: "relationships",
    missing: rows.length === 0 ? (zh ? "没有评估。" : "There is no assessment.") : null,
    title,
    subtitle: zh
      ? `各方格阶段的客户数（含潜在客户），按最近一次评估距${day(report.as_of, locale)}的天数；时效为${limit}天`
      : `Accounts of each grid stage by days from the newest assessment to ${day(report.as_of, locale)}; the limit is ${limit} days`,
    says:
      all.customers === null
        ? zh
          ? "客户太少，已隐去。"
          : "Too few accounts to be shown."
        : all.customers === 0
          ? zh
            ? "没有已评估的客户。"
            : "No account is assessed."
          : stale === 0 && hidden
            ? zh
              ? "各方格中超过时效的评估太少，不予公布。"
              : `How many assessments are past their limit can’t be told: too few in any one square.`
            : zh
              ? `${atLeast(stale, hidden, locale)}位客户的评估已超过${limit}天${hidden ? "" : `，占已评估客户的${percent(stale / all.customers, locale)}`}：其阶段可能已变。`
              : `${sentenceCase(atLeast(stale, hidden, locale))} ${stale === 1 ? "account was" : "accounts were"} last assessed more than ${limit} days ago${hidden ? "" : `, ${percent(stale / all.customers, locale)} of those assessed`}: where they stand now is not known.`,
    legend: [
      {swatch: "moved-up", label: legend[0]!},
      {swatch: "moved-down", label: legend[1]!},
    ],
    draw: ageMatrix("assessment-ages", rows, stages, (b) => (fresh(b) ? "up" : "down"), site),
    twin: twinOf(
      title,
      rows,
      stages,
      {stage: label("grid_stage", locale), money: label("revenue", locale)},
      site,
    ),
  };
}

/** How old the wallet figures are, by wallet stage. */
export function walletAgesExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const order: WalletStage[] = ["development", "initial", "stable", "strategic", "interrupted"];
  const stages = order.map((s) => ({key: s as string, name: sentenceCase(walletStageTerms[s][locale])}));
  // Who only gave back is at no stage.
  const rows: Aged[] = (cubes.has("wallets") ? cubes.read("wallet-ages") : [])
    .filter((r) => r.stage !== "none")
    .map((r) => ({...r, revenue: null, money: r.gap}));
  const first = bandsOf(rows)[0];
  const sum = told(rows);
  const young = told(rows.filter((r) => r.band === 1));
  const old = rows.filter((r) => r.band > 1);
  const oldGap = old.reduce((s, r) => s + (r.money ?? 0), 0);
  const partly = old.some((r) => r.suppressed);
  const title = zh ? "各阶段份额数据的时效" : "Wallet figures by age";
  return {
    id: "wallet-ages",
    needs: "wallets",
    missing: rows.length === 0 ? (zh ? "没有份额数据。" : "There is no wallet figure.") : null,
    title,
    subtitle: zh
      ? `各份额阶段的客户数（含潜在客户），按份额数据距${day(report.as_of, locale)}的天数；颜色深浅为占该阶段${sum.partly ? "所示客户" : ""}的比例`
      : `Accounts of each wallet stage by days from the newest figure to ${day(report.as_of, locale)}; the stronger the colour, the larger the part of the stage${sum.partly ? " as far as it is shown" : ""}`,
    says:
      sum.customers === 0 && !sum.partly
        ? zh
          ? "没有份额数据。"
          : "There is no wallet figure."
        : sum.customers === null
          ? zh
            ? "有份额数据的客户太少，已隐去。"
            : "Too few accounts have a figure for them to be shown."
          : partly && oldGap === 0
            ? zh
              ? "各时效的客户太少，不公布份额缺口中有多少出自更旧的数据。"
              : "Too few accounts can be shown to say how much of the gap rests on older figures."
            : young.customers === null || !first || first.band !== 1 || sum.partly
              ? zh
                ? `较旧的数据中可显示的份额缺口${partly ? "至少" : ""}为${money(oldGap, report, locale)}。`
                : `Figures that are older carry ${partly ? "at least " : ""}${money(oldGap, report, locale)} of the gap.`
              : zh
                ? `${count(sum.customers, locale)}份数据中${count(young.customers, locale)}份在${bandName(first, locale)}；份额缺口中${money(oldGap, report, locale)}出自更旧的数据。`
                : `${count(young.customers, locale)} of ${count(sum.customers, locale)} ${sum.customers === 1 ? "figure" : "figures"} ${young.customers === 1 ? "is" : "are"} ${bandName(first, locale)} old; ${money(oldGap, report, locale)} of the gap rests on older ones.`,
    draw: ageMatrix("wallet-ages", rows, stages, () => "historic", site),
    twin: twinOf(
      title,
      rows,
      stages,
      {stage: label("wallet_stage", locale), money: label("gap", locale)},
      site,
    ),
  };
}
