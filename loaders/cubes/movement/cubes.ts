import type {MovementCubes} from "../../../src/cubes/movement.js";
import type {Definitions} from "../definition.js";

export const movementCubes: Definitions<MovementCubes> = {};
