import {readFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {basename, join} from "node:path";
import {build, type Effects, FileBuildEffects} from "@observablehq/framework/dist/build.js";
import {
  type FrameworkConfig,
  type Loaders,
  readConfig,
  setCurrentDate,
} from "@observablehq/framework/dist/config.js";
import {defaultInterpreters} from "@observablehq/framework/dist/loader.js";
import {preview} from "@observablehq/framework/dist/preview.js";
import {home} from "../places.js";
import {makeBrowserPackages} from "./browser-packages.js";
import {cutNetwork} from "./offline.js";
import {PackageStore} from "./package-store.js";
import {hearProblems} from "./preview-problem.js";
import {filesBelow} from "./sources.js";

/** What the child says to the process that started it. */
export type FrameworkMessage =
  | {kind: "warning"; text: string; step: string}
  | {kind: "failed"; text: string; step: string; code?: string}
  | {kind: "done"};

/** The date of every file as pages and module hashes see it, so that two builds are equal. */
const fixedDate = new Date(Date.UTC(2000, 0, 1));

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with an escape.
const plain = (text: string) => text.replace(/\x1b\[\d+m/g, "");
let step = "";

function say(message: FrameworkMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()) ?? resolve());
}

function watchOutput(text: string): void {
  process.stdout.write(text);
  const started = /^(?:load|copy|build|bundle|render) \S+/.exec(plain(text).trim());
  if (started) step = started[0];
}

function warn(...values: unknown[]): void {
  const text = plain(values.map(String).join(" ")).trim();
  process.stderr.write(`${text}\n`);
  void say({kind: "warning", text, step});
}

/**
 * Runs the data loaders that a page or a module names, as many at once as there are processors: each is a process of its
 * own, and Framework would run one after the other. It then finds their outputs fresh.
 */
async function runLoaders({root, loaders}: FrameworkConfig, effects: Effects): Promise<void> {
  const files = await filesBelow(root);
  const texts = files
    .filter((path) => /\.(md|js|ts)$/.test(path))
    .map((path) => readFileSync(join(root, path), "utf8"));
  const waiting = files
    .filter((path) => /\.(json|csv|svg)\.ts$/.test(path))
    .filter((path) => texts.some((text) => text.includes(basename(path, ".ts"))));
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const target = path.replace(/\.ts$/, "");
      await loaders
        .find(`/${target}`)
        ?.load({}, effects)
        .catch((error: Error) => {
          step = `copy ${root}/${path}`;
          waiting.length = 0;
          throw error;
        });
    }
  };
  await Promise.all(Array.from({length: availableParallelism()}, work));
}

/** Hashes each module once: Framework does it anew for every page that imports it, and a build's sources stand still. */
function hashOnce(loaders: Loaders): void {
  const once = <Hash>(hash: (path: string) => Hash): ((path: string) => Hash) => {
    const known = new Map<string, Hash>();
    return (path) => {
      if (!known.has(path)) known.set(path, hash(path));
      return known.get(path)!;
    };
  };
  loaders.getModuleHash = once(loaders.getModuleHash.bind(loaders));
  loaders.getLocalModuleHash = once(loaders.getLocalModuleHash.bind(loaders));
  loaders.resolveImportPath = once(loaders.resolveImportPath.bind(loaders));
}

// A parent that was killed must not leave a child behind that goes on writing.
process.on("disconnect", () => process.exit(1));
cutNetwork();
// The loaders start in 0.5 s with this and in 1.3 s with Framework's own choice, and need no search path.
defaultInterpreters[".ts"] = [process.execPath, "--import", import.meta.resolve("tsx")];
console.warn = warn;
const [mode, port] = process.argv.slice(2);
try {
  if (mode === "preview") {
    hearProblems();
    const {root} = await readConfig();
    await new PackageStore(home(), root).take();
    await makeBrowserPackages(root);
    await preview({hostname: "127.0.0.1", port: Number(port), open: false});
    await say({kind: "done"});
  } else {
    setCurrentDate(fixedDate);
    const config = await readConfig();
    config.output = "site";
    const logger = {log: console.log, warn, error: console.error};
    const output = {write: watchOutput};
    const packages = new PackageStore(home(), config.root);
    await packages.take();
    await Promise.all([
      runLoaders(config, {logger, output: process.stdout}),
      makeBrowserPackages(config.root),
    ]);
    hashOnce(config.loaders);
    await build(
      {config},
      new FileBuildEffects("site", `${config.root}/.observablehq/cache`, {logger, output}),
    );
    await packages.keep();
    await say({kind: "done"});
    process.exit(0);
  }
} catch (thrown) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = (error as NodeJS.ErrnoException).code;
  console.error(error.stack);
  await say({kind: "failed", text: plain(error.message), step, code});
  process.exit(1);
}
