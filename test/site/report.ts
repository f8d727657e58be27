import {spawn} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {root} from "../../loaders/places.js";

/** A report as the command line builds it, with a store and a `dist` of its own. */
export class Report {
  readonly place = mkdtempSync(join(tmpdir(), "guanxi-report-"));
  readonly out = join(this.place, "dist");

  /** `npm run build` on a folder of exports; what it said, and its exit code. */
  async build(data: string, ...options: string[]): Promise<{code: number | null; said: string}> {
    const argv = ["--import", "tsx", "loaders/main.ts", "build", "--data", data, "--out", this.out];
    const child = spawn(process.execPath, [...argv, "--no-browser", ...options], {
      cwd: root,
      env: {...process.env, GUANXI_HOME: join(this.place, "store")},
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return {code, said};
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
