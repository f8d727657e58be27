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
  first = (await project.build()).build;
});
afterAll(() => project.remove());

test("a build killed at any moment leaves the old site whole, and the next one tidies up", async () => {
  // From the first steps over Framework's run to the moment before the swap, which a build reaches after about 2 seconds.
  for (const moment of [150, 400, 800, 1200, 1600, 1900]) {
    project.write("src/cells.md", `# Cells\n\n## Figures\n\nKilled after ${moment} ms.\n`);
    const {child, ended} = project.spawn();
    await pause(moment);
    child.kill("SIGKILL");
    const {code} = await ended;
    const shown = (await linkedBuild(project.out))!;
    if (code === null)
      expect(readFileSync(join(shown, "site/cells.html"), "utf8")).not.toContain(`after ${moment} ms`);
    expect(lstatSync(project.out).isSymbolicLink()).toBe(true);
    expect(await readWholeBuild(shown)).toBeDefined();
  }
  expect(readdirSync(join(project.home, "stage")).length).toBeGreaterThan(0);
  await pause(200);
  const last = await project.build();
  expect(last.reused).toBe(false);
  expect(readdirSync(join(project.home, "stage"))).toEqual([]);
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
