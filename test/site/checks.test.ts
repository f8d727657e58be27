import {describe, expect, test} from "vitest";
import {finishHtml} from "../../loaders/site/finish-html.js";
import type {FinishedSite} from "../../loaders/site/finished-site.js";
import {findIdentifiers} from "../../loaders/site/identifiers.js";
import {tagsOf, textOf} from "../../loaders/site/tags.js";
import {verifyHosts} from "../../loaders/site/verify/hosts.js";
import {verifyImports} from "../../loaders/site/verify/imports.js";
import {verifyLinks} from "../../loaders/site/verify/links.js";
import {verifyNames} from "../../loaders/site/verify/pages.js";

function site(files: Record<string, string>): FinishedSite {
  const paths = Object.keys(files).sort();
  const texts = new Map(Object.entries(files).filter(([path]) => !path.endsWith(".html")));
  const pages = paths
    .filter((path) => path.endsWith(".html"))
    .map((path) => ({path, html: files[path]!, tags: [...tagsOf(files[path]!)]}));
  return {directory: "", files: paths, has: (path) => paths.includes(path), pages, texts};
}

describe("tags of a page", () => {
  test("attributes are decoded, in quotes of either kind and without", () => {
    const [tag] = tagsOf(`<A title="a &gt; b &#20013; &amp;amp;" href='x?a=1&amp;b=2' hidden data-n=3>`);
    expect(tag?.name).toBe("a");
    expect([...tag!.attributes]).toEqual([
      ["title", "a > b 中 &amp;"],
      ["href", "x?a=1&b=2"],
      ["hidden", ""],
      ["data-n", "3"],
    ]);
  });

  test("what stands in scripts, styles and comments is no tag", () => {
    const html = `<!-- <a href="no"> --><script>"<a href='no'>"</script><style>a::after{content:"<b>"}</style><i>`;
    expect([...tagsOf(html)].map(({name}) => name)).toEqual(["script", "style", "i"]);
    expect(textOf(`${html}seen &amp; read</i>`).trim()).toBe("seen & read");
  });
});

describe("addresses of other hosts", () => {
  const foreign = (files: Record<string, string>) =>
    verifyHosts(site(files)).map(({problem}) => /https?:\S+[^:\s]|\/\/\S+[^:\s]/.exec(problem)?.[0]);

  test.each([
    [`<script src="//cdn.example/a.js"></script>`, "//cdn.example/a.js"],
    [`<link rel="stylesheet" href="https://fonts.example/a.css">`, "https://fonts.example/a.css"],
    [`<link rel="preconnect" href="https://fonts.example">`, "https://fonts.example"],
    [`<img srcset="a.png 1x, https://img.example/b.png 2x">`, "https://img.example/b.png"],
    [`<p style="background: url('https://img.example/c.png')">`, "https://img.example/c.png"],
    [`<svg><image href="https://img.example/d.png"/></svg>`, "https://img.example/d.png"],
    [`<iframe src="https://map.example/"></iframe>`, "https://map.example/"],
    [`<form action="https://form.example/"></form>`, "https://form.example/"],
    [`<meta http-equiv="refresh" content="0; url=https://else.example/">`, "https://else.example/"],
    [`<script>new Worker("https://w.example/w.js")</script>`, "https://w.example/w.js"],
  ])("%s is found", (html, address) => {
    expect(foreign({"page.html": html})).toEqual([address]);
  });

  test("links that a reader may follow, canonical addresses and XML names are none", () => {
    const html = `<link rel="canonical" href="https://a.example/"><a href="https://b.example/">b</a><svg xmlns="http://www.w3.org/2000/svg"></svg>
      <script>const ns = "http://www.w3.org/1999/xhtml"; open("https://c.example/")</script>`;
    expect(foreign({"page.html": html, "_import/a.01234567.css": `.a{fill:url(#b)}`})).toEqual([]);
  });
});

describe("links", () => {
  const broken = (html: string) =>
    verifyLinks(site({"a.html": html, "zh/index.html": `<h2 id="数字">`, "x y.html": ""})).length;

  test("lead from page to page, to folders, through encoded names and to anchors", () => {
    expect(
      broken(
        `<a href="./zh/#%E6%95%B0%E5%AD%97"><a href="zh/index.html?a=1#数字"><a href="x%20y.html"><a href="#"><a href="mailto:a@b.c">`,
      ),
    ).toBe(0);
  });

  test("to the page in another language are held to that too", () => {
    expect(broken(`<link rel="alternate" hreflang="zh" href="zh/index.html">`)).toBe(0);
    expect(broken(`<link rel="alternate" hreflang="zh" href="zh/a.html">`)).toBe(1);
  });

  test.each(["./b.html", "zh", "zh/index", "zh/#nothing", "../a.html", "/a.html", "x.html#"])(
    "%s leads nowhere on some static host",
    (href) => {
      expect(broken(`<a href="${href}">`)).toBe(1);
    },
  );
});

test("imports that nothing answers are found in scripts too, but not those that Framework's client never makes", () => {
  const files = {
    "_import/a.01234567.js": `import "./b.01234567.js"; import("left-pad"); export * from "../_node/c@1.0.0/index.js";`,
    "_import/b.01234567.js": "",
    "page.html": `<script type="module">import("./_import/a.01234567.js")</script>`,
    "_observablehq/client.01234567.js": `const d3 = () => import("../_npm/d3@0.0.0/_esm.js");`,
  };
  expect(verifyImports(site(files)).map(({where, problem}) => `${where}: ${problem}`)).toEqual([
    '_import/a.01234567.js: unresolved import "left-pad": no such package in node_modules',
    '_import/a.01234567.js: unresolved import "../_node/c@1.0.0/index.js": there is no _node/c@1.0.0/index.js',
  ]);
});

test("a file needs a hash in its name, or a version in that of its folder", () => {
  const files = {
    "_file/a.01234567.json": "",
    "_node/@duckdb/wasm@1.32.0/dist/eh.wasm": "",
    "data.json": "",
    "_file/b.json": "",
    "index.html": "",
  };
  expect(verifyNames(site(files)).map(({where}) => where)).toEqual(["_file/b.json", "data.json"]);
});

test("a page that isn't as Framework 1.13.4 writes it stops the build instead of staying half finished", () => {
  expect(() => finishHtml("index.html", "<!doctype html><html lang=en>")).toThrow(
    "index.html: doesn't start",
  );
});

describe("identifiers", () => {
  const find = findIdentifiers(["C-10442", "Huaxin Steel", "华东机械有限公司", "12345678", "Steel", "A1"]);

  test("ids and names are found as whole words, in Chinese text without spaces too", () => {
    expect(find("of Huaxin Steel, C-10442 and C-10442.").sort()).toEqual(["C-10442", "Huaxin Steel"]);
    expect(find("其中华东机械有限公司最大")).toEqual(["华东机械有限公司"]);
    expect(find("C-104421 XC-10442 Huaxin Steelworks")).toEqual([]);
  });

  test("what can't be told from figures and words is passed over", () => {
    expect(find("12345678 Steel A1")).toEqual([]);
  });
});
