import type {MovementDirection} from "../../cubes/movement.js";
import type {ChartOptions} from "./chart-options.js";

/** What a drawing of movement is told: it needs neither the report nor a library, since it is redrawn in the browser. */
export type DrawingOptions = Pick<ChartOptions, "document" | "width" | "locale" | "id" | "label">;

/** A class on one side of a movement: its name and fill; null is hatched, for what is no class. */
export interface MoveSide {
  key: string;
  name: string;
  fill: string | null;
}

/** Customers who went from one class to another; null where they are too few to be shown. */
export interface Move {
  from: string;
  to: string;
  direction: MovementDirection;
  customers: number | null;
  text: string;
  title: string;
  /** What it stands for, where a reader may see the customers behind it. */
  mark?: string | undefined;
}

/** The classes on both days from the highest, the moves between them, and the two days as heads. */
export interface MovesData {
  from: readonly MoveSide[];
  to: readonly MoveSide[];
  moves: readonly Move[];
  heads: {from: string; to: string};
  /** How a number of customers is written. */
  count: (n: number) => string;
}

/** Where on the drawing a part of it stands, in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const namespace = "http://www.w3.org/2000/svg";

type Attributes = Record<string, string | number | undefined>;

/** An SVG element with attributes and children; a child that is text is written as text. */
export function svg(
  {document}: Pick<DrawingOptions, "document">,
  name: string,
  attributes: Attributes,
  ...children: (Node | string)[]
): SVGElement {
  const element = document.createElementNS(namespace, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(key, typeof value === "number" ? tidy(value) : value);
  element.append(...children);
  return element;
}

/** A coordinate with at most one decimal: the same bytes wherever it is drawn. */
export function tidy(x: number): string {
  return String(Math.round(x * 10) / 10);
}

/** The colour variable of each direction. */
export const directionColours: Record<MovementDirection, string> = {
  up: "up",
  same: "same",
  down: "down",
  came: "segment-promising",
  lost: "class-c",
  new: "segment-promising",
};

/** Stripes for what fell, which read without colour, and the hatching of what is no class or not told. */
export function movePatterns(options: DrawingOptions): SVGElement {
  const {id} = options;
  const stripes = svg(
    options,
    "pattern",
    {id: `${id}-fell`, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)"},
    svg(options, "rect", {width: 7, height: 7, fill: "var(--down)", "fill-opacity": "0.32"}),
    svg(options, "rect", {width: 2.5, height: 7, fill: "var(--down)"}),
  );
  const hatching = svg(
    options,
    "pattern",
    {id: `${id}-hatch`, width: 6, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)"},
    svg(options, "rect", {width: 6, height: 8, fill: "var(--hatch-ground)"}),
    svg(options, "rect", {width: 2, height: 8, fill: "var(--hatch)"}),
  );
  return svg(options, "defs", {}, stripes, hatching);
}
