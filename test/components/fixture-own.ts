import type {Cubes} from "../../src/cubes.js";

/** A report to which no analyst has added a page. */
export const ownFixture: Pick<Cubes, "own-pages"> = {"own-pages": []};
