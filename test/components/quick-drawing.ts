import {draw} from "../../src/components/charts/frame.js";
import {drawingDocument} from "../../src/components/site.js";
import {type ChartChoice, quickChart} from "../../src/components/workbench/quick-chart.js";
import type {QueryResult} from "../../src/components/workbench/result.js";
import {drawnWords} from "../../src/components/workbench/result-view.js";
import {workbenchWords} from "../../src/components/workbench/words.js";

/** A result as the workbench draws it. */
export function drawnQuickly(result: QueryResult, choice: ChartChoice, width = 600): SVGSVGElement {
  const label = drawnWords(result, choice, workbenchWords.en, "en");
  return draw(
    {document: drawingDocument(), width, id: "drawing", label},
    quickChart(result, choice, {width, locale: "en"}),
  );
}
