import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {UserError} from "../errors.js";
import {nameProblem} from "../own/names.js";
import {root} from "../places.js";
import {readOptions} from "../site/command-line.js";
import {modelFiles} from "./model-files.js";
import type {NewFile, Titles} from "./new-file.js";
import {pageFiles} from "./page-files.js";

const help = `usage: npm run new -- page <name> [options]
       npm run new -- model <name> [options]

  page <name>          a page of your own: a query over scores and purchases, its columns, a chart and a table
  model <name>         a model of your own: a query that gives customers a class at each date, and its page

  --title <text>       its title (the name)
  --title-zh <text>    its title in Chinese
  --help               this text

A name is words in small letters with - between them: regions-lost. Nothing that is there is written over.`;

const kinds = {page: pageFiles, model: modelFiles};

/**
 * `npm run new`: writes the files of a new page or model, and says which. None of ours is touched: the report finds them
 * by their names.
 *
 * @throws UserError where the name can't be, or is taken; then nothing is written
 */
export function makeNew(argv: string[]): void {
  if (argv.length === 0 || argv.includes("--help")) {
    console.log(help);
    return;
  }
  const [kind, name, ...rest] = argv;
  if (kind !== "page" && kind !== "model")
    throw new UserError(`new ${kind}: there are page and model (npm run new -- page regions-lost)`);
  if (name === undefined || name.startsWith("-"))
    throw new UserError(
      `new ${kind}: name it (npm run new -- ${kind} ${kind === "page" ? "regions-lost" : "order-trend"})`,
    );
  const problem = nameProblem(name);
  if (problem !== null) throw new UserError(`new ${kind} ${name}: ${problem}`);
  const options = readOptions("new", rest, {title: {type: "string"}, "title-zh": {type: "string"}});
  const files = kinds[kind](name, titlesOf(name, options));
  checkNameIsFree(kind, name, files);
  for (const {path, text} of files) {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), text, {flag: "wx"});
  }
  const width = Math.max(...files.map(({path}) => path.length));
  console.log(
    [
      "wrote",
      ...files.map(({path, what}) => `  ${path.padEnd(width)}  ${what}`),
      `it stands at /${name}.html and /zh/${name}.html: npm run dev shows each change, npm run build publishes it`,
    ].join("\n"),
  );
}

function titlesOf(name: string, options: {title?: string; "title-zh"?: string}): Titles {
  const words = name.replaceAll("-", " ");
  const en = options.title?.trim() || words.slice(0, 1).toUpperCase() + words.slice(1);
  return {en, zh: options["title-zh"]?.trim() || en};
}

/** A page, a cube and a definition of that name may each be there already. */
function checkNameIsFree(kind: string, name: string, files: readonly NewFile[]): void {
  const taken = [
    ...files.map(({path}) => path),
    ...["pages", "models"].map((folder) => `loaders/own/${folder}/${name}.ts`),
  ].find((path) => existsSync(join(root, path)));
  if (taken !== undefined)
    throw new UserError(`new ${kind} ${name}: ${taken} is there already; choose another name, or remove it`);
}
