import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, inject} from "vitest";
import type {Served} from "../../loaders/site/serve.js";
import type {Audience} from "../../src/cubes.js";
import {openBrowser, serve} from "../browser.js";
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

/**
 * The sample's report for analysts, served below a path as it may be published, and a browser to open it in; both are
 * closed after the tests of the file that awaits them.
 */
export async function servedSample(
  whose?: "own",
): Promise<{browser: Browser; report: SampleReport; site: Served}> {
  const report = await sampleReport();
  const [browser, site] = await Promise.all([openBrowser(whose), serve(report.out, "/a/b/")]);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return {browser, report, site};
}
