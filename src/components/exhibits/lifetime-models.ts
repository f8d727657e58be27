import type {LifetimeModelRow} from "../../cubes/value.js";
import {notShown, rowCells, whyEmpty} from "../absent.js";
import {holdoutLines} from "../charts/holdout-lines.js";
import {count, daySpan, number, oneDecimal, percent} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label, sentenceCase} from "../terms.js";
import {guards, purchaseModels} from "../value-terms.js";
import type {Exhibit} from "./exhibit.js";

function modelsNow({cubes}: Site): LifetimeModelRow[] {
  return (cubes.find("lifetime-models") ?? []).filter((r) => r.as_of === cubes.report.as_of);
}

const guardWords = (code: string, {locale}: Site): string =>
  Object.hasOwn(guards, code) ? guards[code]![locale] : code;

/** A model of purchases that was fitted and that no figure of the report is from. */
const beside = (m: LifetimeModelRow): boolean => m.ok && !m.primary && m.model !== "gamma-gamma";

/** The models that the report's figures come from before those that stand beside them. */
function inUseFirst(models: readonly LifetimeModelRow[]): LifetimeModelRow[] {
  const place = (m: LifetimeModelRow): number =>
    m.model === "gamma-gamma" ? 1 : m.primary && m.ok ? 0 : m.ok ? 3 : 2;
  return [...models].sort((a, b) => place(a) - place(b));
}

/** What stands against the figures, in words: refusals and warnings of each model, and the source's own criticism. */
export function guardList(site: Site): Html {
  const {locale} = site;
  const zh = locale === "zh";
  const colon = zh ? "：" : ": ";
  const items = inUseFirst(modelsNow(site)).flatMap((m) => {
    const name = `${purchaseModels[m.model][locale]}${beside(m) ? (zh ? "（仅作对照）" : " (beside it, for comparison)") : ""}`;
    if (!m.ok) {
      const instead =
        m.model === "gamma-gamma"
          ? zh
            ? "改用每位客户自己的平均金额。"
            : " Each customer’s own mean spend stands in."
          : zh
            ? "该模型不参与估计。"
            : " The model takes no part.";
      return [
        html`<li><strong>${sentenceCase(name)}</strong>${colon}${guardWords(m.reason ?? "", site)}${instead}</li>
`,
      ];
    }
    return m.warnings.map((w) => {
      const corr =
        w === "correlated_money" && m.correlation !== null
          ? zh
            ? `相关系数${number(m.correlation, locale)}。`
            : ` The correlation is ${number(m.correlation, locale)}.`
          : "";
      return html`<li><strong>${sentenceCase(name)}</strong>${colon}${guardWords(w, site)}${corr}</li>
`;
    });
  });
  const judgement = zh
    ? html`<li><strong>文献自己的批评</strong>：生命周期价值的未来部分是判断。预测期与折现率由人设定，改变它们，数字随之改变。</li>
`
    : html`<li><strong>The source’s own criticism</strong>: the future part of a lifetime value is a judgement. Horizon and rate are set by people, and the figure changes with them.</li>
`;
  return html`<ul class="warnings">${items}${judgement}</ul>`;
}

const units: Record<string, Record<string, {en: string; zh: string}>> = {
  "bg-nbd": {alpha: {en: "weeks", zh: "周"}},
  "pareto-nbd": {alpha: {en: "weeks", zh: "周"}, beta: {en: "weeks", zh: "周"}},
  nbd: {alpha: {en: "weeks", zh: "周"}},
  "gamma-gamma": {v: {en: "money", zh: "金额"}},
};

const letters: Record<string, string> = {alpha: "α", beta: "β"};

/** The fitted parameters with standard errors, intervals and units. */
export function parameterTable(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = (cubes.find("lifetime-parameters") ?? []).filter((r) => r.as_of === report.as_of);
  const models = modelsNow(site);
  const title = zh ? "拟合的参数" : "The fitted parameters";
  if (rows.length === 0) return notShown(title, whyEmpty("model", locale));
  const n = (x: number): string => number(x, locale);
  const fits = table(
    zh ? "拟合的模型" : "The fits",
    [
      {head: label("model", locale)},
      {head: label("customers", locale), number: true},
      {head: zh ? "对数似然" : "Log-likelihood", number: true},
      {head: zh ? "用途" : "Used for"},
    ],
    models.map((m) => ({
      cells: [
        purchaseModels[m.model][locale],
        count(m.customers, locale),
        m.log_likelihood === null ? "–" : oneDecimal(m.log_likelihood, locale),
        !m.ok
          ? zh
            ? "未采用"
            : "refused"
          : m.primary
            ? zh
              ? "本报告的数字"
              : "this report’s figures"
            : zh
              ? "对照"
              : "comparison",
      ],
    })),
  );
  return html`${fits}${table(
    title,
    [
      {head: label("model", locale)},
      {head: label("parameter", locale)},
      {head: label("unit", locale)},
      {head: label("estimate", locale), number: true},
      {head: label("standard_error", locale), number: true},
      {head: label("interval", locale), number: true},
    ],
    rows.map((r) => ({
      cells: [
        purchaseModels[r.model][locale],
        letters[r.parameter] ?? r.parameter,
        units[r.model]?.[r.parameter]?.[locale] ?? "–",
        n(r.estimate),
        n(r.standard_error),
        zh ? `${n(r.low)}至${n(r.high)}` : `${n(r.low)} to ${n(r.high)}`,
      ],
    })),
  )}`;
}

