// Service levels, complaints, surveys; money, days and nulls as in cubes.ts.

/** The cubes of this part, by name. */
export type ServiceCubes = Record<never, never>;
