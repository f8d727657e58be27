import fc from "fast-check";
import {expect, it} from "vitest";
import {decimal} from "../../loaders/sample/money.js";

it.each([
  [0, "0.00"],
  [5, "0.05"],
  [-5, "-0.05"],
  [30, "0.30"],
  [-123456, "-1234.56"],
  [9007199254740991, "90071992547409.91"],
])("writes %d cents as %s", (cents, text) => {
  expect(decimal(cents)).toBe(text);
});

it("writes what reads back as the same cents", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (cents) => {
      expect(Number(decimal(cents).replace(".", ""))).toBe(cents);
    }),
    {seed: 1},
  );
});

it("refuses fractions of a cent", () => {
  expect(() => decimal(0.5)).toThrow(RangeError);
});
