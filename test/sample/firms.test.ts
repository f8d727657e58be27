import {describe, expect, it} from "vitest";
import {firm} from "../../loaders/sample/firms.js";

describe.each(["en", "zh"] as const)("firm names in %s", (language) => {
  it("are unique over 300,000 customers", () => {
    const names = new Set<string>();
    for (let index = 1; index <= 300_000; index++) names.add(firm(2, index, language).name);
    expect(names.size).toBe(300_000);
  });

  it("stay unique past the last combination of parts", () => {
    const names = new Set<string>();
    for (const start of [1, 3_000_000, 6_000_000, 9_000_000]) {
      for (let index = start; index < start + 20_000; index++) names.add(firm(2, index, language).name);
    }
    expect(names.size).toBe(80_000);
  });

  it("come with a region and an industry from short lists", () => {
    const firms = Array.from({length: 3000}, (_, k) => firm(2, k + 1, language));
    expect(new Set(firms.map((f) => f.region)).size).toBeLessThanOrEqual(6);
    expect(new Set(firms.map((f) => f.industry)).size).toBe(8);
  });

  it("are written in that language's script", () => {
    const han = /^\p{Script=Han}+$/u;
    for (let index = 1; index <= 1000; index++) {
      expect(han.test(firm(2, index, language).name)).toBe(language === "zh");
    }
  });
});
