import type {CubeReader} from "../../src/components/cube-files.js";
import {drawingDocument, type Site} from "../../src/components/site.js";
import {type Published, Workshop} from "../warehouse/published.js";
import {publishSample} from "../warehouse/sample-folder.js";

export const audiences = ["analysts", "executives"] as const;

/** The sample business as it is published for each audience. */
export async function publishedSamples(): Promise<ReadonlyMap<string, Published>> {
  // It says where publications are kept; no file is made in it.
  new Workshop().remove();
  const reports = new Map<string, Published>();
  for (const audience of audiences) reports.set(audience, await publishSample(audience));
  return reports;
}

/** What figures are drawn for: cubes and a language. */
export const siteOf = (cubes: CubeReader, locale: "en" | "zh" = "en"): Site => ({
  cubes,
  locale,
  document: drawingDocument(),
});
