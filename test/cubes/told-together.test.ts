import * as d3 from "d3";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {determined} from "../../loaders/cubes/determined.js";
import {type Atom, toldTogether} from "../../loaders/cubes/told-together.js";

const atom = (customers: number, ...cells: string[]): Atom => ({customers, cells});
const allOf = (atoms: readonly Atom[], parting: number): Set<string> =>
  new Set(atoms.map(({cells}) => cells[parting]!));

/** The cells of a parting that have enough customers and aren't alone in being too small. */
function safeAlone(atoms: readonly Atom[], parting: number): Set<string> {
  const sizes = d3.rollup(
    atoms,
    (own) => d3.sum(own, ({customers}) => customers),
    ({cells}) => cells[parting]!,
  );
  const small = d3.sum([...sizes.values()].filter((size) => size < 5));
  return small > 0 && small < 5
    ? new Set()
    : new Set([...sizes].filter(([, size]) => size >= 5).map(([name]) => name));
}

describe("cells that several partings tell together", () => {
  it("are all of them where what is hidden of each cell holds enough", () => {
    const atoms = [atom(6, "a", "x"), atom(3, "b", "x"), atom(2, "c", "x"), atom(9, "d", "y")];
    expect(toldTogether(atoms, [new Set(["a", "d"]), new Set(["x", "y"])], 2, 5)).toEqual([
      new Set(["a", "d"]),
      new Set(["x", "y"]),
    ]);
  });

  it("leave one out that with its segment tells of too few others, and keep the segment", () => {
    const atoms = [
      atom(6, "a", "x"),
      atom(8, "b", "x"),
      atom(3, "c", "x"),
      atom(2, "d", "y"),
      atom(9, "e", "y"),
    ];
    expect(toldTogether(atoms, [new Set(["a", "b", "e"]), new Set(["x", "y"])], 2, 5)).toEqual([
      new Set(["b"]),
      new Set(["x", "y"]),
    ]);
  });

  it("tell no group of too few, whatever the partings, and stand where nothing is told of one", () => {
    const part = fc.record({
      customers: fc.integer({min: 1, max: 9}),
      cells: fc.tuple(
        fc.constantFrom(..."abcdef"),
        fc.constantFrom("x", "y", "z"),
        fc.constantFrom("p", "q"),
      ),
    });
    fc.assert(
      fc.property(fc.array(part, {minLength: 1, maxLength: 14}), (parts) => {
        const atoms = [...d3.group(parts, ({cells}) => cells.join()).values()].map((own) =>
          atom(
            d3.sum(own, ({customers}) => customers),
            ...own[0]!.cells,
          ),
        );
        fc.pre(d3.sum(atoms, ({customers}) => customers) >= 5);
        const alone = [0, 1, 2].map((parting) => safeAlone(atoms, parting));
        const told = toldTogether(atoms, alone, 3, 5);
        const sums = told.flatMap((names, parting) =>
          [...names].map((name) => [...atoms.keys()].filter((one) => atoms[one]!.cells[parting] === name)),
        );
        expect(determined([[...atoms.keys()], ...sums], 5, (one) => atoms[one]!.customers)).toEqual([]);
        for (const [parting, names] of told.entries())
          expect([...names].every((name) => alone[parting]!.has(name))).toBe(true);
        // The parting that is told first gives nothing up.
        expect(told[2]).toEqual(alone[2]);
        expect(told[2]!.size).toBeLessThanOrEqual(allOf(atoms, 2).size);
      }),
    );
  });
});
