import type {Audience, Locale} from "../cubes.js";
import type {BrushKind} from "./filter/brush.js";
import {type Html, html} from "./html.js";

const words: Record<BrushKind, Record<Locale, string>> = {
  rfm: {en: "Choose cells", zh: "选择单元格"},
  grid: {en: "Choose squares", zh: "选择方格"},
  pareto: {en: "Choose a range", zh: "选择区间"},
};

/** The groups that are chosen whole where small parts are hidden: see filter/brush-groups.ts. */
const groups: Record<BrushKind, Record<Locale, {button: string; whole: string}>> = {
  rfm: {
    en: {button: "Choose slices of R", whole: "whole slices of R are chosen"},
    zh: {button: "选择R分片", whole: "选取以整个R分片为单位"},
  },
  grid: {
    en: {button: "Choose stages", whole: "whole stages are chosen"},
    zh: {button: "选择阶段", whole: "选取以整个阶段为单位"},
  },
  pareto: {
    en: {button: "Choose fifths", whole: "whole fifths of the customers are chosen"},
    zh: {button: "选择五分位", whole: "选取以五分之一的客户为单位"},
  },
};

/**
 * The line of a chart whose parts a reader may choose: what it does, and a button for those who tap rather than drag. The
 * style sheet shows it only where scripts run.
 */
export function brushBar(kind: BrushKind, audience: Audience, locale: Locale): Html {
  const zh = locale === "zh";
  const {button, whole} =
    audience === "executives" ? groups[kind][locale] : {button: words[kind][locale], whole: null};
  const hint = zh
    ? `或直接拖选；其他图随即只显示所选客户${whole ? `。为隐去小群体，${whole}` : ""}。`
    : `or drag over the chart: the other charts then show only the customers in it${whole ? `; ${whole}, so that small groups stay hidden` : ""}.`;
  return html`<p class="brush-bar" data-brush="${kind}"><button type="button" aria-pressed="false">${button}</button> <span>${hint}</span> <button type="button" class="clear" hidden>${zh ? "清除" : "Clear"}</button></p>
`;
}
