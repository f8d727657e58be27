import {rmSync} from "node:fs";
import {join} from "node:path";
import {home} from "../places.js";
import {business} from "./business.js";
import {type Row, type Run, runFresh} from "./measure.js";

/**
 * Every model of value and of relationships at nine dates (today and eight quarter ends) over a business with all
 * exports, which have been read, with the time of each step; beside one plain GROUP BY over the same order lines, in turn.
 */
export async function everyModel(
  customers: number,
  rounds: number,
  progress: (line: string) => void,
): Promise<Row> {
  const folder = await business(customers, progress);
  const runs: Run[] = [];
  const plain: Run[] = [];
  const store = join(home(), "bench", `store-models-${customers}`);
  rmSync(store, {recursive: true, force: true});
  progress("reading the exports");
  await runFresh("run-read.ts", [folder], {GUANXI_HOME: store});
  for (let round = 1; round <= rounds; round++) {
    progress(`every model, round ${round} of ${rounds}`);
    plain.push(await runFresh("run-reference.ts", [join(folder, "transactions.csv")]));
    rmSync(join(store, "warehouse"), {recursive: true, force: true});
    runs.push(await runFresh("run-models.ts", [folder], {GUANXI_HOME: store}));
  }
  rmSync(store, {recursive: true, force: true});
  return {
    name: `every model, ${customers.toLocaleString("en")} customers at nine dates`,
    runs,
    reference: {name: "one GROUP BY customer, day", runs: plain},
  };
}
