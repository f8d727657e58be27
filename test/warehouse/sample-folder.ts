import {join} from "node:path";
import {inject} from "vitest";
import {makeSample} from "../../loaders/sample/make-sample.js";
import type {Audience} from "../../src/cubes.js";
import {once} from "../once.js";
import {type Published, publishWhole} from "./published.js";

/** The folder of a sample business, which other tests read too: look, don't touch. The first that asks makes it. */
export async function sampleFolder(customers?: number): Promise<string> {
  const folder = join(inject("sharedFolder"), customers === undefined ? "sample" : `sample-${customers}`);
  await once(`${folder}.made`, () => makeSample({out: folder, ...(customers && {customers})}));
  return folder;
}

/** What is published of it for an audience, with every file beside the cubes; into the store of all test files. */
export async function publishSample(audience: Audience = "analysts", customers?: number): Promise<Published> {
  const folder = await sampleFolder(customers);
  await once(`${folder}.${audience}`, () => publishWhole(folder, audience));
  return await publishWhole(folder, audience);
}
