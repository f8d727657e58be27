import {JSDOM} from "jsdom";
import {type Shape, toElement} from "../../src/components/charts/shape.js";

const {document} = new JSDOM("").window;

/** A chart that gives a shape, as one that gives its SVG. */
export function drawn<Args extends unknown[]>(
  chart: (...args: Args) => Shape,
): (...args: Args) => SVGSVGElement {
  return (...args) => toElement(chart(...args), document) as SVGSVGElement;
}
