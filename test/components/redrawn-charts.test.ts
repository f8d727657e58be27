import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {ChartOptions} from "../../src/components/charts/chart-options.js";
import {patch, toElement} from "../../src/components/charts/shape.js";
import {drawingOptions, itKeepsTheRules} from "./chart-rules.js";
import {drawn} from "./drawn.js";
import {cases, places} from "./redrawn-cases.js";

const known = fc.array(fc.oneof(fc.integer({min: 1, max: 999}), fc.constantFrom(null, undefined)), {
  minLength: places,
  maxLength: places,
});
const titlesOf = (svg: Element): string[] => [...svg.querySelectorAll("title")].map((t) => t.textContent!);

describe("each chart that filters draw again", () => {
  const some = [3, null, 999, undefined, 1, 70, 500, null, 12, 4];
  itKeepsTheRules(
    Object.fromEntries(Object.entries(cases).map(([name, {draw}]) => [name, (o) => drawn(draw)(some, o)])),
    Object.values(cases).map(
      ({draw}) =>
        (o) =>
          drawn(draw)([], o),
    ),
    [1080, 700, 516, 343],
  );

  for (const [name, {draw, says}] of Object.entries(cases)) {
    it(`says each of its rows: ${name}`, () => {
      fc.assert(
        fc.property(known, (rows) => {
          const titles = titlesOf(toElement(draw(rows, options()), document()));
          rows.forEach((value, place) => {
            const words = says(place, value, rows);
            if (words !== null) expect(titles.includes(words), `${words} in ${titles}`).toBe(true);
          });
        }),
        {numRuns: 12},
      );
    });

    it(`is, laid over other rows, what it would be if drawn anew: ${name}`, () => {
      fc.assert(
        fc.property(
          fc.array(known, {minLength: 2, maxLength: 3}),
          fc.constantFrom(700, 343),
          (all, width) => {
            const svg = toElement(draw(all[0]!, options(width)), document());
            for (const rows of all.slice(1)) {
              patch(svg, draw(rows, options(width)));
              expect(svg.isEqualNode(toElement(draw(rows, options(width)), document())), svg.outerHTML).toBe(
                true,
              );
            }
          },
        ),
        {numRuns: 12},
      );
    });
  }

  it("keeps the element of each square and column, whatever becomes of the others", () => {
    const rects = (svg: Element): Element[] => [...svg.querySelectorAll(":not(pattern) > rect")];
    for (const name of ["matrix", "stages", "alive"])
      fc.assert(
        fc.property(known, known, (before, after) => {
          const svg = toElement(cases[name]!.draw(before, options()), document());
          const stood = rects(svg);
          patch(svg, cases[name]!.draw(after, options()));
          expect(rects(svg)).toHaveLength(stood.length);
          expect(rects(svg).every((rect, i) => rect === stood[i])).toBe(true);
        }),
        {numRuns: 10},
      );
  });
});

const kept = drawingOptions("c", 700);
function options(width = 700): ChartOptions {
  return {...kept, width};
}
function document(): Document {
  return kept.document;
}
