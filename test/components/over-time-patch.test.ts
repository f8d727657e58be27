import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {classesOverTime} from "../../src/components/charts/classes-over-time.js";
import {linesOverTime} from "../../src/components/charts/lines-over-time.js";
import {partsOverTime} from "../../src/components/charts/parts-over-time.js";
import {periodBars} from "../../src/components/charts/period-bars.js";
import {scoresOverTime} from "../../src/components/charts/scores-over-time.js";
import {patch, type Shape, toElement} from "../../src/components/charts/shape.js";
import {sparkLine} from "../../src/components/charts/spark-line.js";
import {stagesOverTime} from "../../src/components/charts/stages-over-time.js";
import type {AbcRow, RfmOverTimeRow} from "../../src/cubes.js";
import {drawingOptions} from "./chart-rules.js";

const options = drawingOptions("p", 700);
const days = ["2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"];
const five = [1, 2, 3, 4, 5] as const;

/** Numbers of customers by date and class, null where they are suppressed; the dates are the last so many. */
type Table = (number | null)[][];

const tableOf = (dates: number): fc.Arbitrary<Table> =>
  fc.array(fc.array(fc.option(fc.integer({min: 0, max: 500}), {freq: 5}), {minLength: 5, maxLength: 5}), {
    minLength: dates,
    maxLength: dates,
  });
const tables = fc.integer({min: 0, max: 5}).chain(tableOf);

function flat<Row>(table: Table, row: (as_of: string, i: number, value: number | null) => Row): Row[] {
  const shown = table.length === 0 ? [] : days.slice(-table.length);
  return shown.flatMap((as_of, d) => table[d]!.map((value, i) => row(as_of, i, value)));
}

const charts: Record<string, (table: Table) => Shape> = {
  stages: (table) =>
    stagesOverTime(
      flat(table, (as_of, i, customers) => ({
        as_of,
        stage: String(i),
        name: `stage ${i}`,
        step: five[i]!,
        customers,
      })),
      five.map((_, i) => String(i)),
      options,
    ),
  parts: (table) => {
    const parts = flat(table, (as_of, i, customers) => ({
      as_of,
      part: String(i),
      name: `part ${i}`,
      fill: "var(--up)",
      customers,
    }));
    return partsOverTime(parts, new Map(days.map((d) => [d, 2500])), options);
  },
  scores: (table) =>
    scoresOverTime(
      flat(table, (as_of, i, customers) =>
        (["r", "f", "m"] as const).map(
          (axis): RfmOverTimeRow => ({
            as_of,
            axis,
            score: five[i]!,
            customers,
            revenue: null,
            suppressed: customers === null,
          }),
        ),
      ).flat(),
      new Map(days.map((d) => [d, 2500])),
      options,
    ),
  lines: (table) =>
    linesOverTime(
      five.map((_, line) => ({
        name: `line ${line}`,
        colour: "up",
        points: flat(table, (as_of, i, value) => ({as_of, i, value})).filter(({i}) => i === line),
      })),
      {axis: String, exact: String},
      options,
    ),
  classes: (table) =>
    classesOverTime(
      flat(table, (as_of, i, customers) => ({
        as_of,
        class: (["A", "B", "C", "D", "none"] as const)[i]!,
        customers,
        revenue: customers,
        profit: null,
      })) as AbcRow[],
      "revenue",
      options,
    ),
  spark: (table) =>
    sparkLine(
      flat(table, (as_of, i, value) => ({as_of, i, value})).filter(({i}) => i === 0),
      String,
      options,
    ),
  periods: (table) =>
    periodBars(
      flat(table, (name, i, value) => ({name, revenue: (value ?? 0) - 100 * i, profit: value})),
      options,
    ),
};

describe("each chart over time, laid over another set of rows", () => {
  for (const [name, chart] of Object.entries(charts)) {
    it(`is what it would be if drawn anew: ${name}`, () => {
      fc.assert(
        fc.property(fc.array(tables, {minLength: 2, maxLength: 3}), (all) => {
          const svg = toElement(chart(all[0]!), options.document);
          for (const table of all.slice(1)) {
            patch(svg, chart(table));
            const anew = toElement(chart(table), options.document);
            expect(svg.isEqualNode(anew), `${svg.outerHTML}\n${anew.outerHTML}`).toBe(true);
          }
        }),
        {numRuns: 25},
      );
    });
  }
  it("keeps each bar's and each point's element, whatever becomes of the others", () => {
    const marks = (svg: Element): Element[] => [...svg.querySelectorAll(":not(pattern) > rect, circle")];
    for (const name of ["stages", "parts", "scores", "lines"])
      fc.assert(
        fc.property(tableOf(4), tableOf(4), (before, after) => {
          const svg = toElement(charts[name]!(before), options.document);
          const stood = marks(svg);
          patch(svg, charts[name]!(after));
          expect(marks(svg).every((mark, i) => mark === stood[i])).toBe(true);
          expect(marks(svg)).toHaveLength(stood.length);
        }),
        {numRuns: 10},
      );
  });
});
