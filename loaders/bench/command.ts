import {parseArgs} from "node:util";
import {UserError} from "../errors.js";
import {exportsToCubes} from "./exports-to-cubes.js";
import {median, type Row} from "./measure.js";

const help = `usage: npm run bench -- [options]

  --lines <number>    order lines of the generated business (10000000)
  --rounds <number>   how often each is measured, in turn with its reference (3)
  --json              print the measurements as JSON alone`;

/** Measures and prints a table, then the same as JSON. Times are medians; ratios are medians of each round's ratio. */
export async function bench(argv: string[]): Promise<void> {
  const {values} = parseArgs({
    args: argv,
    options: {
      lines: {type: "string", default: "10000000"},
      rounds: {type: "string", default: "3"},
      json: {type: "boolean", default: false},
      help: {type: "boolean", default: false},
    },
  });
  if (values.help) return console.log(help);
  const lines = whole("lines", values.lines);
  const rounds = whole("rounds", values.rounds);
  const rows = [await exportsToCubes(lines, rounds, (line) => console.error(line))];
  if (!values.json) console.log(table(rows));
  console.log(JSON.stringify(rows));
}

function whole(name: string, text: string): number {
  const value = Number(text.replaceAll("_", ""));
  if (!(Number.isSafeInteger(value) && value > 0))
    throw new UserError(`--${name} ${text}: must be a whole number above 0`);
  return value;
}

function table(rows: Row[]): string {
  const lines = rows.map(({name, runs, reference}) => {
    const ours = `${name}: ${median(runs.map((r) => r.seconds)).toFixed(2)} s, peak ${median(runs.map((r) => r.peak)).toFixed(0)} MB`;
    if (!reference) return ours;
    const ratio = median(runs.map((r, i) => r.seconds / reference.runs[i]!.seconds));
    return `${ours}; ${reference.name}: ${median(reference.runs.map((r) => r.seconds)).toFixed(2)} s; ratio ${ratio.toFixed(2)}`;
  });
  return lines.join("\n");
}
