import {fontSize, type Hatching, type ShapeOptions} from "./chart-options.js";
import {type Shape, shape} from "./shape.js";

/** The pattern that `hatch` refers to, for a drawing of this id. */
export function hatchPattern(id: string, kind: Hatching): Shape {
  return shape(
    "pattern",
    {
      id: `${id}-${kind}`,
      width: kind === "thin" ? 8 : 6,
      height: 8,
      patternUnits: "userSpaceOnUse",
      patternTransform: kind === "thin" ? "rotate(-45)" : "rotate(45)",
    },
    shape("rect", {width: 8, height: 8, fill: "var(--hatch-ground)"}),
    shape("rect", {width: kind === "thin" ? 1 : 2, height: 8, fill: "var(--hatch)"}),
  );
}

/**
 * A whole drawing around its parts, in the house's type and colours, with the hatchings that parts may refer to.
 * `links` says whether the reader can go through it: it is a group of links then, and one picture otherwise.
 */
export function framed(
  {width, id, label}: Pick<ShapeOptions, "width" | "id" | "label">,
  height: number,
  parts: readonly Shape[],
  links = false,
): Shape {
  return shape(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      id,
      role: links ? "group" : "img",
      "aria-label": label,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      fill: "currentColor",
      "font-family": "var(--sans)",
      "font-size": fontSize({width}),
      "text-anchor": "middle",
      style: "color: var(--quiet); overflow: visible; max-width: 100%; height: auto",
    },
    shape("defs", {}, hatchPattern(id, "hatch"), hatchPattern(id, "thin")),
    ...parts,
  );
}
