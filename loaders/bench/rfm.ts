import {type Row, type Run, runFresh} from "./measure.js";

/** RFM in all schemes, with ranks, bands and segments, at one date, beside one plain quantile query. */
export async function rfm(customers: number, rounds: number, progress: (line: string) => void): Promise<Row> {
  const runs: Run[] = [];
  const plain: Run[] = [];
  for (let round = 1; round <= rounds; round++) {
    progress(`RFM, round ${round} of ${rounds}`);
    plain.push(await runFresh("run-rfm.ts", ["reference", String(customers)]));
    runs.push(await runFresh("run-rfm.ts", ["schemes", String(customers)]));
  }
  return {
    name: `RFM in all schemes, ${customers.toLocaleString("en")} customers at one date`,
    runs,
    reference: {name: "one quantile query", runs: plain},
  };
}
