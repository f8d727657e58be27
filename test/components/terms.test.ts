import {readdirSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {pagesOf, sitePages, siteParts} from "../../src/components/site-map.js";
import * as terms from "../../src/components/terms.js";
import {gridStages, walletStages} from "../../src/cubes.js";

type Dictionary = Record<string, terms.Term>;
const folder = new URL("../../src/components/", import.meta.url);
const modules = await Promise.all(
  readdirSync(folder)
    .filter((name) => name === "terms.ts" || name.endsWith("-terms.ts"))
    .map(async (name) => ({name, module: (await import(new URL(name, folder).href)) as object})),
);
const dictionaries: Record<string, Dictionary> = {
  ...Object.fromEntries(
    modules.flatMap(({name, module}) =>
      Object.entries(module)
        .filter(
          // Other tables of these files lead from one code to another, or to parts of a list.
          (entry): entry is [string, Dictionary] =>
            typeof entry[1] === "object" &&
            Object.values(entry[1] as object).every((v) => typeof v === "object" && ("en" in v || "zh" in v)),
        )
        .map(([key, dictionary]) => [`${name} ${key}`, dictionary]),
    ),
  ),
  pages: Object.fromEntries(sitePages.map((p) => [p.slug, p.name])),
};

describe("terms", () => {
  it("stand in both languages, the Chinese in Chinese", () => {
    expect(Object.keys(dictionaries).length).toBeGreaterThan(8);
    for (const [name, dictionary] of Object.entries(dictionaries))
      for (const [key, term] of Object.entries(dictionary)) {
        expect(term.en, `${name}.${key}`).toBeTruthy();
        expect(term.zh, `${name}.${key}`).toBeTruthy();
        if (key !== "rfm" && key !== "other_language")
          expect(term.zh, `${name}.${key}`).toMatch(/\p{Script=Han}/u);
      }
  });
  it("never mistake a grid stage for a wallet stage", () => {
    for (const locale of ["en", "zh"] as const) {
      const grid = gridStages.map((s) => terms.gridStageName(s, locale));
      const wallet = walletStages.map((s) => terms.walletStageName(s, locale));
      expect(new Set([...grid, ...wallet]).size).toBe(grid.length + wallet.length);
    }
  });
  it("name every page in exactly one part of the navigation", () => {
    const named = siteParts.flatMap(pagesOf);
    expect(named.map((p) => p.slug).sort()).toEqual(sitePages.map((p) => p.slug).sort());
  });
});
