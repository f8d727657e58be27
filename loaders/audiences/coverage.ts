import type {CoverageCubes} from "../../src/cubes/coverage.js";
import type {Columns} from "./columns.js";

/** Counts and money of groups: for everyone. */
export const coverageAggregates = {} satisfies Partial<Record<keyof CoverageCubes, Columns>>;

/** Customers by name: for the account team and analysts. */
export const coverageByName = {} satisfies Partial<Record<keyof CoverageCubes, Columns>>;
