import type {ServiceCubes} from "../../../src/cubes/service.js";
import type {Definitions} from "../definition.js";

export const serviceCubes: Definitions<ServiceCubes> = {};
