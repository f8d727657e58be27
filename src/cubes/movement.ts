// Movement between as-of dates; money, days and nulls as in cubes.ts.

/** The cubes of this part, by name. */
export type MovementCubes = Record<never, never>;
