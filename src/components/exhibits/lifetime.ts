import type {LifetimeValueRow} from "../../cubes/value.js";
import {rowCells, whyEmpty} from "../absent.js";
import {aliveBars} from "../charts/alive-bars.js";
import {lifetimeParts, partName} from "../charts/lifetime-parts.js";
import {markWords} from "../charts/mark-words.js";
import {type MatrixCell, matrix} from "../charts/matrix.js";
import {customerCount} from "../customer-count.js";
import {cellMark} from "../drill/cell-mark.js";
import {firstTenth} from "../findings/lifetime.js";
import {count, day, exactMoney, money, percent} from "../formats.js";
import {horizonWords, valueBasis} from "../horizon.js";
import type {Html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label, sentenceCase} from "../terms.js";
import {guards} from "../value-terms.js";
import type {Exhibit} from "./exhibit.js";

/** The ten parts of the newest date, highest first, and those below zero last. */
export function partsNow({cubes}: Site): LifetimeValueRow[] {
  return (cubes.find("lifetime-values") ?? [])
    .filter((r) => r.as_of === cubes.report.as_of)
    .sort((a, b) => Number(a.below_zero) - Number(b.below_zero) || (a.part ?? 99) - (b.part ?? 99));
}

/** Customers by P(alive) at the newest date. */
export function aliveExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = [...(cubes.find("lifetime-alive") ?? [])].sort((a, b) => a.bin - b.bin);
  const sum = (test: (bin: number) => boolean): number =>
    rows.filter((r) => test(r.bin)).reduce((s, r) => s + (r.customers ?? 0), 0);
  const [gone, likely, all] = [sum((b) => b < 5), sum((b) => b >= 8), sum(() => true)];
  const least = (test: (bin: number) => boolean): string =>
    rows.some((r) => test(r.bin) && r.suppressed) ? (zh ? "至少" : "at least ") : "";
  const [leastGone, leastLikely] = [least((b) => b < 5), least((b) => b >= 8)];
  // "At least none" says nothing.
  const [goneTold, likelyTold] = [gone > 0 || leastGone === "", likely > 0 || leastLikely === ""];
  const saidOf = {
    gone: zh
      ? `${leastGone}${count(gone, locale)}位客户的活跃概率低于50%，更可能已经流失`
      : `${leastGone}${customerCount(gone, locale)} ${gone === 1 ? "has" : "have"} probably left (P(alive) below 50%)`,
    likely: zh
      ? `${leastLikely}${count(likely, locale)}位${goneTold ? "" : "客户的活跃概率"}在80%以上`
      : `for ${leastLikely}${count(likely, locale)}${goneTold ? "" : ` ${likely === 1 ? "customer" : "customers"}`} the probability of still being one is 80% or more`,
  };
  const told = [...(goneTold ? [saidOf.gone] : []), ...(likelyTold ? [saidOf.likely] : [])];
  const title = zh ? "客户的活跃概率" : "How likely each customer still is one";
  const assumed = (cubes.find("lifetime-models") ?? []).some(
    (r) => r.as_of === cubes.report.as_of && r.primary && r.model === "nbd" && r.ok,
  );
  const why = assumed ? guards.no_dropout![locale] : whyEmpty("model", locale);
  return {
    id: "alive",
    missing: rows.length === 0 ? why : null,
    title,
    subtitle: zh
      ? `按P(alive)每10%一档的客户数，截至${day(cubes.report.as_of, locale)}`
      : `Customers by P(alive), in steps of 10%, as of ${day(cubes.report.as_of, locale)}`,
    says:
      rows.length === 0
        ? why
        : all === 0 || told.length === 0
          ? whyEmpty("nothing", locale)
          : zh
            ? `${told.join("；")}。`
            : `${sentenceCase(told.join("; "))}.`,
    draw: (options) =>
      aliveBars(
        rows.map((r) => ({...r, mark: r.customers ? cellMark("alive", {bin: r.bin}) : undefined})),
        options,
      ),
    twin: table(
      title,
      [
        {head: "P(alive)"},
        {head: label("customers", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: `${label("clv_future", locale)} (${horizonWords(site)})`, number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, cubes.report, locale);
        return {
          cells: [
            `${r.bin * 10}–${(r.bin + 1) * 10}%`,
            as.count(r.customers),
            as.money(r.revenue),
            as.money(r.clv_future),
          ],
        };
      }),
    ),
  };
}

