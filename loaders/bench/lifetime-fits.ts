import {type Row, type Run, runFresh} from "./measure.js";

/** Over how many days the customers arrive: CDNOW's twelve weeks, and three years, which makes many more ages. */
const cohorts = [
  {days: 84, words: "12 weeks"},
  {days: 1095, words: "3 years"},
];

/** Grouping and fitting a purchase model, beside twenty plain passes of a logarithm and an exponential a customer. */
export async function lifetimeFits(
  model: "bg-nbd" | "pareto-nbd",
  customers: number,
  rounds: number,
  progress: (line: string) => void,
): Promise<Row[]> {
  const name = model === "bg-nbd" ? "BG/NBD" : "Pareto/NBD";
  const rows: Row[] = [];
  for (const {days, words} of cohorts) {
    const runs: Run[] = [];
    const plain: Run[] = [];
    for (let round = 1; round <= rounds; round++) {
      progress(`${name}, customers of ${words}, round ${round} of ${rounds}`);
      plain.push(await runFresh("run-logarithms.ts", [String(customers), String(days)]));
      runs.push(await runFresh("run-fit.ts", [model, String(customers), String(days)]));
    }
    rows.push({
      name: `${name} fit, ${customers.toLocaleString("en")} customers who came over ${words}`,
      runs,
      reference: {name: "20 passes of log and exp", runs: plain},
    });
  }
  return rows;
}
