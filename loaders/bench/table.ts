import {median, type Row, type Run} from "./measure.js";

/** The measurements as text: a line per row with its reference and their ratio, and below it the steps, slowest first. */
export function table(rows: Row[]): string {
  return rows.flatMap((row) => [line(row), ...steps(row.runs)]).join("\n");
}

function line({name, runs, reference, waits}: Row): string {
  if (waits) return [`${name}:`, ...Object.entries(waits).map(wait)].join("\n");
  const ours = `${name}: ${figures(runs)}`;
  if (!reference) return ours;
  const ratio = median(runs.map((run, i) => run.seconds / reference.runs[i]!.seconds));
  return `${ours}; ${reference.name}: ${figures(reference.runs)}; ratio ${ratio.toFixed(2)}`;
}

function wait([what, {milliseconds, goal}]: [string, {milliseconds: number; goal?: number}]): string {
  const aim = goal === undefined ? "" : ` (goal ${goal} ms)`;
  return `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0).padStart(8)} ms  ${what}${aim}`;
}

function figures(runs: Run[]): string {
  const of = (key: "seconds" | "cpu" | "peak") => median(runs.map((run) => run[key]));
  return `${of("seconds").toFixed(2)} s (${of("cpu").toFixed(2)} s of work), peak ${of("peak").toFixed(0)} MB`;
}

function steps(runs: Run[]): string[] {
  return Object.keys(runs[0]?.steps ?? {})
    .map((step) => ({step, seconds: median(runs.map((run) => run.steps![step]!))}))
    .sort((a, b) => b.seconds - a.seconds)
    .map(({step, seconds}) => `  ${seconds.toFixed(2).padStart(6)} s  ${step}`);
}
