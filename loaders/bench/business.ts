import {existsSync, mkdirSync} from "node:fs";
import {join} from "node:path";
import {home} from "../places.js";
import {makeSample} from "../sample/make-sample.js";

/** The folder of a generated business of so many customers, made where it is not there yet. */
export async function business(customers: number, progress: (line: string) => void): Promise<string> {
  const folder = join(home(), "bench", `sample-${customers}`);
  if (!existsSync(join(folder, "report.toml"))) {
    progress(`making a business of ${customers} customers`);
    mkdirSync(folder, {recursive: true});
    await makeSample({out: folder, customers});
  }
  return folder;
}
