import {describe, expect, it} from "vitest";
import {sitePages} from "../../src/components/site-map.js";
import * as terms from "../../src/components/terms.js";
import * as valueTerms from "../../src/components/value-terms.js";
import {gridStages, walletStages} from "../../src/cubes.js";

type Dictionary = Record<string, terms.Term>;
const dictionaries: Record<string, Dictionary> = {
  ...Object.fromEntries(
    [...Object.entries(terms), ...Object.entries(valueTerms)].filter(
      (entry): entry is [string, Dictionary] => typeof entry[1] === "object",
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
});
