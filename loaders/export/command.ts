import {mkdir, rename, writeFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {sitePages} from "../../src/components/site-map.js";
import type {OwnPageRow} from "../../src/cubes/own.js";
import type {Locale} from "../../src/cubes.js";
import {UserError} from "../errors.js";
import {nearest} from "../nearest.js";
import {notForAudience, ownNames} from "../own/discover.js";
import {home, root} from "../places.js";
import {readOptions} from "../site/command-line.js";
import type {ScanOptions} from "../site/scan.js";
import {checkExport} from "./check.js";
import {exportPage} from "./export.js";

const help = `usage: npm run export -- <page> [options]

One page as one HTML file, for a mail: it opens from a disk, its filters and choices work, and it asks no host for anything.

  <page>               as its address names it: index, pareto, rfm ..., and those of npm run new
  --language <en|zh>   the language of the page (en)
  --out <file>         where it shall stand (guanxi-<page>-<as-of date>-<language>.html)
  --data <folder>      the exports and their report.toml, as for npm run build
  --audience <name>    executives, account-team or analysts, as for npm run build`;

/** A site that has been built, and what its audience may see. */
export interface BuiltReport {
  site: string;
  /** The pages that analysts have added and the audience may see. */
  ownPages: readonly OwnPageRow[];
  allowed: () => Promise<Omit<ScanOptions, "directory">>;
}

function readLanguage(text: string): Locale {
  if (text === "en" || text === "zh") return text;
  throw new UserError(`--language ${text}: must be en or zh`);
}

function readPage(name: string | undefined, own: readonly string[]): string {
  const known = [...sitePages.map(({slug}) => slug as string), ...own];
  if (name === undefined) throw new UserError(`export: which page? There are ${known.join(", ")}`);
  if (known.includes(name)) return name;
  const [guess] = nearest(name, known);
  throw new UserError(
    `export ${name}: there is no such page; ${guess ? `did you mean ${guess}?` : `there are ${known.join(", ")}`}`,
  );
}

/**
 * `npm run export`: one page as one HTML file. `build` builds the site into the folder that `--out` names, or finds it
 * built; `dist/` stays as it is.
 *
 * @throws UserError where an option is wrong, or the page holds what its audience may not have
 */
export async function exportCommand(
  argv: string[],
  build: (argv: string[]) => Promise<BuiltReport>,
): Promise<void> {
  if (argv.includes("--help")) {
    console.log(help);
    return;
  }
  // Every option takes a value, so what follows none is the page.
  const at = argv.findIndex((arg, i) => !arg.startsWith("-") && !/^--[^=]+$/.test(argv[i - 1] ?? ""));
  const {language, out, ...passed} = readOptions("export", at < 0 ? argv : argv.toSpliced(at, 1), {
    language: {type: "string"},
    out: {type: "string"},
    data: {type: "string"},
    audience: {type: "string"},
  });
  const added = ownNames(join(root, "loaders/own"));
  const page = readPage(argv[at], added);
  const locale = readLanguage(language ?? "en");
  const options = Object.entries(passed).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const {site, ...built} = await build([...options, "--out", join(home(), "to-export"), "--no-browser"]);
  if (added.includes(page) && !built.ownPages.some(({slug}) => slug === page))
    throw new UserError(`export ${page}: ${notForAudience}`);
  const {html, asOf, dates} = await exportPage(site, page, locale);
  const allowed = await built.allowed();
  await checkExport(page, html, allowed);
  const file = resolve(out ?? `${root}/guanxi-${page}-${asOf}-${locale}.html`);
  await mkdir(dirname(file), {recursive: true});
  await writeFile(`${file}.tmp`, html);
  await rename(`${file}.tmp`, file);
  const filters = dates.length > 0 ? `, filters at ${dates.length} dates back to ${dates.at(-1)}` : "";
  console.log(`${file}: ${(Buffer.byteLength(html) / 1e6).toFixed(2)} MB, for ${allowed.audience}${filters}`);
}
