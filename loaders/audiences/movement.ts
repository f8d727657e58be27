import type {MovementCubes} from "../../src/cubes/movement.js";
import type {Columns} from "./columns.js";

/** Counts and money of groups: for everyone. */
export const movementAggregates = {} satisfies Partial<Record<keyof MovementCubes, Columns>>;

/** Customers by name: for the account team and analysts. */
export const movementByName = {} satisfies Partial<Record<keyof MovementCubes, Columns>>;
