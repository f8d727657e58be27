import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import * as coverage from "../../src/components/coverage-terms.js";
import {glossaryTerms, termAnchor} from "../../src/components/glossary/glossary.js";
import * as movement from "../../src/components/movement-terms.js";
import {searchSections, searchTerms} from "../../src/components/search-index.js";
import {findSections} from "../../src/components/search-query.js";
import * as service from "../../src/components/service-terms.js";
import {sitePages} from "../../src/components/site-map.js";
import * as terms from "../../src/components/terms.js";
import * as value from "../../src/components/value-terms.js";
import * as warning from "../../src/components/warning-terms.js";

/** Every pair of an English and a Chinese word below a module's exports. */
function pairsIn(node: unknown, found: [string, string][] = []): [string, string][] {
  if (typeof node !== "object" || node === null) return found;
  const {en, zh} = node as {en?: unknown; zh?: unknown};
  if (typeof en === "string" && typeof zh === "string") found.push([en, zh]);
  else for (const member of Object.values(node)) pairsIn(member, found);
  return found;
}

describe("the glossary", () => {
  it("has each term once, with a definition of one or two sentences in each language and a page that exists", () => {
    const anchors = glossaryTerms.map(termAnchor);
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const {key, name, definition, page} of glossaryTerms) {
      expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect([key, name.en.length > 0 && name.zh.length > 0]).toEqual([key, true]);
      expect([key, definition.en]).toEqual([key, expect.stringMatching(/^[^\p{Script=Han}]+\.$/u)]);
      expect([key, definition.zh]).toEqual([key, expect.stringMatching(/。$/)]);
      expect(definition.en.split(/\.(?=\s[A-Z])/).length).toBeLessThanOrEqual(2);
      expect(definition.zh.split("。").length - 1).toBeLessThanOrEqual(2);
      expect(sitePages.map(({slug}) => slug)).toContain(page);
    }
  });
  it("contradicts no word of the pages: what has the same English name has the same Chinese one", () => {
    const said = new Map<string, Set<string>>();
    for (const [en, zh] of pairsIn([terms, value, movement, warning, service, coverage]))
      said.set(en.toLowerCase(), (said.get(en.toLowerCase()) ?? new Set()).add(zh));
    let compared = 0;
    for (const {key, name} of glossaryTerms) {
      const known = said.get(name.en.toLowerCase());
      if (!known) continue;
      compared++;
      expect([key, [...known]]).toEqual([key, expect.arrayContaining([name.zh])]);
    }
    expect(compared).toBeGreaterThan(20);
  });
  it("holds the words that the field asks for", () => {
    const zh = glossaryTerms.map(({name}) => name.zh).join(" ");
    const asked =
      "近度 频度 值度 帕累托 鲸鱼曲线 基尼 活跃概率 零点以下 迁移客户 汇丰 大通 钻石 25方格 个人关系 公司关系 人情关系 钱包份额 份额缺口 中断 倒退 增量不增收 抱怨漏斗 闭环 访问管理 接触点";
    for (const word of asked.split(" ")) expect([word, zh.includes(word)]).toEqual([word, true]);
  });
  it("is found by either language in either language", () => {
    const pareto = new URL("../../src/zh/pareto.md", import.meta.url);
    const sections = [
      ...searchSections([{path: "zh/pareto.md", markdown: readFileSync(pareto, "utf8")}]),
      ...searchTerms(),
    ];
    for (const query of ["帕累托", "pareto"])
      for (const locale of ["en", "zh"] as const) {
        const hits = findSections(query, sections, locale).map((s) => `${s.path}#${s.anchor}`);
        expect(hits).toContain(`${locale === "zh" ? "zh/" : ""}glossary#term-pareto`);
      }
    expect(findSections("帕累托", sections, "zh")[0]?.path).toBe("zh/pareto");
  });
});
