import type {WarningCubes} from "../../../src/cubes/warning.js";
import type {Definitions} from "../definition.js";

export const warningCubes: Definitions<WarningCubes> = {};
