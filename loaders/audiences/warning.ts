import type {WarningCubes} from "../../src/cubes/warning.js";
import type {Columns} from "./columns.js";

/** Counts and money of groups: for everyone. */
export const warningAggregates = {} satisfies Partial<Record<keyof WarningCubes, Columns>>;

/** Customers by name: for the account team and analysts. */
export const warningByName = {} satisfies Partial<Record<keyof WarningCubes, Columns>>;
