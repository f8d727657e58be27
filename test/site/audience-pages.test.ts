import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {sourcesFor} from "../../loaders/site/audience-pages.js";
import {scan} from "../../loaders/site/scan.js";
import type {Audience} from "../../src/cubes.js";

const paths = [
  "observablehq.config.ts",
  "src/index.md",
  "src/workbench.md",
  "src/zh/workbench.md",
  "src/own/workbench.md",
  "src/components/browser/workbench.ts",
];
const sources = paths.map((path) => ({path, bytes: Buffer.from("")}));

test("only analysts' sources have the workbench's pages; pages of one's own stay", () => {
  const kept = (audience: Audience) => sourcesFor(audience, sources).map(({path}) => path);
  expect(kept("analysts")).toEqual(paths);
  for (const audience of ["executives", "account-team"] as const)
    expect(kept(audience)).toEqual(paths.filter((path) => !/^src\/(zh\/)?workbench\.md$/.test(path)));
});

test("an engine for queries is found in a site that is not for analysts", async () => {
  const directory = mkdtempSync(join(tmpdir(), "guanxi-engine-"));
  const file = join(directory, "_node/@duckdb/duckdb-wasm@1.32.0/dist/duckdb-eh.wasm");
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, "");
  const columns = {executives: {}, "account-team": {}, analysts: {}};
  const found = async (audience: Audience) => (await scan({directory, audience, columns})).length;
  expect([await found("executives"), await found("account-team"), await found("analysts")]).toEqual([
    1, 1, 0,
  ]);
  rmSync(directory, {recursive: true});
});
