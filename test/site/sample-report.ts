import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {inject} from "vitest";
import {makeSample} from "../../loaders/sample/make-sample.js";
import type {Audience} from "../../src/cubes.js";
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
  const report = {data: join(folder, "sample"), store: join(folder, "store"), out: join(folder, audience)};
  await once(join(folder, "made"), () => makeSample({out: report.data}));
  await once(join(folder, `built-${audience}`), async () => {
    const options = ["--data", report.data, "--audience", audience];
    const {code, said} = await buildReport(report.out, report.store, ...options);
    if (code !== 0) throw new Error(said);
  });
  return report;
}

/** Does something once for all the processes of the tests; a folder is the lock, a file says how it went. */
async function once(lock: string, work: () => Promise<void>): Promise<void> {
  try {
    mkdirSync(lock);
  } catch {
    while (!existsSync(`${lock}.done`) && !existsSync(`${lock}.failed`)) await setTimeout(100);
    if (existsSync(`${lock}.failed`)) throw new Error(`${lock}: another test failed to make it`);
    return;
  }
  try {
    await work();
    writeFileSync(`${lock}.done`, "");
  } catch (error) {
    writeFileSync(`${lock}.failed`, "");
    throw error;
  }
}
