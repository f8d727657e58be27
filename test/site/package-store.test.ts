import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {PackageStore} from "../../loaders/site/package-store.js";

const folder = mkdtempSync(join(tmpdir(), "guanxi-packages-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));
const home = join(folder, "home");

/** The cache of a build with these packages in it, each of one file that says which build made it. */
function cacheOf(build: string, ...names: string[]): string {
  const cache = join(folder, build, ".observablehq/cache/_node");
  for (const name of names) {
    mkdirSync(join(cache, name), {recursive: true});
    writeFileSync(join(cache, name, "index.js"), build);
  }
  return cache;
}

describe("packages made for the browser", () => {
  it("are there at the next build, which adds those that it alone needs", async () => {
    cacheOf("first", "d3@7", "plot@0.6");
    await new PackageStore(home, join(folder, "first")).keep();
    const second = new PackageStore(home, join(folder, "second"));
    await second.take();
    const cache = cacheOf("second", "arquero@8");
    expect(readdirSync(cache)).toEqual(["arquero@8", "d3@7", "plot@0.6"]);
    expect(readFileSync(join(cache, "d3@7/index.js"), "utf8")).toBe("first");
    await second.keep();
    const third = new PackageStore(home, join(folder, "third"));
    await third.take();
    expect(readdirSync(cacheOf("third"))).toHaveLength(3);
  });

  it("are those of this lock file, and those of others go after a week", async () => {
    const other = join(home, "packages/0123456789abcdef-9");
    mkdirSync(other);
    utimesSync(other, 1, 1);
    cacheOf("fourth", "a@1", "b@1", "c@1", "d@1");
    await new PackageStore(home, join(folder, "fourth")).keep();
    const kept = readdirSync(join(home, "packages"));
    expect(kept).not.toContain("0123456789abcdef-9");
    expect(kept.every((name) => /-[234]$/.test(name))).toBe(true);
  });
});
