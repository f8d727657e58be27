import {fork} from "node:child_process";
import {createWriteStream} from "node:fs";
import {readFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import {UserError} from "../errors.js";
import {diskFull} from "./disk-full.js";
import type {FrameworkMessage} from "./framework-child.js";
import {filesBelow} from "./sources.js";

interface FrameworkRun {
  /** A stage: the working folder of Framework. */
  stage: string;
  /** Folder with the cubes of this audience. */
  cubes: string;
  home: string;
  /** An empty folder for the bulk of the drawn pages; see src/components/set-aside.ts. */
  drawn: string;
}

/** What every Framework process gets: the cubes, no telemetry, and the same time zone everywhere. */
export function frameworkEnvironment({cubes, home}: Pick<FrameworkRun, "cubes" | "home">): NodeJS.ProcessEnv {
  return {
    ...process.env,
    GUANXI_CUBES: cubes,
    GUANXI_HOME: home,
    OBSERVABLE_TELEMETRY_DISABLE: "1",
    TZ: "UTC",
    NO_COLOR: "1",
    FORCE_COLOR: undefined,
  };
}

export const frameworkChild = fileURLToPath(new URL("framework-child.ts", import.meta.url));
export const tsx = ["--import", import.meta.resolve("tsx")];

// Framework warns about these and goes on; broken links are found, with more detail, in the finished pages.
const forgiven =
  /using stale|non-local asset path|unresolved|undeclared|unable to|^Warning: (?!\d+ broken links?)/i;

/**
 * Runs Framework over a stage; the pages land in `site/` inside it, its log in `framework.log` beside them.
 *
 * @throws UserError on whatever stops Framework and on every warning that it would forgive
 */
export async function runFramework({stage, cubes, home, drawn}: FrameworkRun): Promise<void> {
  const logFile = join(stage, "framework.log");
  const log = createWriteStream(logFile);
  const problems: string[] = [];
  let finished = false;
  let failure: Extract<FrameworkMessage, {kind: "failed"}> | undefined;
  const child = fork(frameworkChild, ["build"], {
    cwd: stage,
    execArgv: tsx,
    env: {...frameworkEnvironment({cubes, home}), GUANXI_DRAWN: drawn},
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let complaints = "";
  child.stdout?.pipe(log, {end: false});
  child.stderr?.pipe(log, {end: false});
  child.stderr?.on("data", (bytes) => {
    complaints = (complaints + bytes).slice(-20_000);
  });
  child.on("message", (message: FrameworkMessage) => {
    if (message.kind === "done") finished = true;
    else if (message.kind === "failed") failure = message;
    else if (forgiven.test(message.text)) problems.push(`${where(message.step)}: ${message.text}`);
  });
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (...ended) => resolve(ended));
  });
  await new Promise((resolve) => log.end(resolve));
  if (failure) {
    if (diskFull(failure) || /\b(ENOSPC|EDQUOT)\b/.test(complaints))
      throw Object.assign(new Error(failure.text), {code: "ENOSPC"});
    const missing = /^(?:import not found|Not found): \/(.+)/.exec(failure.text)?.[1];
    const askedBy = missing && (await mentions(stage, missing));
    if (askedBy) throw new UserError(`${askedBy}: there is no src/${missing}`);
    throw new UserError(`${where(failure.step)}: ${failure.text}${excuse(failure.text, complaints)}`);
  }
  if (/\[using stale\]/.test(await readFile(logFile, "utf8")))
    problems.push("a data loader's old output was used");
  if (problems.length) throw new UserError(problems.join("\n"));
  if (!finished || code !== 0) throw new Error(`framework ended with ${signal ?? code}\n${complaints}`);
}

/** The pages and modules that mention a file by its name: Framework doesn't say which one asked for it. */
async function mentions(stage: string, file: string): Promise<string> {
  const found: string[] = [];
  for (const path of await filesBelow(join(stage, "src"))) {
    if (!/\.(md|js|ts|html)$/.test(path) || path.startsWith(".")) continue;
    if ((await readFile(join(stage, "src", path), "utf8")).includes(basename(file))) found.push(path);
  }
  return found.join(", ");
}

/** "load /rfm" → "rfm.md"; "copy src/data/abc.json" → "src/data/abc.json". */
function where(step: string): string {
  const [verb, path = ""] = step.split(" ");
  if (!verb) return "observablehq.config.ts";
  return verb === "load" || verb === "render" ? `${path.slice(1)}.md` : path;
}

/** A loader's own words, where it was a loader that failed. */
function excuse(text: string, complaints: string): string {
  if (!text.startsWith("loader exited")) return "";
  const lines = complaints
    .split("\n")
    .filter((line) => line.trim() && !/^\s+at |^Node\.js v|loader exited/.test(line));
  const own = lines.filter((line) => /^(?:\w*Error|UserError)\b/.test(line)).slice(0, 3);
  return `\n${(own.length ? own : lines.slice(0, 8)).join("\n")}`;
}
