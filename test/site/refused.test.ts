import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {readWholeBuild} from "../../loaders/site/manifest.js";
import {linkedBuild} from "../../loaders/site/swap.js";
import {cases, Project} from "./project.js";

// Each folder under cases/ but `good` is laid over it: its pages and cubes, and what the build must say before it exits with 1.
const project = new Project();
let before: string | undefined;

beforeAll(async () => {
  before = (await project.begin()).build;
});
afterAll(() => project.remove());

const needBrowser = new Set(["console-errors"]);
/** Faults that are found in a site once it is drawn: one build has them all, each told as if it were alone. */
const foundTogether = ["broken-links", "foreign-hosts", "private-columns", "private-files"];

const expected = (name: string): string => readFileSync(join(cases, name, "expected.txt"), "utf8");

/** Builds a project with these faults over the site that all cases share: what it said, and its exit code. */
async function refusal(...names: string[]): Promise<{said: string; code: number | null}> {
  const broken = new Project();
  for (const name of names) broken.lay(name);
  Object.assign(broken, {home: project.home, out: project.out});
  const {code, stderr} = await broken.spawn({
    browser: names.some((name) => needBrowser.has(name)) ? "required" : "never",
    env: {TEST_IDENTIFIERS: "C-10442"},
  }).ended;
  broken.remove();
  return {said: stderr.replaceAll(project.folder, "<folder>"), code};
}

for (const name of readdirSync(cases).filter((folder) => ![...foundTogether, "good"].includes(folder))) {
  test.concurrent(`a build refuses ${name.replaceAll("-", " ")} in its own words and leaves the old site whole`, async ({
    expect,
  }) => {
    expect(await refusal(name)).toEqual({said: expected(name), code: 1});
    expect(await linkedBuild(project.out)).toBe(before);
  });
}

describe("a build refuses many faults at once", () => {
  let said: string[];
  beforeAll(async () => {
    const refused = await refusal(...foundTogether);
    expect(refused.code).toBe(1);
    said = refused.said.trimEnd().split("\n");
  });

  for (const name of foundTogether)
    test(`among them ${name.replaceAll("-", " ")}, in its own words`, () => {
      const lines = expected(name).trimEnd().split("\n");
      expect(said.filter((line) => lines.includes(line)).sort()).toEqual(lines.sort());
    });

  test("and tells each once, nothing else, and leaves the old site whole", async () => {
    const all = foundTogether.flatMap((name) => expected(name).trimEnd().split("\n"));
    expect([...said].sort()).toEqual(all.sort());
    expect(await linkedBuild(project.out)).toBe(before);
  });
});

test("after all refusals the site has the bytes it was finished with", async () => {
  expect(await readWholeBuild(before!)).toBeDefined();
  expect(readdirSync(join(project.home, "stage"))).toEqual([]);
});
