import {existsSync} from "node:fs";
import {mkdir, rename, writeFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {sitePages} from "../../src/components/site-map.js";
import type {OwnPageRow} from "../../src/cubes/own.js";
import type {Locale} from "../../src/cubes.js";
import {UserError} from "../errors.js";
import {nearest} from "../nearest.js";
import {notForAudience, ownNames} from "../own/discover.js";
import {root} from "../places.js";
import {launchChromium, NoChromium} from "./chromium.js";
import {readOptions} from "./command-line.js";
import {printPack} from "./pdf.js";
import type {PackPage} from "./pdf-compose.js";

const help = `usage: npm run pdf -- [options]

  --language <en|zh>   the language of the pack (en)
  --page <name>        a page, as its address names it (pareto), and so on for more; else all, own pages last, but single customers’, computed and glossary
  --out <file>         where the PDF shall stand (guanxi-<as-of date>-<language>.pdf)
  --data <folder>      the exports and their report.toml, as for npm run build
  --audience <name>    executives, account-team or analysts, as for npm run build`;

function readLanguage(text: string): Locale {
  if (text === "en" || text === "zh") return text;
  throw new UserError(`--language ${text}: must be en or zh`);
}

/** What may be printed: a page of one audience alone is a tool, of which nothing is left on paper. */
const printable = sitePages.filter(({only}) => only === undefined);

/** Pages to look things up in: on paper they would be longer than all that they explain. */
const lookedUp: readonly string[] = ["computed", "glossary"];

/** A built site, and the pages that analysts have added to it and its audience may see. */
export interface PrintableReport {
  site: string;
  ownPages: readonly OwnPageRow[];
}

/**
 * The pages that were asked for, in the site's order, then those that analysts have added. A page of single customers
 * shows nobody until a reader chooses one: like those to look things up in, it is no part of a pack unless it is named.
 *
 * @throws UserError where there is no page of a name
 */
export function packPages(
  names: readonly string[] | undefined,
  own: readonly PackPage[] = [],
): readonly PackPage[] {
  if (names === undefined)
    return [...printable.filter(({named, slug}) => !named && !lookedUp.includes(slug)), ...own];
  const all: readonly PackPage[] = [...printable, ...own];
  const known = all.map(({slug}) => slug);
  for (const name of names) {
    if (known.includes(name)) continue;
    const [guess] = nearest(name, known);
    throw new UserError(
      `--page ${name}: there is no such page; ${guess ? `did you mean ${guess}?` : `there are ${known.join(", ")}`}`,
    );
  }
  return all.filter(({slug}) => names.includes(slug));
}

/**
 * `npm run pdf`: the report as one PDF, the board pack. `build` brings the site up to date and says where it stands.
 *
 * @throws UserError where an option is wrong or no browser is there
 */
export async function pdf(
  argv: string[],
  build: (argv: string[]) => Promise<PrintableReport>,
): Promise<void> {
  if (argv.includes("--help")) {
    console.log(help);
    return;
  }
  const {language, page, out, ...passed} = readOptions("pdf", argv, {
    language: {type: "string"},
    page: {type: "string", multiple: true},
    out: {type: "string"},
    data: {type: "string"},
    audience: {type: "string"},
  });
  const locale = readLanguage(language ?? "en");
  const added = ownNames(join(root, "loaders/own"));
  // A name is looked up before anything is built; which own pages the audience may see is known only then.
  packPages(
    page,
    added.map((slug) => ({slug, name: {en: slug, zh: slug}})),
  );
  // The packaged Chromium looks at fonts of its own, none of them Chinese, unless it is told of the machine's.
  if (existsSync("/etc/fonts/fonts.conf")) process.env.FONTCONFIG_PATH ??= "/etc/fonts";
  const browser = await launchChromium().catch((error: unknown) => {
    throw error instanceof NoChromium ? new UserError(`pdf: ${error.message}`) : error;
  });
  try {
    const {site, ownPages} = await build(
      Object.entries(passed).flatMap(([name, value]) => [`--${name}`, String(value)]),
    );
    const shown = ownPages.map(({slug, title}) => ({slug, name: title}));
    const kept = added.find((name) => page?.includes(name) && !shown.some(({slug}) => slug === name));
    if (kept !== undefined) throw new UserError(`--page ${kept}: ${notForAudience}`);
    const pages = packPages(page, shown);
    const printed = await printPack(browser, site, pages, locale);
    const file = resolve(out ?? `${root}/guanxi-${printed.asOf}-${locale}.pdf`);
    await mkdir(dirname(file), {recursive: true});
    await writeFile(`${file}.tmp`, printed.pdf);
    await rename(`${file}.tmp`, file);
    console.log(`${file}: ${printed.pages} pages, ${(printed.pdf.length / 1e6).toFixed(1)} MB`);
  } finally {
    await browser.close();
  }
}
