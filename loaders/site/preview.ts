import {type ChildProcess, fork} from "node:child_process";
import {rm, utimes} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Audience} from "../../src/cubes.js";
import {UserError} from "../errors.js";
import {withoutHiddenPages} from "../own/own-sources.js";
import {sourcesFor} from "./audience-pages.js";
import type {PublishedCubes} from "./build.js";
import {frameworkChild, frameworkEnvironment, tsx} from "./framework.js";
import {type ProblemMessage, problemVariable} from "./preview-problem.js";
import type {PublishMessage} from "./publish-child.js";
import {readSite, type Source} from "./sources.js";
import {fillStage, makeStage, removeLeftoverStages} from "./stage.js";
import {settle, watchFolders} from "./watch.js";

export interface PreviewOptions {
  project: string;
  data: string;
  audience?: Audience;
  /** URL of the module with `publish`. */
  publisher: string;
  home: string;
  port: number;
  progress: (line: string) => void;
}

export interface Preview {
  url: string;
  close(): Promise<void>;
}

const publishChild = fileURLToPath(new URL("publish-child.ts", import.meta.url));

/**
 * Framework's live preview of a copy of the sources. A changed page shows at once. Changed data or loaders are published
 * again and, like changed code of the site, shown by a new Framework process on the same port, to which open pages
 * reconnect and reload by themselves; until a publication succeeds the old one stays, and the pages say why.
 *
 * @throws UserError where the first publication fails
 */
export async function previewSite(options: PreviewOptions): Promise<Preview> {
  const {project, data, home, port, progress} = options;
  await removeLeftoverStages(home);
  const first = await publishInChild(options);
  if (typeof first === "string") throw new UserError(first);
  let cubes = first;
  let sources = await sourcesOf(project, cubes);
  const stage = await makeStage(project, home, sources);
  let framework = await startFramework(options, stage, cubes);
  let published = true;
  /** Why there is no newer publication: it stands on the pages too, where whoever is writing looks. */
  let problem: string | undefined;

  const update = settle(async () => {
    try {
      const changed = await syncStage(stage, project, cubes, sources);
      sources = changed.sources;
      let restart = changed.code || framework.exitCode !== null;
      const republished = !published;
      if (republished) {
        published = true;
        progress("publishing again");
        const again = await publishInChild(options);
        const failed = typeof again === "string" ? again : undefined;
        if (failed !== problem) await showProblem(framework, stage, failed);
        problem = failed;
        if (typeof again === "string") progress(`${again}\nthe preview shows the data from before`);
        else {
          restart ||= again.key !== cubes.key;
          cubes = again;
        }
      }
      if (!restart) {
        if (republished && problem === undefined) progress("no figure has changed");
        return;
      }
      await stopProcess(framework);
      await rm(join(stage, "src/.observablehq/cache"), {recursive: true, force: true});
      // Another audience may have other pages, and another publication may hold own pages.
      sources = (await syncStage(stage, project, cubes, sources)).sources;
      // New times make open pages see that the loaders' outputs are new.
      await fillStage(stage, sources);
      framework = await startFramework(options, stage, cubes, problem);
      if (problem === undefined) progress("the preview is up to date");
    } catch (error) {
      progress(error instanceof Error ? error.message : String(error));
    }
  }, 200);

  const republish = () => {
    published = false;
    update.poke();
  };
  const stopWatching = watchFolders([
    {directory: join(project, "src"), changed: update.poke},
    {
      directory: project,
      recursive: false,
      counts: (path) => path === "observablehq.config.ts",
      changed: update.poke,
    },
    {directory: join(project, "loaders"), changed: republish},
    {directory: data, changed: republish},
  ]);
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      stopWatching();
      await update.stop();
      await stopProcess(framework);
      await rm(stage, {recursive: true, force: true});
    },
  };
}

/** The cubes, or why there are none. */
function publishInChild({publisher, data, audience, home}: PreviewOptions): Promise<PublishedCubes | string> {
  const env = {...process.env, GUANXI_HOME: home};
  const child = fork(publishChild, [publisher, data, audience ?? ""], {execArgv: tsx, env});
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("message", (message: PublishMessage) =>
      resolve(message.kind === "published" ? message.cubes : message.text),
    );
    child.on("exit", (code, signal) => resolve(`publishing ended with ${signal ?? code}`));
  });
}

async function startFramework(
  {port, home, progress}: PreviewOptions,
  stage: string,
  cubes: PublishedCubes,
  problem?: string,
): Promise<ChildProcess> {
  const child = fork(frameworkChild, ["preview", String(port)], {
    cwd: stage,
    execArgv: tsx,
    env: {...frameworkEnvironment({cubes: cubes.directory, home}), [problemVariable]: problem},
    // Its log names every request; what matters comes on stderr.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code, signal) => reject(new UserError(`the preview ended with ${signal ?? code}`)));
  });
  child.removeAllListeners("exit");
  child.once("exit", (code) => {
    if (code) progress("the preview stopped: mend what is said above and save");
  });
  return child;
}

/** Has every page say a problem, or none, from now on; a config that looks changed makes open pages load anew. */
async function showProblem(
  framework: ChildProcess,
  stage: string,
  problem: string | undefined,
): Promise<void> {
  if (!framework.connected) return;
  await new Promise<void>((resolve) => framework.send({problem} satisfies ProblemMessage, () => resolve()));
  const now = new Date();
  await utimes(join(stage, "observablehq.config.ts"), now, now);
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

/** The sources of the pages that a publication can fill. */
async function sourcesOf(project: string, {audience, directory}: PublishedCubes): Promise<Source[]> {
  return withoutHiddenPages(sourcesFor(audience, await readSite(project)), project, directory);
}

/** Brings the stage up to what the sources are now. `code`: whether more than the text of pages and styles changed. */
async function syncStage(
  stage: string,
  project: string,
  cubes: PublishedCubes,
  before: readonly Source[],
): Promise<{sources: Source[]; code: boolean}> {
  const sources = await sourcesOf(project, cubes);
  const old = new Map(before.map(({path, bytes}) => [path, bytes]));
  const changed = sources.filter(({path, bytes}) => !old.get(path)?.equals(bytes));
  const now = new Set(sources.map(({path}) => path));
  const gone = before.filter(({path}) => !now.has(path));
  await fillStage(stage, changed);
  for (const {path} of gone) await rm(join(stage, path), {force: true});
  return {sources, code: [...changed, ...gone].some(({path}) => !/\.(md|css)$/.test(path))};
}
