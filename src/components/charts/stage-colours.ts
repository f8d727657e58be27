import type {GridStage, WalletStage} from "../../cubes.js";

/** The step of the five-step ramp that a stage stands on; null for what is no step: it is hatched. */
export const gridSteps: Record<GridStage, 1 | 2 | 3 | 4 | 5 | null> = {
  nurturing: 1,
  initial: 2,
  middle: 3,
  advanced: 4,
  partner: 5,
  pre: null,
  unassessed: null,
};

/** Wallet stages on the same ramp; what was lost has the colour of losses. */
export const walletSteps: Record<WalletStage, 1 | 2 | 4 | 5 | "lost" | null> = {
  development: 1,
  initial: 2,
  stable: 4,
  strategic: 5,
  interrupted: "lost",
  unknown: null,
  none: null,
};

/** The fill of a step; `hatching` is the chart's own pattern. */
export function stageFill(step: 1 | 2 | 3 | 4 | 5 | "lost" | null, hatching: string): string {
  return step === null ? hatching : step === "lost" ? "var(--class-d)" : `var(--stage-${step})`;
}

/** The class of the swatch that stands for a step in a legend. */
export function stageSwatch(step: 1 | 2 | 3 | 4 | 5 | "lost" | null): string {
  return step === null ? "hatched" : step === "lost" ? "lost" : `stage-${step}`;
}
