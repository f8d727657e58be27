import {spawn} from "node:child_process";
import {root} from "../places.js";

/** One run of a piece of work in a process of its own. */
export interface Run {
  seconds: number;
  /** Seconds that all cores together worked: on a busy machine it says more than the time that passed. */
  cpu: number;
  /** Largest resident set of the process, in MB. */
  peak: number;
  /** Seconds of each step, where the work has several. */
  steps?: Record<string, number>;
}

/** A line of the benchmark's table: ours and its reference, measured in turn in the same session. */
export interface Row {
  name: string;
  runs: Run[];
  reference?: {name: string; runs: Run[]};
  /** Of what is measured in a browser: milliseconds by what they are of, each with the goal where it has one. */
  waits?: Record<string, {milliseconds: number; goal?: number}>;
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

/**
 * Called by a module under measurement: does the work, then prints the time and the peak as JSON, and the seconds of
 * each step that the work has named as it began.
 */
export async function measured(work: (onStep: (step: string) => void) => Promise<void>): Promise<void> {
  const begun: {step: string; at: number}[] = [];
  const before = process.cpuUsage();
  const started = performance.now();
  await work((step) => begun.push({step, at: performance.now()}));
  const ended = performance.now();
  const seconds = (ended - started) / 1000;
  const {user, system} = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  const peak = process.resourceUsage().maxRSS / 1024;
  const steps = Object.fromEntries(
    begun.map(({step, at}, i) => [step, ((begun[i + 1]?.at ?? ended) - at) / 1000]),
  );
  process.stdout.write(
    `${JSON.stringify(begun.length > 0 ? {seconds, cpu, peak, steps} : {seconds, cpu, peak})}\n`,
  );
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value that a share of all are at or below, such as 0.95: the nearest that was measured. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}
