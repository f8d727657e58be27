import {realpath} from "node:fs/promises";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Plugin} from "esbuild";
import {listParts, partsOfLists} from "../../src/components/filter/list-parts.js";
import {figureParts, partsOf} from "../../src/components/filter/live-figures/figure-parts.js";
import {UserError} from "../errors.js";

const standIn = (name: string): string => fileURLToPath(new URL(`in-page/${name}.ts`, import.meta.url));

/** What a page has not is left out with all that it would bring. */
interface Parts {
  filters: boolean;
  /** Its figures and headline figures by id. */
  shown: readonly string[];
  /** Its lists of customers by id. */
  lists: readonly string[];
}

function standIns({filters, shown, lists}: Parts): Plugin {
  const needed = partsOf(new Set(shown));
  const listed = partsOfLists(lists);
  const unneeded = [
    ...figureParts.filter((part) => !needed.includes(part)).map(({name}) => `figures-of-${name}`),
    ...listParts.filter((part) => !listed.includes(part)).map(({name}) => `lists-of-${name}`),
    ...(lists.some((id) => id.startsWith("movers-")) ? [] : ["list-actions"]),
  ];
  const instead: [RegExp, string][] = [
    [/_observablehq\/client\.\w+\.js$/, "client"],
    [/_observablehq\/stdlib\.\w+\.js$/, "stdlib"],
    [/\/search-box\.\w+\.js$/, "absent"],
    ...(unneeded.length > 0
      ? ([[new RegExp(`/(${unneeded.join("|")})\\.\\w+\\.js$`), "absent-part"]] as [RegExp, string][])
      : []),
    ...(filters ? [] : ([[/\/(filter-bar|drill-start)\.\w+\.js$/, "absent"]] as [RegExp, string][])),
  ];
  return {
    name: "stand-ins",
    setup(build) {
      for (const [filter, name] of instead) build.onResolve({filter}, () => ({path: standIn(name)}));
      build.onResolve({filter: /_node\/@duckdb\//}, ({importer}) => ({
        errors: [{text: `${importer} brings a database of 34 MB`}],
      }));
    },
  };
}

/**
 * The scripts of a built page as one that needs no other file: a classic script, since browsers load no modules from a
 * disk. `page` is the page's path in the site, such as `zh/rfm.html`, and `script` its own module.
 *
 * @throws UserError where a page needs what can't go along
 */
export async function bundleScripts(
  site: string,
  page: string,
  script: string,
  parts: Parts,
): Promise<string> {
  const {build} = await import("esbuild");
  const named = page.replace(/\.html$/, "");
  const built = await build({
    stdin: {
      contents: `import ${JSON.stringify(standIn("history"))};\n${script}`,
      // The site's own files hold much that a page can go without: its modules stand apart beside it.
      resolveDir: join(await realpath(site), "../modules", dirname(page)),
      sourcefile: `${named}.js`,
    },
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    minify: true,
    pure: ["registerFile"],
    define: {"import.meta.url": '""'},
    plugins: [standIns(parts)],
    logLevel: "silent",
  }).catch((error: {errors?: {text: string}[]}) => {
    const said = error.errors?.map(({text}) => text).join("; ");
    if (!said) throw error;
    throw new UserError(`export ${named}: this page can't be one file: ${said}`);
  });
  // "<!--" in a script would make browsers take the script's end for part of a comment.
  return built.outputFiles[0]!.text.replaceAll("<!--", "\\x3C!--");
}