/** The holdout panel: fitted on the past, held against what then came, by frequency. */
export function holdoutExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = cubes.find("lifetime-holdout") ?? [];
  const totals = rows.filter((r) => r.frequency === null);
  const fitted = totals.filter((r) => r.forecast !== "naive" && r.mae !== null);
  const best = fitted.reduce<(typeof totals)[number] | null>(
    (a, r) => (a === null || r.mae! < a.mae! ? r : a),
    null,
  );
  const naive = totals.find((r) => r.forecast === "naive");
  const title = zh ? "留出检验：预测与实际" : "Compared with what came: forecast and actual";
  const first = rows[0];
  const says =
    best && naive?.mae
      ? zh
        ? `留出期实际有${count(best.actual, locale)}次购买；${purchaseModels[best.forecast].zh}预测${count(Math.round(best.expected), locale)}次，${best.expected >= best.actual ? "多" : "少"}${percent(Math.abs(best.expected / best.actual - 1), locale)}；每位客户平均误差${number(best.mae!, locale)}，简单外推为${number(naive.mae, locale)}。`
        : `${count(best.actual, locale)} ${best.actual === 1 ? "purchase was" : "purchases were"} made; the ${purchaseModels[best.forecast].en} expected ${count(Math.round(best.expected), locale)}, ${percent(Math.abs(best.expected / best.actual - 1), locale)} ${best.expected >= best.actual ? "too many" : "too few"}. Its mean error per customer is ${number(best.mae!, locale)}, the naive rate’s ${number(naive.mae, locale)}.`
      : zh
        ? "没有模型可以检验，只有简单外推。"
        : "No model could be tested, only the naive rate.";
  const frequencies = [...new Set(rows.flatMap((r) => (r.frequency === null ? [] : [r.frequency])))].sort(
    (a, b) => a - b,
  );
  const forecasts = [...new Set(rows.map((r) => r.forecast))];
  const as = rowCells({}, cubes.report, locale);
  return {
    id: "holdout",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: first
      ? zh
        ? `留出期（${daySpan(first.calibration_end, first.holdout_end, locale)}）每位客户的购买次数，按此前的重复购买次数`
        : `Purchases per customer from ${daySpan(first.calibration_end, first.holdout_end, locale)}, by repeat purchases before`
      : "",
    says,
    draw: (options) => holdoutLines(rows, options),
    twin: html`${table(
      title,
      [
        {head: zh ? "此前重复购买" : "Repeat purchases before"},
        {head: label("customers", locale), number: true},
        {head: label("actual", locale), number: true},
        ...forecasts.map((f) => ({head: sentenceCase(purchaseModels[f][locale]), number: true})),
      ],
      frequencies.map((f) => {
        const line = rows.filter((r) => r.frequency === f);
        return {
          cells: [
            `${f}${line[0]?.and_above ? "+" : ""}`,
            as.count(line[0]?.customers ?? null),
            as.number(line[0]?.actual ?? null),
            ...forecasts.map((name) => as.number(line.find((r) => r.forecast === name)?.expected ?? null)),
          ],
        };
      }),
    )}`,
  };
}

/** The totals of the holdout: what came and what was expected, with the errors per customer. */
export function holdoutTable(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const totals = (cubes.find("lifetime-holdout") ?? []).filter((r) => r.frequency === null);
  if (totals.length === 0) return html``;
  const as = rowCells({}, cubes.report, locale);
  return table(
    zh ? "留出检验的误差" : "Errors of the forecasts",
    [
      {head: zh ? "预测" : "Forecast"},
      {head: label("customers", locale), number: true},
      {head: zh ? "实际购买" : "Purchases that came", number: true},
      {head: zh ? "预测购买" : "Purchases expected", number: true},
      {head: zh ? "平均绝对误差MAE" : "Mean absolute error (MAE)", number: true},
      {head: zh ? "均方根误差RMSE" : "Root mean square error (RMSE)", number: true},
    ],
    totals.map((r) => ({
      cells: [
        sentenceCase(purchaseModels[r.forecast][locale]),
        as.count(r.customers),
        as.count(Math.round(r.actual)),
        as.decimal(r.expected),
        as.number(r.mae),
        as.number(r.rmse),
      ],
    })),
  );
}
