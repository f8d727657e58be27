import {join} from "node:path";
import {inject} from "vitest";
import type {Audience} from "../../src/cubes.js";
import {once} from "../once.js";
import {sampleFolder} from "../warehouse/sample-folder.js";
import {buildReport} from "./report.js";

/** A finished report of the sample business, which other tests read too: look, don't touch. */
export interface SampleReport {
  data: string;
  store: string;
  out: string;
}

/** The sample's report for an audience. The first test that asks for it builds it; the others wait. */
export async function sampleReport(audience: Audience = "analysts"): Promise<SampleReport> {
  const folder = inject("sharedFolder");
  const report = {data: await sampleFolder(), store: join(folder, "store"), out: join(folder, audience)};
  await once(join(folder, `built-${audience}`), async () => {
    const options = ["--data", report.data, "--audience", audience];
    const {code, said} = await buildReport(report.out, report.store, ...options);
    if (code !== 0) throw new Error(said);
  });
  return report;
}