/** Lifetime value of ten equal parts of customers: value so far and expected value to come. */
export function partsExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = partsNow(site);
  const total = (of: "clv" | "clv_future"): number | null =>
    rows.reduce<number | null>((s, r) => (s === null || r[of] === null ? null : s + r[of]), 0);
  const [first, all] = [rows.find((r) => r.part === 1), total("clv")];
  const below = rows.find((r) => r.below_zero);
  const title = zh ? "生命周期价值：客户分为十份" : "Lifetime value: customers in ten equal parts";
  const lost =
    below?.customers && below.clv !== null
      ? zh
        ? `；生命周期价值为负的${count(below.customers, locale)}位合计为${money(below.clv, report, locale)}`
        : `; the ${count(below.customers, locale)} whose lifetime value is negative come to ${money(below.clv, report, locale)}`
      : "";
  return {
    id: "lifetime-parts",
    missing: rows.length === 0 ? whyEmpty("model", locale) : null,
    title,
    subtitle: zh
      ? `各份客户的历史价值与预期未来价值之和；${horizonWords(site)}；${valueBasis(site)}`
      : `Value so far and expected value to come of each part’s customers together; ${horizonWords(site)}; ${valueBasis(site)}`,
    says:
      first?.customers && first.clv !== null && all !== null && all > 0
        ? zh
          ? `${firstTenth(first.customers, Boolean(below?.customers), locale)}占全部生命周期价值（历史与未来合计）的${percent(first.clv / all, locale)}${lost}。`
          : `${sentenceCase(firstTenth(first.customers, Boolean(below?.customers), locale))} ${first.customers === 1 ? "holds" : "hold"} ${percent(first.clv / all, locale)} of all lifetime value, past and to come${lost}.`
        : rows.some((r) => r.suppressed) || all === null
          ? zh
            ? "部分客户太少，占比已隐去。"
            : "Some parts hold too few customers for shares to be shown."
          : rows.every((r) => r.customers === 0)
            ? whyEmpty("nothing", locale)
            : zh
              ? `生命周期价值合计${money(all, report, locale)}${lost}。`
              : `Lifetime value comes to ${money(all, report, locale)} in all${lost}.`,
    legend: [
      {swatch: "historic", label: zh ? "历史价值（已实现）" : "value so far (made)"},
      {swatch: "future", label: zh ? "预期未来价值（判断）" : "expected value to come (a judgement)"},
    ],
    draw: (options) =>
      lifetimeParts(
        rows.map((r) => ({
          ...r,
          mark: r.customers
            ? cellMark("lifetime-parts", {part: r.part, below_zero: r.below_zero})
            : undefined,
        })),
        options,
      ),
    twin: table(
      title,
      [
        {head: label("part", locale)},
        {head: label("customers", locale), number: true},
        {head: label("p_alive", locale), number: true},
        {head: label("expected_purchases", locale), number: true},
        {head: label("clv_historic", locale), number: true},
        {head: label("clv_future", locale), number: true},
        {head: label("clv", locale), number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, report, locale);
        return {
          cells: [
            sentenceCase(partName(r, locale)),
            as.count(r.customers),
            as.percent(r.p_alive),
            as.number(r.expected_purchases),
            as.money(r.clv_historic),
            as.money(r.clv_future),
            as.money(r.clv),
          ],
        };
      }),
    ),
  };
}

/** The future value under other horizons and rates: the judgement that is in it. */
export function sensitivityExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("lifetime-sensitivity") ?? [];
  const months = [...new Set(rows.map((r) => r.horizon_months))].sort((a, b) => a - b);
  const rates = [...new Set(rows.map((r) => r.discount_rate))].sort((a, b) => a - b);
  const monthName = (m: number): string => (zh ? `${m}个月` : `${m} months`);
  const rateName = (r: number): string => `${Number((r * 100).toFixed(2))}%`;
  const most = Math.max(1, ...rows.map((r) => r.clv_future));
  const cells: MatrixCell[] = rows.map((r) => ({
    row: String(r.horizon_months),
    column: String(r.discount_rate),
    text: `${r.chosen ? "★ " : ""}${money(r.clv_future, report, locale)}`,
    title: markWords(
      [monthName(r.horizon_months), rateName(r.discount_rate)],
      exactMoney(r.clv_future, report, locale),
      locale,
    ),
    colour: "heat-4",
    strength: Math.max(0, r.clv_future) / most,
  }));
  const values = rows.map((r) => r.clv_future);
  const title = zh ? "预测期与折现率的影响" : "How much depends on the horizon and the rate";
  return {
    id: "lifetime-sensitivity",
    missing: rows.length === 0 ? whyEmpty("model", locale) : null,
    title,
    subtitle: zh
      ? "全部客户的预期未来价值，纵为预测期，横为年折现率；★为本报告所选"
      : "Expected value to come of all customers, by horizon and yearly discount rate; ★ is this report’s choice",
    says: zh
      ? `同一模型、同一数据，未来价值可从${money(Math.min(...values, most), report, locale)}到${money(most, report, locale)}：这部分是判断，不是测量。`
      : `From one model and the same data the future is worth anything from ${money(Math.min(...values, most), report, locale)} to ${money(most, report, locale)}: this part is a judgement, not a measurement.`,
    draw: (options) =>
      matrix(
        months.map((m) => ({key: String(m), name: monthName(m)})),
        rates.map((r) => ({key: String(r), name: rateName(r)})),
        cells,
        {rows: label("horizon", locale), columns: label("discount_rate", locale)},
        options,
      ),
    twin: table(
      title,
      [{head: label("horizon", locale)}, ...rates.map((r) => ({head: rateName(r), number: true}))],
      months.map((m) => ({
        cells: [
          monthName(m),
          ...rates.map((rate) => {
            const row = rows.find((r) => r.horizon_months === m && r.discount_rate === rate);
            return rowCells({}, report, locale).money(row?.clv_future ?? null);
          }),
        ],
      })),
    ),
  };
}

/** The retention formula at each date: the baseline beside the model. */
export function retentionTable(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = [...(cubes.find("lifetime-retention") ?? [])].sort((a, b) => (a.as_of < b.as_of ? 1 : -1));
  const caption = zh ? "留存公式（基线）" : "The retention formula, as a baseline";
  return table(
    caption,
    [
      {head: label("day", locale)},
      {head: zh ? "每位客户年利润" : "Margin per customer and year", number: true},
      {head: zh ? "年留存率r" : "Yearly retention r", number: true},
      {head: zh ? "年折现率d" : "Yearly discount rate d", number: true},
      {head: zh ? "每位客户价值" : "Value per customer", number: true},
    ],
    rows.map((r) => {
      const as = rowCells({}, cubes.report, locale);
      return {
        cells: [
          day(r.as_of, locale),
          as.money(r.margin),
          as.percent(r.retention),
          as.percent(r.discount_rate),
          as.money(r.value),
        ],
      };
    }),
  );
}
