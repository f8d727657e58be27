import {spawn} from "node:child_process";
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {inject} from "vitest";
import {type Built, buildSite} from "../../loaders/site/build.js";
import {once} from "../once.js";
import {sharePackages} from "../shared-packages.js";
import {columns, cubes, publish} from "./publisher.js";

export const cases = fileURLToPath(new URL("cases", import.meta.url));
const buildOnce = fileURLToPath(new URL("build-once.ts", import.meta.url));

/** A project of its own in a temporary folder: `cases/good`, with the files of another case laid over it. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), "guanxi-site-"));
  readonly project = join(this.folder, "project");
  readonly data = join(this.folder, "data");
  readonly home = join(this.folder, "home");
  readonly out = join(this.folder, "dist");

  constructor(overlay?: string) {
    cpSync(join(cases, "good"), this.project, {recursive: true});
    mkdirSync(this.data);
    sharePackages(this.home);
    this.writeCubes({});
    if (overlay) this.lay(overlay);
  }

  lay(overlay: string): void {
    const {src, data} = {src: join(cases, overlay, "src"), data: join(cases, overlay, "cubes.json")};
    if (existsSync(src)) cpSync(src, join(this.project, "src"), {recursive: true});
    if (existsSync(data)) this.writeCubes(JSON.parse(readFileSync(data, "utf8")));
  }

  writeCubes(changes: object): void {
    writeFileSync(join(this.data, "cubes.json"), JSON.stringify({...cubes, ...changes}));
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.project, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.out, path), "utf8");
  }

  /** Has the good site stand at `out`: the first test file that asks builds it, and each has a copy in its own store. */
  async begin(): Promise<Built> {
    const home = join(inject("sharedFolder"), "good-site");
    await once(`${home}.made`, async () => {
      sharePackages(home);
      const good = new Project();
      await good.build({home});
      good.remove();
    });
    cpSync(join(home, "builds"), join(this.home, "builds"), {recursive: true});
    return await this.build();
  }

  /** Builds in this process, without a browser. */
  async build({home = this.home, out = this.out, audience = "executives" as const} = {}): Promise<Built> {
    const published = await publish({data: this.data, audience});
    return await buildSite({
      project: this.project,
      cubes: published,
      columns,
      home,
      out,
      browser: "never",
      progress: () => {},
    });
  }

  /** Builds in a process of its own, as the command line does. */
  spawn({browser = "never", env = {}}: {browser?: "never" | "required"; env?: Record<string, string>} = {}) {
    const args = ["--import", "tsx", buildOnce, this.project, this.data, this.home, this.out, browser];
    const child = spawn(process.execPath, args, {
      env: {...process.env, ...env},
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (bytes) => {
      stdout += bytes;
    });
    child.stderr.on("data", (bytes) => {
      stderr += bytes;
    });
    const ended = new Promise<{code: number | null; stdout: string; stderr: string}>((resolve) =>
      child.on("close", (code) => resolve({code, stdout, stderr})),
    );
    return {child, ended};
  }

  remove(): void {
    rmSync(this.folder, {recursive: true, force: true});
  }
}
