import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {CubeName} from "../src/cubes.js";

/**
 * One cube as JSON, as the data loaders print it: from the publication named by GUANXI_CUBES where a build has made
 * one, else computed. A cube that is not on the audience's list is an empty list.
 */
export async function cube(name: CubeName): Promise<string> {
  const file = join(process.env.GUANXI_CUBES ?? (await publishHere()), `${name}.json`);
  return existsSync(file) ? readFileSync(file, "utf8") : "[]";
}

/**
 * What computes cubes is loaded where it is needed alone: a build runs a loader for each cube, and a slip in what an
 * analyst is writing must not stop those that read what is published already.
 */
async function publishHere(): Promise<string> {
  const {publish, resolveData} = await import("./publish.js");
  const progress = (line: string): void => void process.stderr.write(`${line}\n`);
  return (await publish({data: await resolveData(progress), progress})).directory;
}
