import {mkdir, mkdtemp, readdir, rm, symlink, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {root} from "../places.js";
import type {Source} from "./sources.js";

/**
 * Copies a site's sources into a fresh folder `home/stage/<process>-<random>`, where Framework can write its cache:
 * that cache never sees a change of data or code, so at the start of every build it holds packages at most.
 *
 * @returns the folder's path; it holds `src/`, the config, and links to `loaders/` and `node_modules/`
 */
export async function makeStage(project: string, home: string, sources: readonly Source[]): Promise<string> {
  await mkdir(join(home, "stage"), {recursive: true});
  const stage = await mkdtemp(join(home, "stage", `${process.pid}-`));
  await fillStage(stage, sources);
  await symlink(join(project, "loaders"), join(stage, "loaders"), "dir");
  await symlink(join(root, "node_modules"), join(stage, "node_modules"), "dir");
  // Node takes files for modules only where a package.json says so.
  await writeFile(join(stage, "package.json"), '{"private": true, "type": "module"}\n');
  return stage;
}

/** Writes the sources into a stage. */
export async function fillStage(stage: string, sources: readonly Source[]): Promise<void> {
  await Promise.all(
    [...new Set(sources.map(({path}) => dirname(path)))].map((path) =>
      mkdir(join(stage, path), {recursive: true}),
    ),
  );
  await Promise.all(sources.map(({path, bytes}) => writeFile(join(stage, path), bytes)));
}

/** Deletes the stages whose process is gone: a build that was killed can't tidy up after itself. */
export async function removeLeftoverStages(home: string): Promise<void> {
  const directory = join(home, "stage");
  for (const name of await readdir(directory).catch(() => [])) {
    if (!isRunning(Number.parseInt(name, 10)))
      await rm(join(directory, name), {recursive: true, force: true});
  }
}

function isRunning(pid: number): boolean {
  try {
    return Number.isInteger(pid) && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
