import {curveX} from "../charts/pareto-curve.js";
import {type Brush, parseBrush} from "../filter/brush.js";

const svgNamespace = "http://www.w3.org/2000/svg";

/** Marks the chosen parts of a chart: the other cells are dimmed, on the curve a band is laid; null takes the marks away. */
export function markBrush(figure: HTMLElement, brush: Brush | null): void {
  const chosen = new Set(brush?.cells);
  figure.classList.toggle("brushed", brush !== null && brush.on !== "pareto");
  figure
    .querySelector(".brush-bar [aria-pressed]")
    ?.setAttribute("aria-pressed", String("choosing" in figure.dataset));
  figure.querySelector(".brush-bar .clear")?.toggleAttribute("hidden", brush === null);
  for (const mark of figure.querySelectorAll<SVGElement>(".chosen")) mark.classList.remove("chosen");
  for (const band of figure.querySelectorAll(".brush-band")) band.remove();
  if (!brush) return;
  if (brush.on === "pareto")
    for (const svg of figure.querySelectorAll<SVGSVGElement>(".drawing > svg")) lay(svg, brush);
  else
    for (const mark of figure.querySelectorAll<SVGElement>("[data-mark]")) {
      const part = parseBrush(mark.dataset.mark ?? null);
      if (part?.on === brush.on && part.cells.every((cell) => chosen.has(cell))) mark.classList.add("chosen");
    }
}

/** A band over each run of hundredths. */
function lay(svg: SVGSVGElement, {cells}: Brush): void {
  const {width, height} = svg.viewBox.baseVal;
  const starts = cells.filter((cell, i) => cells[i - 1] !== cell - 1);
  const ends = cells.filter((cell, i) => cells[i + 1] !== cell + 1);
  starts.forEach((start, i) => {
    const [from, to] = [curveX((start - 1) / 100, width), curveX(ends[i]! / 100, width)];
    const band = document.createElementNS(svgNamespace, "rect");
    const form = {x: from, y: 20, width: to - from, height: height - 64, class: "brush-band"};
    for (const [name, value] of Object.entries(form)) band.setAttribute(name, String(value));
    svg.append(band);
  });
}
