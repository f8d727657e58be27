import {spawn} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {root} from "../../loaders/places.js";
import {sharePackages} from "../shared-packages.js";

/** What a build said, and its exit code. */
interface Said {
  code: number | null;
  said: string;
}

/** `npm run build` into a folder, with a store of its own and without a browser. */
export async function buildReport(out: string, store: string, ...options: string[]): Promise<Said> {
  sharePackages(store);
  const argv = ["--import", "tsx", "loaders/main.ts", "build", "--out", out, "--no-browser", ...options];
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: {...process.env, GUANXI_HOME: store},
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return {code, said};
}

/** A report as the command line builds it into a store, with a `dist` of its own. */
export class Report {
  readonly place = mkdtempSync(join(tmpdir(), "guanxi-report-"));
  readonly out = join(this.place, "dist");

  constructor(readonly store: string) {}

  /** `npm run build` on a folder of exports; what it said, and its exit code. */
  async build(data: string, ...options: string[]): Promise<Said> {
    return await buildReport(this.out, this.store, "--data", data, ...options);
  }

  /** A page's text, without its tags. */
  text(page: string): string {
    return readFileSync(join(this.out, page), "utf8")
      .replace(/<(script|style)\b.*?<\/\1>/gs, "")
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ");
  }

  remove(): void {
    rmSync(this.place, {recursive: true, force: true});
  }
}
