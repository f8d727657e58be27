import {execFileSync, spawnSync} from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {readWholeBuild, takeStock} from "../../loaders/site/manifest.js";
import {hashCode} from "../../loaders/site/sources.js";
import {keepBuild, linkedBuild, linkSite, pruneBuilds} from "../../loaders/site/swap.js";
import {Project} from "./project.js";

const project = new Project();
let first: Awaited<ReturnType<Project["build"]>>;

beforeAll(async () => {
  first = await project.begin();
});
afterAll(() => project.remove());

describe("a build in another folder, cut off from the network, where something stands in the way", () => {
  const other = new Project();
  let said: {code: number | null; stdout: string; stderr: string};
  beforeAll(async () => {
    const cut = `import net from "node:net";
      const stop = () => { console.error("NETWORK"); process.exit(99); };
      const connect = net.Socket.prototype.connect;
      net.Socket.prototype.connect = function (...args) { return args.flat()[0]?.path ? connect.apply(this, args) : stop(); };
      globalThis.fetch = stop;`;
    const NODE_OPTIONS = `--import "data:text/javascript,${encodeURIComponent(cut)}"`;
    const control = spawnSync(process.execPath, ["-e", "require('node:net').connect(9, '127.0.0.1')"], {
      env: {...process.env, NODE_OPTIONS},
    });
    expect(control.status).toBe(99);
    other.write("src/index.md", readFileSync(join(project.project, "src/index.md"), "utf8"));
    utimesSync(join(other.project, "src/data/abc.json.ts"), 1, 1);
    utimesSync(join(other.project, "src/components/describe.ts"), 2_000_000_000, 2_000_000_000);
    Object.assign(other, {
      home: join(other.folder, "a/much/deeper/home"),
      out: join(other.folder, "elsewhere/site"),
    });
    mkdirSync(other.out, {recursive: true});
    writeFileSync(join(other.out, "precious.txt"), "mine");
    said = await other.spawn({env: {TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", NODE_OPTIONS}}).ended;
  });
  afterAll(() => other.remove());

  test("makes no request: it succeeds with the network cut off from every process it starts", () => {
    expect(said).toMatchObject({code: 0, stderr: ""});
    expect(said.stdout).toContain("built");
  });

  test("gives the same bytes, with other file times, in another time zone", async () => {
    expect(await takeStock(other.out)).toEqual(await takeStock(project.out));
  });

  test("keeps a real folder that is in the way, and says so", () => {
    const aside = /was a folder of its own: it is now (\S+)/.exec(said.stdout)?.[1];
    expect(readFileSync(join(aside!, "precious.txt"), "utf8")).toBe("mine");
    expect(existsSync(join(other.out, "index.html"))).toBe(true);
  });
});

describe("a build", () => {
  test("names the language of each page, lets readers zoom, and gives Chinese headings anchors", () => {
    expect(project.read("index.html")).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(project.read("zh/index.html")).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(project.read("index.html")).not.toContain("maximum-scale");
    expect(project.read("zh/index.html")).toContain('<h2 id="数字"');
  });

  test("is refused without a browser where one is required", async () => {
    const bare = new Project();
    const {code, stderr} = await bare.spawn({
      browser: "required",
      env: {GUANXI_CHROME: "/no/such/chromium"},
    }).ended;
    expect(code).toBe(1);
    bare.remove();
    expect(stderr).toMatch(/^pages can't be opened in a browser: \/no\/such\/chromium doesn't start/);
  });
});

describe("a second build", () => {
  test("finds the site up to date, even where files were only touched", async () => {
    utimesSync(join(project.project, "src/index.md"), 1, 1);
    expect(await project.build()).toEqual({...first, reused: true});
  });

  test("is made anew where the site was changed by hand; without one of its files it is no whole one either", async () => {
    appendFileSync(join(project.out, "cells.html"), "<p>by hand</p>");
    const second = await project.build();
    expect(second.reused).toBe(false);
    expect(second.manifest).toEqual(first.manifest);
    const build = (await linkedBuild(project.out))!;
    const cells = project.read("cells.html");
    rmSync(join(project.out, "cells.html"));
    expect(await readWholeBuild(build)).toBeUndefined();
    writeFileSync(join(project.out, "cells.html"), cells);
    expect(await project.build()).toEqual({...second, reused: true});
  });

  test("shows changed cubes, in files and in what the config draws, and goes back to an earlier build when they go back", async () => {
    project.writeCubes({
      report: {title: {en: "Another title", zh: "另一个"}, as_of: "2025-12-31", dates: []},
    });
    const changed = await project.build();
    expect(changed.reused).toBe(false);
    expect(project.read("index.html")).toContain("Another title</p>");
    project.writeCubes({});
    expect((await project.build()).reused).toBe(true);
    expect(project.read("index.html")).toContain("Customer relationships</p>");
  });

  test("sees a changed loader, SQL file and lock file, and nothing that is no source", async () => {
    const code = new Set([await hashCode(project.project)]);
    for (const path of ["loaders/rfm.ts", "loaders/models/rfm.sql", "package-lock.json"]) {
      project.write(path, readFileSync(join(project.project, path), "utf8").concat("\n"));
      code.add(await hashCode(project.project));
    }
    expect(code.size).toBe(4);
    expect((await project.build()).reused).toBe(false);
    project.write("loaders/.rfm.ts.swp", "an editor's");
    project.write("README.md", "text");
    expect((await project.build()).reused).toBe(true);
  });

  test("shows a changed page", async () => {
    project.write("src/cells.md", "# Cells\n\n## Figures\n\nChanged.\n");
    expect((await project.build()).reused).toBe(false);
    expect(project.read("cells.html")).toContain("Changed.");
  });
});

describe("where builds land", () => {
  test("two builds at once both succeed, and the site is one of them, whole", async () => {
    const runs = [project.spawn(), project.spawn()];
    appendFileSync(join(project.data, "cubes.json"), " ");
    runs.push(project.spawn());
    for (const {ended} of runs) expect(await ended).toMatchObject({code: 0, stderr: ""});
    expect(await readWholeBuild((await linkedBuild(project.out))!)).toBeDefined();
  });

  test("three builds are kept, and any that a folder still shows", async () => {
    const home = join(project.folder, "other-home");
    const builds: string[] = [];
    for (const [age, name] of ["e", "d", "c", "b", "a"].entries()) {
      const finished = join(home, `finished-${name}`);
      mkdirSync(join(finished, "site"), {recursive: true});
      writeFileSync(join(finished, "manifest.json"), "{}");
      utimesSync(join(finished, "manifest.json"), 1000 + age, 1000 + age);
      builds.push(await keepBuild(home, finished, name));
    }
    await linkSite(home, builds[0]!, join(project.folder, "elsewhere"));
    await pruneBuilds(home);
    expect(readdirSync(join(home, "builds"))).toEqual(["a", "b", "c", "e"]);
  });
});

test("the command line explains itself and refuses what it doesn't know with exit code 1", () => {
  const main = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "loaders/main.ts", ...args], {encoding: "utf8"});
  expect(
    execFileSync(process.execPath, ["--import", "tsx", "loaders/main.ts", "--help"], {encoding: "utf8"}),
  ).toContain("npm run build");
  expect(main("biuld")).toMatchObject({status: 1, stderr: expect.stringMatching(/^unknown command biuld: /)});
  expect(main("build", "--audiense", "x")).toMatchObject({
    status: 1,
    stderr: "build: unknown option --audiense; did you mean --audience?\n",
  });
  expect(main("build", "--audience", "everyone")).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^--audience everyone: /),
  });
  expect(main("start", "--port", "nine")).toMatchObject({
    status: 1,
    stderr: "--port nine: must be a number from 1 to 65535\n",
  });
});
