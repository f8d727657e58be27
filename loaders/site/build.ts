import {cp, mkdir, readdir, rename, rm, writeFile} from "node:fs/promises";
import {basename, join, relative} from "node:path";
import type {Audience} from "../../src/cubes.js";
import {UserError} from "../errors.js";
import {checkLanguages, withoutHiddenPages} from "../own/own-sources.js";
import {sourcesFor} from "./audience-pages.js";
import {bundleModules} from "./bundle.js";
import {launchChromium, NoChromium} from "./chromium.js";
import {diskFull} from "./disk-full.js";
import {finishPages} from "./finish-html.js";
import {type Finding, readFinishedSite} from "./finished-site.js";
import {runFramework} from "./framework.js";
import {type Manifest, readWholeBuild, takeStock} from "./manifest.js";
import {type AllowedColumns, type AllowedFiles, scan} from "./scan.js";
import {buildKey, hashCode, hashSources, readSite, type Source} from "./sources.js";
import {makeStage, removeLeftoverStages} from "./stage.js";
import {keepBuild, linkedBuild, linkSite, pruneBuilds} from "./swap.js";
import {verifyInBrowser} from "./verify/browser.js";
import {verifyHosts} from "./verify/hosts.js";
import {verifyImports} from "./verify/imports.js";
import {verifyLinks} from "./verify/links.js";
import {verifyNames, verifyPages} from "./verify/pages.js";

/** The cubes of one audience, ready to be drawn. */
export interface PublishedCubes {
  directory: string;
  /** Hash over everything that they were made from. */
  key: string;
  audience: Audience;
}

export interface BuildOptions {
  /** Folder with `src/`, `observablehq.config.ts`, `loaders/` and `package-lock.json`. */
  project: string;
  cubes: PublishedCubes;
  columns: AllowedColumns;
  fileSets?: AllowedFiles;
  /** Asked for only when a site is built: ids and names that this audience may not see. */
  identifiers?: () => Promise<Iterable<string>>;
  home: string;
  out: string;
  /** `when-possible` says so and goes on where there is no Chromium; `required` fails. */
  browser: "when-possible" | "required" | "never";
  progress: (line: string) => void;
}

export interface Built {
  build: string;
  manifest: Manifest;
  /** Whether the site stood there already. */
  reused: boolean;
}

/**
 * Builds the site from published cubes and points `out` at it, or finds that it is there already.
 *
 * Whatever goes wrong, `out` goes on showing what it showed before.
 *
 * @throws UserError with one line per page and problem, also for all that Framework would forgive
 */
export async function buildSite(options: BuildOptions): Promise<Built> {
  try {
    return await buildOrReuse(options);
  } catch (error) {
    if (!diskFull(error)) throw error;
    throw new UserError(
      `no space left for ${options.home}: free some and build again (${options.out} is as it was)`,
    );
  }
}

async function buildOrReuse(options: BuildOptions): Promise<Built> {
  const {project, cubes, home, out, progress} = options;
  await mkdir(home, {recursive: true});
  await removeLeftoverStages(home);
  const sources = sourcesFor(cubes.audience, await readSite(project));
  const key = await keyOf(options, sources);
  const known = await findBuild(options, key);
  if (known) {
    progress(`${relative(process.cwd(), out) || out} is up to date`);
    return {...known, reused: true};
  }
  const shown = withoutHiddenPages(sources, project, cubes.directory);
  checkLanguages(shown, cubes.directory);
  const stage = await makeStage(project, home, shown);
  try {
    progress("drawing the pages");
    const drawn = join(stage, "drawn");
    await mkdir(drawn);
    await runFramework({stage, cubes: cubes.directory, home, drawn});
    const site = join(stage, "site");
    await cp(join(cubes.directory, "files"), join(site, "files"), {recursive: true}).catch(whereAbsent);
    const pages = await finishPages(site, drawn);
    const modules = join(stage, "modules");
    await bundle(site, modules);
    progress(`checking ${pages} pages`);
    const identifiers = await options.identifiers?.();
    const leaks = await scan({
      directory: site,
      audience: cubes.audience,
      columns: options.columns,
      fileSets: options.fileSets,
      identifiers,
    });
    report([...(await verify(site)), ...leaks]);
    await checkInBrowser(options, site);
    // Code that changed meanwhile may be in the pages or not, so such a site is shown but never reused.
    const unchanged = (await keyOf(options, sources)) === key;
    const manifest: Manifest = {
      key: unchanged ? key : null,
      audience: cubes.audience,
      ...(await takeStock(site)),
    };
    const finished = join(stage, "finished");
    await mkdir(finished);
    await rename(site, join(finished, "site"));
    await rename(modules, join(finished, "modules")).catch(whereAbsent);
    await writeFile(join(finished, "manifest.json"), JSON.stringify(manifest));
    const build = await keepBuild(home, finished, `${key.slice(0, 16)}-${basename(stage)}`);
    await link(options, build);
    return {build, manifest, reused: false};
  } catch (error) {
    const log = join(home, "framework.log");
    await rename(join(stage, "framework.log"), log).then(
      () => progress(`the log is in ${log}`),
      () => {},
    );
    throw error;
  } finally {
    await rm(stage, {recursive: true, force: true});
    await pruneBuilds(home);
  }
}

