import {day} from "../formats.js";
import {type Html, html} from "../html.js";
import {nameOf} from "../name-of.js";
import type {Site} from "../site.js";
import {classes, gridStageTerms, label, sentenceCase, walletStageTerms} from "../terms.js";
import {classPlaces, type Dimension, others, stagePlaces, unknown} from "./filter.js";

/** One value of a filter: its place in the files, what the address calls it, and its name. */
interface FilterValue {
  place: number;
  token: string;
  name: string;
}

/** The values of each dimension that this report can be filtered by; a dimension without its export is left out. */
function filterValues(site: Site): {dimension: Dimension; name: string; values: FilterValue[]}[] {
  const {cubes, locale} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const unnamed = [
    {place: others, token: "~other", name: zh ? "其他" : "all others"},
    {place: unknown, token: "~unknown", name: zh ? "未知" : "not known"},
  ];
  const named = (dimension: "region" | "industry"): FilterValue[] =>
    cubes
      .read("filter-values")
      .filter((v) => v.dimension === dimension)
      .flatMap(({place, name}) =>
        name === null
          ? unnamed.filter((value) => value.place === place)
          : [{place, token: name, name: nameOf(name, report, locale)}],
      );
  const abc = classPlaces
    .filter((c) => c !== "D" || report.primary_abc_preset === "by-value")
    .map((c) => ({place: classPlaces.indexOf(c), token: c, name: classes[c][locale]}));
  const terms: Record<string, {en: string; zh: string}> =
    report.filter_stage === "wallet" ? walletStageTerms : gridStageTerms;
  // Those who only gave back are offered where there are any, and may be told.
  const gaveBack = cubes.has("wallets") && cubes.read("wallet").some((r) => r.stage === "none");
  const stages = stagePlaces(report)
    .map((s, place) => ({place, token: s, name: sentenceCase(terms[s]![locale])}))
    .filter(({token}) => token !== "none" || gaveBack);
  const needed = report.filter_stage === "wallet" ? "wallets" : "relationships";
  return [
    ...(cubes.has("customers")
      ? [
          {dimension: "region" as const, name: zh ? "地区" : "Region", values: named("region")},
          {dimension: "industry" as const, name: zh ? "行业" : "Industry", values: named("industry")},
        ]
      : []),
    {dimension: "class" as const, name: zh ? "ABC分类" : "ABC class", values: abc},
    ...(cubes.has(needed)
      ? [
          {
            dimension: "stage" as const,
            name: label(report.filter_stage === "wallet" ? "wallet_stage" : "grid_stage", locale),
            values: stages,
          },
        ]
      : []),
  ];
}

/**
 * The filter bar of a page. It is hidden until scripts run: what stands in the page before is everyone at the newest
 * date.
 */
export function filterBar(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const all = zh ? "全部" : "all";
  const singly = report.audience === "executives";
  return html`<form class="filters" aria-label="${zh ? "筛选" : "Filters"}" data-singly="${String(singly)}" hidden>
${filterValues(site).map(
  ({
    dimension,
    name,
    values,
  }) => html`<label>${name}<select name="${dimension}"${dimension === "class" ? null : html` data-of="${zh ? `（${name}）` : ` (${name.toLowerCase()})`}"`}><option value="">${all}</option>${values.map(
    (v) => html`<option value="${v.token}" data-place="${v.place}">${v.name}</option>`,
  )}</select></label>
`,
)}${
  report.dates.length > 1
    ? html`<label>${label("day", locale)}<select name="as_of">${[...report.dates]
        .reverse()
        .map(
          (d, i) => html`<option value="${i === 0 ? "" : d}" data-day="${d}">${day(d, locale)}</option>`,
        )}</select></label>
`
    : null
}<button type="reset">${zh ? "清除" : "Clear"}</button>
<p class="filter-state" role="status" data-all="${zh ? "图表为全部客户。" : "Charts show all customers."}" data-failed="${zh ? "所选数据未能载入，图表为全部客户。请检查网络后重新选择，或刷新页面。" : "What you chose could not be loaded: charts show all customers. Check the connection and choose again, or reload the page."}" data-chosen="${zh ? "所选：" : "Chosen: "}" data-over-time="${zh ? "；随时间的变化为各截止日处于所选部分的客户。" : ". Over time: those who stood in the chosen part at each date."}" data-headline="${zh ? "标题为全部客户，以下为所选客户。" : "Headline: all customers. Below: those chosen."}" data-unfiltered="${zh ? "不随筛选变化：全部客户，最新截止日。" : "Not filtered: all customers at the newest date."}"></p>
${singly ? html`<p class="filter-note">${zh ? "为保护小群体，一次只能选一个条件（日期除外）。" : "So that small groups stay hidden, one filter at a time can be set beside the date."}</p>` : null}${
  cubes.has("customers")
    ? html`<p class="filter-note">${zh ? "地区与行业取自客户导出文件，不分日期；类别取各截止日的值。" : "Region and industry are as of the customers export; classes and stages are those of the date."}</p>`
    : null
}</form>
`;
}
