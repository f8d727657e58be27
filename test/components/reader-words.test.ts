import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, it} from "vitest";
import {parseSettings} from "../../loaders/settings.js";
import {sitePages} from "../../src/components/site-map.js";
import type {Audience} from "../../src/cubes.js";
import {cubesInUse, drawnDocument} from "./drawn-page.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const slugs = sitePages.map((p) => p.slug).filter((slug) => slug !== "computed");
const every = slugs.flatMap((slug) => [slug, `zh/${slug}`]);
const useCubes = cubesInUse();
const drawn = new Map<string, Document>();

function draw(audience: Audience): void {
  useCubes(fixtureCubes(audience));
  for (const path of every) drawn.set(`${audience} ${path}`, drawnDocument(path));
}

beforeAll(() => {
  draw("analysts");
  draw("executives");
});

describe("what a reader is told", () => {
  it("begins with a sentence that is not too long", () => {
    for (const [path, document] of drawn) {
      const head = document.querySelector("h1")!.textContent!.trim();
      expect(head.length, `${path}: ${head}`).toBeLessThanOrEqual(path.includes("zh/") ? 40 : 110);
    }
  });

  it("names the thresholds beside every count of movers, for the two give two counts", () => {
    for (const [path, document] of drawn) {
      if (!/\b(pyramid|rfm|index)$/.test(path)) continue;
      const [moved, thresholds] = path.includes("zh/")
        ? [/\d位?上移|上移的\d|以来上移|上移的客户/, /固定分界|重算分界/]
        : [/\d moved up|who moved up|Moved up since|, moved up/, /frozen thresholds|recomputed thresholds/];
      const said = [...document.querySelectorAll("h1, .headline p, .says, dt, caption, .findings li")].map(
        (e) => e.textContent!,
      );
      const counts = said.filter((text) => moved.test(text));
      if (path === "analysts pyramid") expect(counts.length).toBeGreaterThan(5);
      for (const text of counts) expect(text, path).toMatch(thresholds);
    }
  });

  it("says of negative customers which of their figures is below zero", () => {
    const subtitle = (path: string, id: string): string =>
      drawn.get(`analysts ${path}`)!.querySelector(`#${id} .chart-subtitle`)!.textContent!;
    expect(subtitle("warnings", "figure-customer-types")).toContain("Negative: a lifetime value below zero");
    expect(subtitle("zh/warnings", "figure-customer-types")).toMatch(/负值为.*生命周期价值为负/);
    const says = drawn.get("analysts lifetime")!.querySelector("#figure-lifetime-parts .says")!.textContent;
    expect(says).toContain("whose lifetime value is negative");
  });

  it("names settings under “How is this computed?” alone", () => {
    const keys = Object.entries(parseSettings("")).flatMap(([topic, of]) =>
      typeof of === "object" && !Array.isArray(of) ? Object.keys(of).map((key) => `${topic}.${key}`) : [],
    );
    expect(keys).toContain("coverage.touchpoints");
    for (const [path, document] of drawn) {
      // The data page is where settings are listed.
      if (/\bdata$/.test(path)) continue;
      for (const e of document.querySelectorAll("details.computed, script, style")) e.remove();
      const text = document.body.textContent!;
      expect(
        keys.filter((key) => text.includes(key)),
        path,
      ).toEqual([]);
    }
  });
});

/** One thing has one name: the words that were once used for it beside the chosen one, with that one. */
const rejected: Readonly<Record<string, string>> = {
  覆盖不足: "个人关系单薄",
  系于个人: "人情关系",
  最具成长性: "最有增长潜力",
  保留期检验: "留出检验",
  回溯检验: "回测",
  存活概率: "活跃概率",
  毛利: "利润",
  营销总监: "市场总监",
  等效客户: "等额客户",
  事后看最好: "事后最优",
  接触成本: "互动成本",
  联系次数: "互动次数",
  有效抱怨: "成立的抱怨",
  准确率: "精确率",
  帐户: "账户",
  净额为负: "收入为负",
  失去数据: "转为未知",
  进入视野: "转为已知",
};

describe("the Chinese words for one thing", () => {
  const files = ["src/components", "src/zh", "loaders/models/action-library"].flatMap((folder) =>
    readdirSync(join(root, folder), {recursive: true, encoding: "utf8"})
      .filter((name) => /\.(ts|md|toml)$/.test(name))
      .map((name) => join(folder, name)),
  );
  it("are the same on all pages", () => {
    expect(files.length).toBeGreaterThan(200);
    for (const file of files) {
      const text = readFileSync(join(root, file), "utf8");
      for (const [word, chosen] of Object.entries(rejected))
        expect(text.includes(word), `${file}: ${word} instead of ${chosen}`).toBe(false);
    }
  });
  it("are those that the pages do use", () => {
    const chinese = [...drawn].filter(([path]) => path.includes("zh/"));
    const text = chinese.map(([, document]) => document.body.textContent).join(" ");
    for (const chosen of new Set(Object.values(rejected))) expect(text, chosen).toContain(chosen);
  });
});
