import {existsSync} from "node:fs";
import {mkdir, rename, writeFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {type SitePage, sitePages} from "../../src/components/site-map.js";
import type {OwnPageRow} from "../../src/cubes/own.js";
import type {Audience, Locale} from "../../src/cubes.js";
import {UserError} from "../errors.js";
import {nearest} from "../nearest.js";
import {notForAudience, ownNames} from "../own/discover.js";
import {dataFolder, home, root} from "../places.js";
import {readSettings} from "../settings.js";
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

/** The audience that a report will be for, as far as its settings tell before it is built; null for the sample. */
function audienceAsked({data, audience}: {data?: unknown; audience?: unknown}): Audience | null {
  if (typeof audience === "string") return audience as Audience;
  const folder = typeof data === "string" ? resolve(data) : dataFolder();
  return existsSync(join(folder, "report.toml")) ? readSettings(folder).audience : null;
}

/** Why an audience has no such page, where it is one about single customers or for others alone; else null. */
function withheld({named, only}: SitePage, audience: Audience | null): string | null {
  if (audience === null) return null;
  if (only && !only.includes(audience))
    return `it is for ${only.join(", ")}, and this report for ${audience}`;
  return named && audience === "executives" ? "it names customers, and this report is for executives" : null;
}

function readPage(name: string | undefined, own: readonly string[], audience: Audience | null): string {
  const page = sitePages.find(({slug}) => slug === name);
  const why = page ? withheld(page, audience) : null;
  if (why !== null) throw new UserError(`export ${name}: ${why}`);
  const ours = sitePages.filter((each) => withheld(each, audience) === null);
  const known = [...ours.map(({slug}) => slug as string), ...own];
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
  const page = readPage(argv[at], added, audienceAsked(passed));
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
