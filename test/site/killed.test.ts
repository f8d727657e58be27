import {lstatSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as pause} from "node:timers/promises";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readWholeBuild} from "../../loaders/site/manifest.js";
import {linkedBuild, linkSite} from "../../loaders/site/swap.js";
import {Project} from "./project.js";

const project = new Project();
let first: string;

beforeAll(async () => {
  first = (await project.begin()).build;
});
afterAll(() => project.remove());

/** Steps of a build by what it says, and how long after its word it is killed. */
const moments = [
  ["", 150],
  ["drawing the pages", 0],
  ["drawing the pages", 600],
  ["drawing the pages", 1200],
  ["checking", 0],
  ["checking", 100],
] as const;

test("a build killed at any moment leaves the old site whole, and the next one tidies up", async () => {
  const stages = (): string[] => readdirSync(join(project.home, "stage"));
  let left = 0;
  for (const [step, after] of moments) {
    const killed = `Killed ${after} ms after ${step}.`;
    project.write("src/cells.md", `# Cells\n\n## Figures\n\n${killed}\n`);
    const {child, ended} = project.spawn();
    let said = "";
    const reached = new Promise<void>((resolve) =>
      child.stdout.on("data", (bytes) => {
        said += bytes;
        if (said.includes(step)) resolve();
      }),
    );
    if (step) await Promise.race([reached, ended]);
    await pause(after);
    child.kill("SIGKILL");
    const {code} = await ended;
    const shown = (await linkedBuild(project.out))!;
    if (code === null) expect(readFileSync(join(shown, "site/cells.html"), "utf8")).not.toContain(killed);
    expect(lstatSync(project.out).isSymbolicLink()).toBe(true);
    expect(await readWholeBuild(shown)).toBeDefined();
    if (step) left += stages().length;
  }
  expect(left).toBeGreaterThan(0);
  await pause(200);
  project.write("src/cells.md", "# Cells\n\n## Figures\n\nNot killed.\n");
  const last = await project.build();
  expect(last.reused).toBe(false);
  expect(stages()).toEqual([]);
});

test("a reader sees one whole site or the other while they are swapped", async () => {
  const second = (await linkedBuild(project.out))!;
  const texts = new Set([first, second].map((build) => readFileSync(join(build, "site/cells.html"), "utf8")));
  expect(texts.size).toBe(2);
  let swapping = true;
  let reads = 0;
  const reader = async () => {
    for (; swapping; reads++) {
      expect(texts).toContain(readFileSync(join(project.out, "cells.html"), "utf8"));
      await pause(0);
    }
  };
  const swapper = async () => {
    for (let turn = 0; turn < 200 || reads < 50; turn++)
      await linkSite(project.home, turn % 2 ? first : second, project.out);
    swapping = false;
  };
  await Promise.all([reader(), swapper()]);
});
