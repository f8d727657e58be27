import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {searchSections, searchTerms} from "../../src/components/search-index.js";
import {findSections} from "../../src/components/search-query.js";

const root = new URL("../../src/", import.meta.url);
const files = [
  ...readdirSync(root).filter((f) => f.endsWith(".md")),
  ...readdirSync(new URL("zh/", root))
    .filter((f) => f.endsWith(".md"))
    .map((f) => `zh/${f}`),
];
const sections = searchSections(
  files.map((path) => ({path, markdown: readFileSync(new URL(path, root), "utf8")})),
);

describe("search", () => {
  it("finds 帕累托 on the Chinese page that has it", () => {
    expect(findSections("帕累托", sections, "zh")[0]?.path).toBe("zh/pareto");
  });
  it("finds Chinese by bigrams where the run as a whole does not stand", () => {
    expect(findSections("钱包份额", sections, "zh")[0]?.path).toBe("zh/wallet");
    const one = [
      {locale: "zh" as const, path: "zh/x", anchor: "", page: "x", title: "客户关系与关系方格", text: ""},
    ];
    expect(findSections("客户关系方格", one, "zh")).toHaveLength(1);
    expect(findSections("客户利润方格", one, "zh")).toHaveLength(0);
  });
  it("finds Latin words by their beginning, in any case, and every word counts", () => {
    expect(findSections("PARE", sections, "en")[0]?.path).toBe("pareto");
    expect(findSections("areto", sections, "en")).toEqual([]);
    expect(findSections("pareto zebra", sections, "en")).toEqual([]);
  });
  it("finds a page first by its keywords, before a term that only has the word in its name", () => {
    const terms = searchTerms();
    for (const [query, locale, page] of [
      ["流失", "zh", "zh/warnings"],
      ["lapse", "en", "warnings"],
      ["churn", "en", "warnings"],
      ["whale", "zh", "zh/pareto"],
      ["鲸鱼曲线", "zh", "zh/pareto"],
      ["whale curve", "en", "pareto"],
    ] as const)
      expect([query, findSections(query, [...sections, ...terms], locale)[0]?.path]).toEqual([query, page]);
  });
  it("stays within the reader's language", () => {
    expect(findSections("RFM", sections, "zh").every((s) => s.locale === "zh")).toBe(true);
    expect(findSections("RFM", sections, "en").every((s) => s.locale === "en")).toBe(true);
  });
  it("finds nothing for nothing", () => {
    expect(findSections("  ", sections, "en")).toEqual([]);
  });
  it("leaves out code, directives and front matter, and names each section by its heading's id", () => {
    for (const s of sections) expect(`${s.title} ${s.text}`).not.toMatch(/\{\{|import|---|\{#/);
    expect(sections.find((s) => s.path === "wallet" && s.anchor === "gap")?.title).toBe("Where the gap lies");
    expect(sections.filter((s) => s.anchor === "").length).toBe(files.length);
  });
});
