// Alerts, their backtest, customer types, opportunities; money, days and nulls as in cubes.ts.

/** The cubes of this part, by name. */
export type WarningCubes = Record<never, never>;
