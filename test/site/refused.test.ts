import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readWholeBuild} from "../../loaders/site/manifest.js";
import {linkedBuild} from "../../loaders/site/swap.js";
import {cases, Project} from "./project.js";

// Each folder under cases/ but `good` is laid over it: its pages and cubes, and what the build must say before it exits with 1.
const project = new Project();
let before: string | undefined;

beforeAll(async () => {
  before = (await project.build()).build;
});
afterAll(() => project.remove());

const needBrowser = new Set(["console-errors"]);

for (const name of readdirSync(cases).filter((folder) => folder !== "good")) {
  test.concurrent(`a build refuses ${name.replaceAll("-", " ")} in its own words and leaves the old site whole`, async ({
    expect,
  }) => {
    const broken = new Project(name);
    // It builds over the site that all cases share.
    Object.assign(broken, {home: project.home, out: project.out});
    const {code, stderr} = await broken.spawn({
      browser: needBrowser.has(name) ? "required" : "never",
      env: {TEST_IDENTIFIERS: "C-10442"},
    }).ended;
    const said = stderr.replaceAll(project.folder, "<folder>");
    broken.remove();
    expect(said).toBe(readFileSync(join(cases, name, "expected.txt"), "utf8"));
    expect(code).toBe(1);
    expect(await linkedBuild(project.out)).toBe(before);
  });
}

test("after all refusals the site has the bytes it was finished with", async () => {
  expect(await readWholeBuild(before!)).toBeDefined();
  expect(readdirSync(join(project.home, "stage"))).toEqual([]);
});
