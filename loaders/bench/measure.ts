import {spawn} from "node:child_process";
import {root} from "../places.js";

/** One run of a piece of work in a process of its own. */
export interface Run {
  seconds: number;
  /** Largest resident set of the process, in MB. */
  peak: number;
}

/** A line of the benchmark's table: ours and its reference, measured in turn in the same session. */
export interface Row {
  name: string;
  runs: Run[];
  reference?: {name: string; runs: Run[]};
  note?: string;
}

/**
 * Runs a module in a fresh process and measures from its first line to its last; the module calls `measured(work)`.
 *
 * @throws Error with what the process said, where it fails
 */
export async function runFresh(
  module: string,
  argv: string[],
  env: Record<string, string> = {},
): Promise<Run> {
  const file = new URL(module, import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", file, ...argv], {
    cwd: root,
    env: {...process.env, ...env},
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let said = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`${module} failed: ${said || output}`);
  return JSON.parse(output.trim().split("\n").at(-1)!) as Run;
}

/** Called by a module under measurement: does the work, then prints the time and the peak as JSON. */
export async function measured(work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`${JSON.stringify({seconds, peak: process.resourceUsage().maxRSS / 1024})}\n`);
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
