import {rmSync} from "node:fs";
import {join} from "node:path";
import {home} from "../places.js";
import {business} from "./business.js";
import {type Row, type Run, runFresh} from "./measure.js";

/** Order lines that the sample business writes per customer, about. */
const linesPerCustomer = 42.5;

/**
 * Everything from a CSV of order lines to the cubes, with an empty store, beside one plain GROUP BY over the same file,
 * in turn.
 */
export async function exportsToCubes(
  lines: number,
  rounds: number,
  progress: (line: string) => void,
): Promise<Row> {
  const folder = await business(Math.round(lines / linesPerCustomer), progress);
  const ours: Run[] = [];
  const plain: Run[] = [];
  for (let round = 1; round <= rounds; ++round) {
    progress(`exports to cubes, round ${round} of ${rounds}`);
    plain.push(await runFresh("run-reference.ts", [join(folder, "transactions.csv")]));
    const store = join(home(), "bench", `store-${round}`);
    rmSync(store, {recursive: true, force: true});
    ours.push(await runFresh("run-publish.ts", [folder], {GUANXI_HOME: store}));
    rmSync(store, {recursive: true, force: true});
  }
  return {
    name: `exports to cubes, ${(lines / 1e6).toLocaleString("en")} million lines of CSV`,
    runs: ours,
    reference: {name: "one GROUP BY customer, day", runs: plain},
  };
}
