import * as Plot from "@observablehq/plot";
import {type ChartOptions, type Hatching, hatch, isNarrow} from "./chart-options.js";

export {type ChartOptions, hatch, isNarrow} from "./chart-options.js";

const svgNamespace = "http://www.w3.org/2000/svg";

function hatchPattern({document, id}: ChartOptions, kind: Hatching): SVGElement {
  const element = (name: string, attributes: Record<string, string>): SVGElement => {
    const e = document.createElementNS(svgNamespace, name) as SVGElement;
    for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
    return e;
  };
  const pattern = element("pattern", {
    id: `${id}-${kind}`,
    width: kind === "thin" ? "8" : "6",
    height: "8",
    patternUnits: "userSpaceOnUse",
    patternTransform: kind === "thin" ? "rotate(-45)" : "rotate(45)",
  });
  pattern.append(
    element("rect", {width: "8", height: "8", fill: "var(--hatch-ground)"}),
    element("rect", {width: kind === "thin" ? "1" : "2", height: "8", fill: "var(--hatch)"}),
  );
  const defs = element("defs", {});
  defs.append(pattern);
  return defs;
}

/**
 * Draws a plot in the house's type and colours. The colours are CSS variables, so that one drawing serves light and
 * dark; there are no clips, whose ids count up from process to process.
 */
export function draw(options: ChartOptions, spec: Plot.PlotOptions): SVGSVGElement {
  const svg = Plot.plot({
    ...spec,
    document: options.document,
    width: options.width,
    style: {
      background: "none",
      color: "var(--quiet)",
      fontFamily: "var(--sans)",
      fontSize: isNarrow(options) ? "12px" : "13px",
      overflow: "visible",
    },
  }) as unknown as SVGSVGElement;
  if (svg.tagName.toLowerCase() !== "svg") throw new Error(`chart ${options.id} is not a single drawing`);
  for (const g of svg.querySelectorAll("g[aria-label]")) g.removeAttribute("aria-label");
  for (const g of svg.querySelectorAll("g[aria-description]")) g.removeAttribute("aria-description");
  // A link's name must stand on the link: what is inside a mark of a drawing is not read as its content.
  for (const a of svg.querySelectorAll("a")) {
    const mark = a.querySelector("[aria-label]");
    if (mark) a.setAttribute("aria-label", mark.getAttribute("aria-label")!);
    mark?.removeAttribute("aria-label");
  }
  for (const kind of ["hatch", "thin"] as const)
    if (svg.querySelector(`[fill="${hatch(options, kind)}"]`)) svg.prepend(hatchPattern(options, kind));
  svg.setAttribute("role", svg.querySelector("a") ? "group" : "img");
  svg.setAttribute("aria-label", options.label);
  svg.setAttribute("id", options.id);
  return svg;
}
