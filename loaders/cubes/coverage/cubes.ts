import type {CoverageCubes} from "../../../src/cubes/coverage.js";
import type {Definitions} from "../definition.js";

export const coverageCubes: Definitions<CoverageCubes> = {};
