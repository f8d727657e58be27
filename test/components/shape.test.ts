import fc from "fast-check";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {rfmSlices} from "../../src/components/charts/rfm-slices.js";
import {patch, type Shape, shape, toElement} from "../../src/components/charts/shape.js";
import {shapeText} from "../../src/components/charts/shape-text.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const {document} = new JSDOM("").window;
const names = fc.constantFrom("g", "rect", "text", "a");
const shapes = fc.letrec<{shape: Shape}>((tie) => ({
  shape: fc.record({
    tag: names,
    attributes: fc.dictionary(fc.constantFrom("x", "y", "fill", "href"), fc.constantFrom("1", "2", "a"), {
      maxKeys: 3,
    }),
    children: fc.array(fc.oneof({maxDepth: 3}, fc.constantFrom("one", "two"), tie("shape")), {maxLength: 4}),
  }) as fc.Arbitrary<Shape>,
})).shape;

const serialised = (of: Shape): string => toElement(of, document).outerHTML;

describe("a shape as text", () => {
  it("is what a document makes of it, whatever stands in its texts and attributes", () => {
    const text = fc.string({unit: fc.constantFrom("&", "<", ">", '"', "'", "\u00a0", "客", "a", "\n")});
    fc.assert(
      fc.property(shapes, text, text, (inside, value, words) => {
        const of = shape("svg", {viewBox: "0 0 1 1", title: value}, words, inside);
        expect(shapeText(of)).toBe(serialised(of));
      }),
    );
  });
});

describe("a shape laid over a drawing", () => {
  it("makes it what it would be if drawn anew", () => {
    fc.assert(
      fc.property(shapes, shapes, (before, after) => {
        const root = toElement({...before, tag: "svg"}, document);
        patch(root, {...after, tag: "svg"});
        expect(root.isEqualNode(toElement({...after, tag: "svg"}, document)), root.outerHTML).toBe(true);
      }),
    );
  });

  it("keeps the elements that stand there, and with them the reader's focus", () => {
    const rows = fixtureCubes().rfm.filter((r) => r.scheme === "together");
    const draw = (whole: number): Shape =>
      rfmSlices(rows, "together", "customers", whole, {
        width: 1080,
        locale: "en",
        id: "s",
        label: "a chart",
        report: fixtureCubes().report,
      });
    const svg = toElement(draw(640), document);
    const before = [...svg.querySelectorAll("*")];
    patch(svg, draw(1280));
    expect([...svg.querySelectorAll("*")].every((element, i) => element === before[i])).toBe(true);
    expect(svg.outerHTML).toBe(serialised(draw(1280)));
    expect(svg.outerHTML).not.toBe(serialised(draw(640)));
  });

  it("rounds numbers to hundredths and leaves out what is not given", () => {
    expect(serialised(shape("rect", {x: 1 / 3, y: null, width: undefined, fill: "none"}))).toBe(
      '<rect x="0.33" fill="none"></rect>',
    );
  });
});
