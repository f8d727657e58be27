import {resolve} from "node:path";
import {parseArgs} from "node:util";
import {UserError} from "../errors.js";
import {makeSample} from "./make-sample.js";

const usage = "npm run sample -- --out <folder> [--customers 600] [--format csv|parquet] [--seed 2]";

const help = `usage: ${usage}

  Writes the exports of an invented business, with what models should recover in truth.csv and truth.json.

  --out <folder>       where to write; it may be new, empty or hold an earlier sample
  --customers <n>      how many accounts, prospects among them (600)
  --format <name>      csv or parquet (csv)
  --seed <n>           another whole number is another business (2)
  --help               this text`;

/**
 * The `sample` command: `--customers N --out <dir> --format csv|parquet --seed N`, of which only `--out` is required;
 * `--help` prints them. Progress goes to standard error. Throws a UserError for an argument it can't use.
 */
export async function sample(argv: string[]): Promise<void> {
  const {out, customers, format, seed, help: asked} = read(argv);
  if (asked) return console.log(help);
  if (!out) throw new UserError(`--out is missing: the folder for the sample; ${usage}`);
  if (format !== undefined && format !== "csv" && format !== "parquet") {
    throw new UserError(`--format: "${format}" is not csv or parquet`);
  }
  await makeSample({
    out: resolve(out),
    customers: whole("--customers", customers),
    format,
    seed: whole("--seed", seed),
    progress: (line) => console.error(line),
  });
}

function read(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: {
        out: {type: "string"},
        customers: {type: "string"},
        format: {type: "string"},
        seed: {type: "string"},
        help: {type: "boolean"},
      },
    }).values;
  } catch (error) {
    // parseArgs tells unknown options, missing values and stray arguments by codes that begin so.
    if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_")) {
      throw new UserError(`${argv.join(" ")}: not understood; ${usage}`, {cause: error});
    }
    throw error;
  }
}

function whole(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UserError(`${option}: "${text}" is not a whole number`);
  return Number(text);
}
