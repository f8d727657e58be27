import {flow} from "./flow.js";
import {type DrawingOptions, type MovesData, movePatterns, svg} from "./moves-drawing.js";
import {movesMatrix} from "./moves-matrix.js";

/**
 * Who moved between the classes of two days: the flow, and the same numbers as a matrix beside it, or below it where
 * there is no room. The height hangs on the width alone, so that another pair of days moves nothing on the page.
 */
export function movesDrawing(data: MovesData, options: DrawingOptions): SVGSVGElement {
  const {width, id, label} = options;
  const beside = width >= 900;
  const narrow = width < 460;
  const [flowHeight, matrixHeight] = narrow ? [380, 400] : [440, 420];
  const apart = 44;
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
