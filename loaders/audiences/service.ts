import type {ServiceCubes} from "../../src/cubes/service.js";
import type {Columns} from "./columns.js";

/** Counts and money of groups: for everyone. */
export const serviceAggregates = {} satisfies Partial<Record<keyof ServiceCubes, Columns>>;

/** Customers by name: for the account team and analysts. */
export const serviceByName = {} satisfies Partial<Record<keyof ServiceCubes, Columns>>;
