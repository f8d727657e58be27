import {existsSync, mkdirSync} from "node:fs";
import {join} from "node:path";
import {hashCode} from "../content-hash.js";
import {home} from "../places.js";
import {makeSample} from "../sample/make-sample.js";

/**
 * The folder of a generated business of so many customers with every export, made where the code of today has not made
 * it yet.
 */
export async function business(customers: number, progress: (line: string) => void): Promise<string> {
  const folder = join(home(), "bench", `sample-${customers}-${hashCode("loaders/sample").slice(0, 8)}`);
  if (!existsSync(join(folder, "report.toml"))) {
    progress(`making a business of ${customers} customers`);
    mkdirSync(folder, {recursive: true});
    await makeSample({out: folder, customers, progress});
  }
  return folder;
}
