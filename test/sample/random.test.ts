import {describe, expect, it} from "vitest";
import {Random} from "../../loaders/sample/random.js";

function moments(draw: () => number, count = 200_000): {mean: number; variance: number} {
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < count; k++) {
    const x = draw();
    sum += x;
    squares += x * x;
  }
  const mean = sum / count;
  return {mean, variance: squares / count - mean * mean};
}

describe("Random", () => {
  it("gives the outputs of the authors' reference code for xoshiro128** from the state 1, 2, 3, 4", () => {
    const random = new Random(0, 0, "account");
    Object.assign(random, {a: 1, b: 2, c: 3, d: 4});
    expect(Array.from({length: 6}, () => random.bits())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492,
    ]);
  });

  it("starts another stream for another seed, index or purpose, and the same one for the same", () => {
    const first = (seed: number, index: number, purpose: "account" | "wallets") =>
      new Random(seed, index, purpose).bits();
    const starts = [
      first(1, 1, "account"),
      first(2, 1, "account"),
      first(1, 2, "account"),
      first(1, 1, "wallets"),
    ];
    expect(new Set(starts).size).toBe(4);
    expect(first(1, 1, "account")).toBe(starts[0]);
  });

  it("has first draws that are uniform across neighbouring indexes", () => {
    const bins = new Array<number>(10).fill(0);
    for (let index = 1; index <= 100_000; index++) {
      bins[Math.floor(new Random(7, index, "account").uniform() * 10)]! += 1;
    }
    // Chi-squared with 9 degrees of freedom is above 33.7 once in 10,000 times.
    expect(bins.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(33.7);
  });

  it.each([
    [0.4, 2],
    [1.2, 76],
    [9, 0.5],
  ])("draws gammas of shape %d and rate %d with the mean and variance of that law", (shape, rate) => {
    const random = new Random(3, 1, "account");
    const {mean, variance} = moments(() => random.gamma(shape, rate));
    expect(Math.abs(mean / (shape / rate) - 1)).toBeLessThan(0.02);
    expect(Math.abs(variance / (shape / rate ** 2) - 1)).toBeLessThan(0.05);
  });

  it("draws normals with mean 0 and variance 1 and exponentials with mean 1 / rate", () => {
    const random = new Random(4, 1, "account");
    const normal = moments(() => random.normal());
    expect(Math.abs(normal.mean)).toBeLessThan(0.01);
    expect(Math.abs(normal.variance - 1)).toBeLessThan(0.02);
    expect(moments(() => random.exponential(0.25)).mean).toBeCloseTo(4, 1);
  });

  it("draws whole numbers that include both ends", () => {
    const random = new Random(5, 1, "account");
    const seen = new Set(Array.from({length: 200}, () => random.whole(3, 6)));
    expect([...seen].sort()).toEqual([3, 4, 5, 6]);
  });

  it("refuses a gamma without a shape or a rate above 0", () => {
    const random = new Random(6, 1, "account");
    expect(() => random.gamma(0, 1)).toThrow(RangeError);
    expect(() => random.gamma(1, Number.NaN)).toThrow(RangeError);
  });
});