/** A report without files beside its cubes has no folder of them, nor one without scripts of its modules. */
function whereAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

/** Puts the site's modules together; where some import leads nowhere they stay, and the checks tell of it. */
async function bundle(directory: string, aside: string): Promise<void> {
  const site = await readFinishedSite(directory);
  if (verifyImports(site).length === 0) await bundleModules(site, aside);
}

async function keyOf({project, cubes}: BuildOptions, sources: readonly Source[]): Promise<string> {
  return buildKey({
    cubes: cubes.key,
    audience: cubes.audience,
    site: hashSources(sources),
    code: await hashCode(project),
    node: process.versions.node.split(".")[0]!,
  });
}

/** A whole build of this key: the one that `out` shows, or an earlier one, which is then shown again. */
async function findBuild(
  options: BuildOptions,
  key: string,
): Promise<Pick<Built, "build" | "manifest"> | undefined> {
  const shown = await linkedBuild(options.out);
  const builds = join(options.home, "builds");
  const earlier = (await readdir(builds).catch(() => [])).filter((name) => name.startsWith(key.slice(0, 16)));
  for (const build of [
    shown,
    ...earlier.map((name) => join(builds, name)).filter((build) => build !== shown),
  ]) {
    const manifest = build && (await readWholeBuild(build));
    if (!manifest || manifest.key !== key) continue;
    if (build !== shown) await link(options, build);
    return {build, manifest};
  }
  return undefined;
}

async function link({home, out, progress}: BuildOptions, build: string): Promise<void> {
  const aside = await linkSite(home, build, out);
  if (aside) progress(`${out} was a folder of its own: it is now ${aside}`);
}

async function verify(directory: string): Promise<Finding[]> {
  const site = await readFinishedSite(directory);
  return [verifyPages, verifyImports, verifyLinks, verifyHosts, verifyNames].flatMap((check) => check(site));
}

async function checkInBrowser({browser: wanted, progress}: BuildOptions, site: string): Promise<void> {
  if (wanted === "never") return;
  try {
    const browser = await launchChromium();
    try {
      const {pages} = await readFinishedSite(site);
      progress(`opening ${pages.length} pages in Chromium ${browser.version()}`);
      report(
        await verifyInBrowser(
          browser,
          site,
          pages.map(({path}) => path),
        ),
      );
    } finally {
      await browser.close();
    }
  } catch (error) {
    if (!(error instanceof NoChromium)) throw error;
    if (wanted === "required") throw new UserError(`pages can't be opened in a browser: ${error.message}`);
    progress(`not opened in a browser: ${error.message}`);
  }
}

function report(findings: readonly Finding[]): void {
  if (!findings.length) return;
  const lines = [...new Set(findings.map(({where, problem}) => `${where}: ${problem}`))];
  const rest = lines.length > 40 ? [`and ${lines.length - 40} more`] : [];
  throw new UserError([...lines.slice(0, 40), ...rest].join("\n"));
}
