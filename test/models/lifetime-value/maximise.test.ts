import {expect, test} from "vitest";
import {
  inverseInformation,
  maximise,
  type Objective,
} from "../../../loaders/models/lifetime-value/maximise.js";
import {symmetricEigen} from "../../../loaders/models/lifetime-value/symmetric-eigen.js";
import {randomNumbers} from "./simulated-customers.js";

const box = {lower: [-10, -10], upper: [10, 10]};

/** −Rosenbrock's banana: its maximum of 0 stands at (1, 1), behind a curved ridge, and it is not concave everywhere. */
const banana: Objective = ([x, y]) => ({
  value: -((1 - x!) ** 2) - 100 * (y! - x! ** 2) ** 2,
  gradient: Float64Array.of(2 * (1 - x!) + 400 * x! * (y! - x! ** 2), -200 * (y! - x! ** 2)),
  hessian: Float64Array.of(-2 + 400 * y! - 1200 * x! ** 2, 400 * x!, 400 * x!, -200),
});

test("the maximum is found along a curved ridge, from where the function is not concave too", () => {
  for (const start of [
    [-1.2, 1],
    [0, 5],
    [-5, -5],
    [8, 8],
  ]) {
    const {theta, outcome} = maximise(banana, start, box);
    expect(outcome, `${start}`).toBe("converged");
    expect(theta[0]).toBeCloseTo(1, 6);
    expect(theta[1]).toBeCloseTo(1, 6);
  }
});

test("a function that grows to the edge of the box has no maximum inside", () => {
  const slope: Objective = ([x, y]) => ({
    value: x! - y! ** 2,
    gradient: Float64Array.of(1, -2 * y!),
    hessian: Float64Array.of(0, 0, 0, -2),
  });
  expect(maximise(slope, [0, 3], box).outcome).toBe("boundary");
});

test("a level function, and one without a value, do not count as converged", () => {
  const level: Objective = () => ({value: 1, gradient: new Float64Array(2), hessian: new Float64Array(4)});
  expect(maximise(level, [0, 0], box).outcome).toBe("not_converged");
  const none: Objective = () => ({...level(new Float64Array(2)), value: Number.NaN});
  expect(maximise(none, [0, 0], box).outcome).toBe("not_converged");
});

test("a saddle is left, not taken for a maximum", () => {
  const saddle: Objective = ([x, y]) => ({
    value: x! ** 2 - x! ** 4 / 4 - y! ** 2,
    gradient: Float64Array.of(2 * x! - x! ** 3, -2 * y!),
    hessian: Float64Array.of(2 - 3 * x! ** 2, 0, 0, -2),
  });
  const {theta, outcome} = maximise(saddle, [1e-6, 1], box);
  expect(outcome).toBe("converged");
  expect(theta[0]).toBeCloseTo(Math.SQRT2, 8);
});

test("the inverse information times the information is the identity", () => {
  const hessian = Float64Array.of(-4, 1, 0.5, 1, -3, 0.2, 0.5, 0.2, -1);
  const inverse = inverseInformation({value: 0, gradient: new Float64Array(3), hessian}, 3);
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      let sum = 0;
      for (let k = 0; k < 3; k++) sum -= inverse[i * 3 + k]! * hessian[k * 3 + j]!;
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 12);
    }
});

test("eigenvectors times eigenvalues rebuild the matrix, over sixteen orders of magnitude", () => {
  const random = randomNumbers(5);
  for (let trial = 0; trial < 50; trial++) {
    const n = 4;
    const scale = Array.from({length: n}, () => 10 ** (8 * (random() - 0.5)));
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++)
        matrix[i * n + j] = matrix[j * n + i] = (random() - 0.5) * scale[i]! * scale[j]!;
    const {values, vectors} = symmetricEigen(matrix, n);
    const size = matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let [rebuilt, product] = [0, 0];
        for (let k = 0; k < n; k++) {
          rebuilt += values[k]! * vectors[k]![i]! * vectors[k]![j]!;
          product += vectors[i]![k]! * vectors[j]![k]!;
        }
        expect(Math.abs(rebuilt - matrix[i * n + j]!)).toBeLessThan(1e-14 * size);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 13);
      }
  }
});
