import {type ChildProcess, spawn, spawnSync} from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {root} from "../../loaders/places.js";
import {sharePackages} from "../shared-packages.js";

const parts = [
  "loaders",
  "src",
  "package.json",
  "package-lock.json",
  "observablehq.config.ts",
  "tsconfig.json",
  ".biome.json",
];

/** A copy of this project to which an analyst adds pages, with exports of a few customers. */
export class OwnProject {
  readonly folder = mkdtempSync(join(tmpdir(), "guanxi-own-project-"));
  readonly data = join(this.folder, "data");
  readonly dist = join(this.folder, "dist");
  readonly #project = join(this.folder, "project");
  readonly #home = join(this.folder, "home");
  readonly #env = {...process.env, GUANXI_HOME: this.#home};

  constructor(exports: Readonly<Record<string, string>>) {
    mkdirSync(this.#project);
    for (const name of parts)
      cpSync(join(root, name), join(this.#project, name), {
        recursive: true,
        // What stands here already may be an analyst's own.
        filter: (path) => !/\.observablehq|loaders\/own\/(pages|models)/.test(path),
      });
    symlinkSync(join(root, "node_modules"), join(this.#project, "node_modules"), "dir");
    mkdirSync(this.data);
    sharePackages(this.#home);
    for (const [name, text] of Object.entries(exports)) writeFileSync(join(this.data, name), text);
  }

  /** Runs a line in the project's folder, as a shell does. */
  run(line: string): {code: number | null; said: string} {
    const {status, stdout, stderr} = spawnSync(line, {
      shell: true,
      cwd: this.#project,
      env: this.#env,
      encoding: "utf8",
    });
    return {code: status, said: stdout + stderr};
  }

  /** Begins `npm run dev`; what it says is given to `hear`. */
  preview(port: number, hear: (text: string) => void): ChildProcess {
    const argv = ["--import", "tsx", "loaders/main.ts", "dev", "--data", this.data, "--port", String(port)];
    const child = spawn(process.execPath, argv, {
      cwd: this.#project,
      env: this.#env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout!.on("data", (bytes) => hear(String(bytes)));
    child.stderr!.on("data", (bytes) => hear(String(bytes)));
    return child;
  }

  read(path: string): string {
    return readFileSync(join(this.#project, path), "utf8");
  }

  /** Writes a text of a file in place of another that stands there once. */
  replace(path: string, instead: string, now: string): void {
    const parts = this.read(path).split(instead);
    if (parts.length !== 2) throw new Error(`${path}: ${instead} stands there ${parts.length - 1} times`);
    writeFileSync(join(this.#project, path), parts.join(now));
  }

  delete(...paths: string[]): void {
    for (const path of paths) unlinkSync(join(this.#project, path));
  }

  /** The text of a built page, without its tags. */
  text(page: string): string {
    return readFileSync(join(this.dist, page), "utf8")
      .replace(/<(script|style)\b.*?<\/\1>/gs, "")
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ");
  }

  remove(): void {
    rmSync(this.folder, {recursive: true, force: true});
  }
}

/** The report's day is 31 December: who bought in July to September, and not since, is lost. */
export const purchases: readonly [id: string, day: string, amount: number][] = [
  ["N1", "2025-08-01", 100],
  ["N2", "2025-07-01", 100],
  ["N3", "2025-08-01", 100],
  ["N3", "2025-11-01", 100],
  ["S1", "2025-09-30", 100],
  ["S2", "2025-12-31", 100],
  ["E1", "2025-10-01", 100],
  ["E2", "2025-06-30", 100],
  ...Array.from({length: 20}, (_, i): [string, string, number] => [`W${i}`, `2025-12-${i + 10}`, 50 + i]),
];

const regionOf: Readonly<Record<string, string>> = {N: "North", S: "South", E: "East", W: "West"};

/** These purchases as exports, each customer in the region that its id begins with. */
export function exportsOfRegions(): Record<string, string> {
  const ids = [...new Set(purchases.map(([id]) => id))];
  return {
    "transactions.csv": `customer_id,ordered_on,amount\n${purchases.map((line) => line.join()).join("\n")}\n`,
    "customers.csv": `customer_id,name,region\n${ids.map((id) => `${id},Firm ${id},${regionOf[id[0]!]}`).join("\n")}\n`,
    "report.toml": 'title = "Worked"\ncurrency = "EUR"\naudience = "analysts"\n',
  };
}
