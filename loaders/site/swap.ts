import {existsSync} from "node:fs";
import {
  appendFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises";
import {basename, dirname, join, relative, resolve} from "node:path";

/** Moves a finished folder (with `site/` and `manifest.json`) among the builds; `name` must be new. */
export async function keepBuild(home: string, finished: string, name: string): Promise<string> {
  const build = join(home, "builds", name);
  await mkdir(dirname(build), {recursive: true});
  await rename(finished, build);
  return build;
}

/**
 * Points `out` at a build's site in one step: whoever looks sees the old site or the new one, never a mixture.
 *
 * @returns where a real folder that stood in the way was moved to, else undefined
 */
export async function linkSite(home: string, build: string, out: string): Promise<string | undefined> {
  await appendFile(join(build, "links"), `${out}\n`);
  await mkdir(dirname(out), {recursive: true});
  const aside = await moveAside(home, out);
  const link = join(dirname(out), `.${basename(out)}-${basename(build)}`);
  await rm(link, {force: true});
  await symlink(relative(dirname(out), join(build, "site")), link, "dir");
  await rename(link, out);
  return aside;
}

async function moveAside(home: string, out: string): Promise<string | undefined> {
  const found = await lstat(out).catch(() => undefined);
  if (!found || found.isSymbolicLink()) return undefined;
  await mkdir(home, {recursive: true});
  const aside = join(await mkdtemp(join(home, "replaced-")), "dist");
  await rename(out, aside);
  return aside;
}

/** The build that `out` points to, or undefined. */
export async function linkedBuild(out: string): Promise<string | undefined> {
  const target = await readlink(out).catch(() => undefined);
  return target === undefined ? undefined : dirname(resolve(dirname(out), target));
}

/** Deletes all builds but the newest three and those that some folder still points to. */
export async function pruneBuilds(home: string): Promise<void> {
  const directory = join(home, "builds");
  const builds = await Promise.all(
    (await readdir(directory).catch(() => [])).map(async (name) => {
      const path = join(directory, name);
      return {
        path,
        finished: await stat(join(path, "manifest.json")).then(
          (found) => found.mtimeMs,
          () => Number.POSITIVE_INFINITY,
        ),
      };
    }),
  );
  builds.sort((a, b) => b.finished - a.finished);
  for (const {path} of builds.slice(3)) {
    if (!(await isLinked(path)) && existsSync(join(path, "manifest.json")))
      await rm(path, {recursive: true, force: true});
  }
}

async function isLinked(build: string): Promise<boolean> {
  const links = await readFile(join(build, "links"), "utf8").catch(() => "");
  for (const out of links.split("\n").filter(Boolean)) if ((await linkedBuild(out)) === build) return true;
  return false;
}
