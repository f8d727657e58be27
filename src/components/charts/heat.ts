/** Steps of the heat ramp: 0 is nothing, 5 the most. */
export type HeatStep = 0 | 1 | 2 | 3 | 4 | 5;

const breaks = [0.005, 0.015, 0.035, 0.08];

/** The step of a share of the whole, on fixed breaks, so that one colour is one share in every chart of the kind. */
export function heatStep(share: number): HeatStep {
  return share <= 0 ? 0 : ((1 + breaks.filter((b) => share >= b).length) as HeatStep);
}

/** The breaks in words, lowest step first. */
export const heatLabels = ["< 0.5%", "0.5–1.5%", "1.5–3.5%", "3.5–8%", "≥ 8%"];

/** The fill of a step. */
export function heatFill(step: HeatStep): string {
  return `var(--heat-${step})`;
}

/** The colour of type that is read on a step. */
export function heatInk(step: HeatStep): string {
  return step >= 4 ? "var(--heat-ink-high)" : "var(--heat-ink-low)";
}
