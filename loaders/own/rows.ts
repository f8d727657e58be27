import type {CubeName} from "../../src/cubes.js";
import {cube} from "../publisher.js";

/** The rows of an own page or model, as its loader in `src/data/` asks for them; none where the audience may see none. */
export async function ownRows<Row>(name: string): Promise<Row[]> {
  return JSON.parse(await cube(name as CubeName)) as Row[];
}
