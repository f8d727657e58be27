import {flow} from "./flow.js";
import {type DrawingOptions, type MovesData, movePatterns, svg} from "./moves-drawing.js";
import {movesMatrix} from "./moves-matrix.js";

const apart = 44;

const heightsOf = (width: number): {flowHeight: number; matrixHeight: number} =>
  width < 460 ? {flowHeight: 380, matrixHeight: 400} : {flowHeight: 440, matrixHeight: 420};

/**
 * The matrix of a drawing that has it below the flow: the id of its group, and its box as a `viewBox`. On paper the two
 * stand apart, since together they would leave the rest of a sheet empty.
 */
export function matrixBelow(id: string, width: number): {id: string; box: string} {
  const {flowHeight, matrixHeight} = heightsOf(width);
  return {id: `${id}-matrix`, box: `0 ${flowHeight + apart} ${width} ${matrixHeight + 2}`};
}

/**
 * Who moved between the classes of two days: the flow, and the same numbers as a matrix beside it, or below it where
 * there is no room. The height hangs on the width alone, so that another pair of days moves nothing on the page.
 */
export function movesDrawing(data: MovesData, options: DrawingOptions): SVGSVGElement {
  const {width, id, label} = options;
  const beside = width >= 900;
  const {flowHeight, matrixHeight} = heightsOf(width);
  const flowWidth = beside ? Math.round(width * 0.52) : width;
  const height = beside ? flowHeight : flowHeight + apart + matrixHeight;
  const matrixBox = beside
    ? {x: flowWidth + apart, y: 0, width: width - flowWidth - apart, height: flowHeight}
    : {x: 0, y: flowHeight + apart, width, height: matrixHeight};
  return svg(
    options,
    "svg",
    {
      id,
      width,
      height: height + 2,
      viewBox: `0 0 ${width} ${height + 2}`,
      role: "img",
      "aria-label": label,
      "font-family": "var(--sans)",
    },
    movePatterns(options),
    flow(data, {x: 0, y: 0, width: flowWidth, height: flowHeight}, options),
    movesMatrix(data, matrixBox, options),
  ) as SVGSVGElement;
}
