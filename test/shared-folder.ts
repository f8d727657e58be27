import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** A folder of this run of the tests, for what several files of them need and one makes. */
    sharedFolder: string;
  }
}

/** Makes the folder before the first test, and takes it away after the last. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "guanxi-shared-"));
  project.provide("sharedFolder", folder);
  return () => rmSync(folder, {recursive: true, force: true});
}
