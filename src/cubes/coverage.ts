// Visits, channels, cost to serve, touchpoints, budget; money, days and nulls as in cubes.ts.

/** The cubes of this part, by name. */
export type CoverageCubes = Record<never, never>;
