import type {Unit} from "./purchase-groups.js";

/**
 * What is asked of a forecast: Σ coefficient × E[purchases in (T, T + t]] over `times` t, in the unit of the fit.
 */
export interface Horizon {
  times: Float64Array;
  coefficients: Float64Array;
}

/** Days of a mean Gregorian month and year. */
export const monthDays = 30.436875;
const yearDays = 12 * monthDays;

/** Plain expected purchases within t units. */
export function within(t: number): Horizon {
  return {times: Float64Array.of(t), coefficients: Float64Array.of(1)};
}

/**
 * Discounted expected purchases over `periods` periods of `periodDays` each (a month by default): what falls in period
 * k counts 1/(1+d)^(k periodDays/year), as if it came at the period's end, where d is the annual rate. Throws a RangeError
 * where there is no period, a period has no days, or d is not above -1.
 */
export function discounted(
  {periods, periodDays = monthDays, annualRate}: {periods: number; periodDays?: number; annualRate: number},
  unit: Unit,
): Horizon {
  if (!Number.isInteger(periods) || periods < 1) throw new RangeError(`${periods} periods are no horizon`);
  if (!(periodDays > 0)) throw new RangeError(`a period of ${periodDays} days is none`);
  if (!(annualRate > -1)) throw new RangeError(`an annual discount rate of ${annualRate} is not above -1`);
  const factor = (k: number) => (k > periods ? 0 : (1 + annualRate) ** ((-k * periodDays) / yearDays));
  return {
    times: Float64Array.from({length: periods}, (_, i) => ((i + 1) * periodDays) / unit.days),
    // Summation by parts: Σ D_k (E(t_k) − E(t_{k−1})) = Σ E(t_k) (D_k − D_{k+1}).
    coefficients: Float64Array.from({length: periods}, (_, i) => factor(i + 1) - factor(i + 2)),
  };
}
