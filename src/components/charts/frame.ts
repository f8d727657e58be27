import * as Plot from "@observablehq/plot";
import {type ChartOptions, fontSize, type Hatching, hatch} from "./chart-options.js";
import {hatchPattern} from "./framed.js";
import {toElement} from "./shape.js";
import {textWidth} from "./text-width.js";

const hatchings: readonly Hatching[] = ["hatch", "thin"];

/** What the frame needs to know of a drawing. */
type FrameOptions = Pick<ChartOptions, "document" | "width" | "id" | "label">;

/**
 * Draws a plot in the house's type and colours: one SVG, named for those who don't see it, whose marks can be gone
 * through where they have titles. The colours are CSS variables, so that one drawing serves light and dark.
 *
 * @throws Error where the plot is not a single drawing, as with a legend of its own
 */
export function draw(options: FrameOptions, spec: Plot.PlotOptions): SVGSVGElement {
  const svg = plain(options, {...spec, marginLeft: spec.marginLeft ?? leftMargin(options, spec)});
  if (svg.tagName.toLowerCase() !== "svg")
    throw new Error(
      `chart ${options.id} is not a single drawing: leave its own legend, title and caption out`,
    );
  for (const g of svg.querySelectorAll("g[aria-label]")) g.removeAttribute("aria-label");
  for (const g of svg.querySelectorAll("g[aria-description]")) g.removeAttribute("aria-description");
  nameApart(svg, options.id);
  for (const kind of hatchings)
    if (svg.querySelector(`[fill="${hatch(options, kind)}"]`)) {
      const defs = options.document.createElementNS(svg.namespaceURI, "defs");
      defs.append(toElement(hatchPattern(options.id, kind), options.document));
      svg.prepend(defs);
    }
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", options.label);
  svg.setAttribute("id", options.id);
  return svg;
}

function plain(options: Pick<FrameOptions, "document" | "width">, spec: Plot.PlotOptions): SVGSVGElement {
  return Plot.plot({
    ...spec,
    document: options.document,
    width: options.width,
    style: {
      background: "none",
      color: "var(--quiet)",
      fontFamily: "var(--sans)",
      fontSize: `${fontSize(options)}px`,
      overflow: "visible",
    },
  }) as unknown as SVGSVGElement;
}

/** What Plot itself knows of a plot before it is drawn for good: its scales, and the texts of its axes. */
export interface Sketch {
  scale: (name: Plot.ScaleName) => Plot.Scale | undefined;
  /** The texts along an axis. */
  ticks: (axis: "x" | "y") => string[];
  /** What stands at the end of an axis, without its arrow; "" where nothing does. */
  label: (axis: "x" | "y") => string;
}

/** Draws a plot to see what comes of it. */
export function sketch(options: Pick<FrameOptions, "document" | "width">, spec: Plot.PlotOptions): Sketch {
  const drawn = plain(options, spec);
  const texts = (part: string): string[] =>
    [...drawn.querySelectorAll(`[aria-label="${part}"] text`)].map((text) => text.textContent ?? "");
  return {
    scale: (name) => (drawn as unknown as Plot.Plot).scale(name),
    ticks: (axis) => texts(`${axis}-axis tick label`),
    label: (axis) => (texts(`${axis}-axis label`)[0] ?? "").replace(/[←→↑↓]/g, "").trim(),
  };
}

/** Room for the longest text of the vertical axis, at most two fifths of the width. */
function leftMargin(options: FrameOptions, spec: Plot.PlotOptions): number {
  const {scale, ticks, label} = sketch(options, spec);
  const longest = Math.max(0, ...ticks("y").map(textWidth));
  // Beside bands the label stands upright; above numbers it takes no room.
  const upright = /^(band|point)$/.test(scale("y")?.type ?? "") && label("y") !== "";
  return Math.min(options.width * 0.4, Math.max(20, longest * fontSize(options) + (upright ? 34 : 16)));
}

/** Plot numbers its clips and other references in each process: here they begin with the drawing's own name. */
function nameApart(svg: SVGSVGElement, id: string): void {
  const own = [...svg.querySelectorAll("[id^=plot-]")];
  for (const [i, element] of own.entries()) {
    const reference = `url(#${element.id})`;
    element.id = `${id}-part-${i + 1}`;
    for (const user of svg.querySelectorAll("*"))
      for (const {name, value} of [...user.attributes])
        if (value.includes(reference))
          user.setAttribute(name, value.replace(reference, `url(#${element.id})`));
  }
}
