import {loadavg} from "node:os";
import {parseArgs} from "node:util";
import {UserError} from "../errors.js";
import {everyModel} from "./every-model.js";
import {exportsToCubes} from "./exports-to-cubes.js";
import {lifetimeFits} from "./lifetime-fits.js";
import type {Row} from "./measure.js";
import {pageSpeed} from "./page.js";
import {rfm} from "./rfm.js";
import {table} from "./table.js";

const help = `usage: npm run bench -- [options]

  --only <row>          one row alone: cubes, bg-nbd, pareto-nbd, rfm, models, relationships or page
  --lines <number>      order lines of the business of cubes (10000000)
  --customers <number>  customers of the other rows (1000000; models 100000; page 1000,100000,1000000); several with
                        commas measure each
  --rounds <number>     how often each is measured, in turn with its reference (3)
  --json                print the measurements as JSON alone`;

interface Sizes {
  lines: number;
  customers: number | undefined;
  rounds: number;
}

type Measure = (sizes: Sizes, progress: (line: string) => void) => Promise<Row[]>;

const million = 1_000_000;

const measures: Record<string, Measure> = {
  cubes: async ({lines, rounds}, progress) => [await exportsToCubes(lines, rounds, progress)],
  "bg-nbd": ({customers = million, rounds}, progress) => lifetimeFits("bg-nbd", customers, rounds, progress),
  "pareto-nbd": ({customers = million, rounds}, progress) =>
    lifetimeFits("pareto-nbd", customers, rounds, progress),
  rfm: async ({customers = million, rounds}, progress) => [await rfm(customers, rounds, progress)],
  models: async ({customers = 100_000, rounds}, progress) => [await everyModel(customers, rounds, progress)],
  relationships: async ({customers = million, rounds}, progress) => [
    await everyModel(customers, rounds, progress),
  ],
  page: async ({customers, rounds}, progress) => {
    const rows: Row[] = [];
    for (const size of customers === undefined ? [1000, 100_000, million] : [customers])
      rows.push(await pageSpeed(size, rounds, progress));
    return rows;
  },
};

/**
 * Measures and prints a table, then the same as JSON, with the machine's load before and after. Times and peaks are
 * medians; ratios are medians of each round's ratio.
 *
 * @throws UserError for a size that is no whole number, and for a row that there is not
 */
export async function bench(argv: string[]): Promise<void> {
  const {values} = parseArgs({
    args: argv,
    options: {
      only: {type: "string"},
      lines: {type: "string", default: "10000000"},
      customers: {type: "string"},
      rounds: {type: "string", default: "3"},
      json: {type: "boolean", default: false},
      help: {type: "boolean", default: false},
    },
  });
  if (values.help) return console.log(help);
  const sizes = {
    lines: whole("lines", values.lines),
    rounds: whole("rounds", values.rounds),
  };
  const businesses = values.customers?.split(",").map((size) => whole("customers", size)) ?? [undefined];
  const wanted = values.only === undefined ? Object.keys(measures) : [values.only];
  const before = loadavg()[0]!;
  const rows: Row[] = [];
  for (const name of wanted) {
    const measure = Object.hasOwn(measures, name) ? measures[name] : undefined;
    if (!measure) throw new UserError(`--only ${name}: must be one of ${Object.keys(measures).join(", ")}`);
    for (const customers of businesses)
      rows.push(...(await measure({...sizes, customers}, (line) => console.error(line))));
  }
  const load = {before, after: loadavg()[0]!};
  if (!values.json) {
    console.log(table(rows));
    console.log(
      `load over the last minute: ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after`,
    );
  }
  console.log(JSON.stringify({load, rows}));
}

function whole(name: string, text: string): number {
  const value = Number(text.replaceAll("_", ""));
  if (!(Number.isSafeInteger(value) && value > 0))
    throw new UserError(`--${name} ${text}: must be a whole number above 0`);
  return value;
}
