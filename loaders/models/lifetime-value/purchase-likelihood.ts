import type {Evaluation} from "./maximise.js";
import {type PurchaseGroups, sampleGroups} from "./purchase-groups.js";

/** ln(scale + t) and 1/(scale + t) for every whole day t up to the longest age, with scale in the groups' unit. */
export function ageTables({longestDays, unit}: PurchaseGroups, scale: number) {
  const log = new Float64Array(longestDays + 1);
  const inverse = new Float64Array(longestDays + 1);
  for (let day = 0; day <= longestDays; day++) {
    const shifted = scale + day / unit.days;
    log[day] = Math.log(shifted);
    inverse[day] = 1 / shifted;
  }
  return {log, inverse};
}

/** Gradient and Hessian turned from the parameters to their logarithms: ∂f/∂ln p = p ∂f/∂p. */
export function logCoordinates(
  parameters: readonly number[],
  value: number,
  gradient: readonly number[],
  hessian: readonly number[],
): Evaluation {
  const n = parameters.length;
  return {
    value,
    gradient: Float64Array.from(gradient, (g, i) => g * parameters[i]!),
    hessian: Float64Array.from(hessian, (h, ij) => {
      const [i, j] = [Math.floor(ij / n), ij % n];
      return h * parameters[i]! * parameters[j]! + (i === j ? gradient[i]! * parameters[i]! : 0);
    }),
  };
}

/** Samples of 2,000 and 50,000 customers to find a start on, each where there are more than twice as many groups. */
export function growingSamples(groups: PurchaseGroups): PurchaseGroups[] {
  const sizes = [2_000, 50_000].filter((size) => groups.weight.length > 2 * size);
  return sizes.map((size) => sampleGroups(groups, size));
}
