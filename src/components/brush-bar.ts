import type {Locale} from "../cubes.js";
import type {BrushKind} from "./filter/brush.js";
import {type Html, html} from "./html.js";

const words: Record<BrushKind, Record<Locale, string>> = {
  rfm: {en: "Choose cells", zh: "选择单元格"},
  grid: {en: "Choose squares", zh: "选择方格"},
  pareto: {en: "Choose a range", zh: "选择区间"},
};

/**
 * The line of a chart whose parts a reader may choose: what it does, and a button for those who tap rather than drag. The
 * style sheet shows it only where scripts run.
 */
export function brushBar(kind: BrushKind, locale: Locale): Html {
  const hint =
    locale === "zh"
      ? "或直接拖选；其他图随即只显示所选客户。"
      : "or drag over the chart: the other charts then show only the customers in it.";
  return html`<p class="brush-bar" data-brush="${kind}"><button type="button" aria-pressed="false">${words[kind][locale]}</button> <span>${hint}</span> <button type="button" class="clear" hidden>${locale === "zh" ? "清除" : "Clear"}</button></p>
`;
}
