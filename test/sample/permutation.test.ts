import fc from "fast-check";
import {expect, it} from "vitest";
import {shuffled} from "../../loaders/sample/permutation.js";

it("sends every index to a place of its own inside the size", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 3000}), fc.integer(), (size, key) => {
      const places = new Set(Array.from({length: size}, (_, index) => shuffled(index, size, key)));
      expect(places.size).toBe(size);
      expect(Math.max(...places)).toBe(size - 1);
      expect(Math.min(...places)).toBe(0);
    }),
    {seed: 1, numRuns: 50},
  );
});

it("does not leave neighbours beside each other", () => {
  const size = 1_000_000;
  let near = 0;
  for (let index = 1; index < 2000; index++) {
    if (Math.abs(shuffled(index, size, 5) - shuffled(index - 1, size, 5)) < 1000) near++;
  }
  expect(near).toBeLessThan(20);
});
