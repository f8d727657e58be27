import {rmSync} from "node:fs";
import {join} from "node:path";
import {home} from "../places.js";
import {business} from "./business.js";
import {type Row, type Run, runFresh} from "./measure.js";

/** Every model at nine dates (today and eight quarter ends), from exports that have been read, with the time of each step. */
export async function valueModels(
  customers: number,
  rounds: number,
  progress: (line: string) => void,
): Promise<Row> {
  const folder = await business(customers, progress);
  const runs: Run[] = [];
  const store = join(home(), "bench", "store-models");
  rmSync(store, {recursive: true, force: true});
  progress("reading the exports");
  await runFresh("run-read.ts", [folder], {GUANXI_HOME: store});
  for (let round = 1; round <= rounds; round++) {
    progress(`every model, round ${round} of ${rounds}`);
    rmSync(join(store, "warehouse"), {recursive: true, force: true});
    runs.push(await runFresh("run-models.ts", [folder], {GUANXI_HOME: store}));
  }
  rmSync(store, {recursive: true, force: true});
  return {name: `every model, ${customers.toLocaleString("en")} customers at nine dates`, runs};
}
