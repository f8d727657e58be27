import {describe, expect, it} from "vitest";
import {packPages, pdf} from "../../loaders/site/pdf-command.js";
import {composePack} from "../../loaders/site/pdf-compose.js";
import {dated, readPages} from "../../loaders/site/pdf-pages.js";

const page = (title: string, content: string): string => `<!DOCTYPE html><html><head>
<link rel="stylesheet" href="./style.css"><meta name="application-name" content="A &amp; B">
<meta name="as-of" content="2025-12-31"><meta name="audience" content="executives"></head>
<body><div id="content" class="page"><p class="kicker">x</p><h1>${title}</h1>${content}</div>
<div class="colophon"><p>For executives.</p></div></body></html>`;

const pages = [
  {
    slug: "index" as const,
    name: {en: "Overview", zh: "总览"},
    html: page(
      "First <em>finding</em>",
      '<p id="a"><a href="./pareto.html#a">in</a><a href="./rfm.html">out</a><a href="#a">own</a></p><svg><pattern id="h"></pattern><rect fill="url(#h)"></rect><a href="#a"><rect></rect></a></svg><details class="twin"><table></table></details><div class="take-away"><button>CSV</button></div>',
    ),
  },
  {
    slug: "pareto" as const,
    name: {en: "Pareto", zh: "帕累托"},
    html: page("Second", '<p id="a" aria-labelledby="b c">x</p><i id="b"></i><i id="c"></i>'),
  },
];

describe("the composed pack", () => {
  const {html} = composePack(pages, "en", "");
  const text = html(new Map([["pack-pareto", 7]]));

  it("gives every id once, and every reference to one leads to it", () => {
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const led = [
      ...[...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!),
      ...[...text.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id!),
      ...[...text.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, all]) => all!.split(" ")),
    ];
    expect(led.filter((id) => !ids.includes(id))).toEqual([]);
    expect(led).toContain("pareto--a");
    expect(led).toContain("index--h");
  });
  it("opens what is folded for its length alone, and leaves out what is closed for the screen", () => {
    const folds =
      '<details class="folded"><summary>a</summary><p>long</p></details><details><summary>b</summary><p>closed</p></details>';
    const folded = {...pages[0]!, html: page("Third", folds)};
    const written = composePack([folded], "en", "").html();
    expect(written).toMatch(/<details class="folded" open="">.*long/);
    expect(written).not.toContain("closed");
  });
  it("leaves out a chapter of which nothing but words would be left", () => {
    const chapters =
      '<h2 id="o">Others</h2><p>As above.</p><details class="scheme"><summary>b</summary><figure></figure></details><h2 id="k">Kept</h2><p>Two.</p><details><summary>c</summary></details><figure class="exhibit"></figure><h2 id="w">Words</h2><p>Alone.</p>';
    const written = composePack([{...pages[0]!, html: page("Third", chapters)}], "en", "").html();
    expect(written).not.toMatch(/Others|As above/);
    for (const kept of ["Kept", "Two.", "Words", "Alone."]) expect(written).toContain(kept);
  });
  it("explains once what several pages explain alike", () => {
    const method = (own: string): string =>
      `<dl class="method"><div><dt>${own}</dt><dd>by itself</dd></div><div><dt>Window</dt><dd>365 days</dd></div></dl>`;
    const told = pages.map((p) => ({...p, html: page(p.slug, method(p.slug))}));
    const written = composePack(told, "en", "").html();
    expect([...written.matchAll(/<dt>(\w+)/g)].map(([, term]) => term)).toEqual([
      "index",
      "Window",
      "pareto",
    ]);
  });
  it("gives the lower half of a drawing, which stands apart on paper, its page's name too", () => {
    const parted = {
      ...pages[0]!,
      html: page("Third", '<svg><g id="m"></g></svg><svg><use href="#m"></use></svg>'),
    };
    expect(composePack([parted], "en", "").html()).toContain('<use href="#index--m">');
  });
  it("keeps no link that leads out of it, and nothing that only works on a screen", () => {
    expect([...text.matchAll(/<a href="([^"#][^"]*)"/g)]).toEqual([]);
    expect(text).not.toMatch(/take-away|<button|<details|<script/);
  });
  it("names each page in a heading, its finding under it, and where it begins in the contents", () => {
    expect(text).toContain(
      '<h1 class="pack-name">Overview</h1><div id="index--content" class="page" data-slug="index"><h2 class="pack-finding">First <em>finding</em></h2>',
    );
    expect(text).toContain('<span class="finding">Second</span> <span class="page">7</span>');
    expect(text).toContain("<h1>A &amp; B</h1>");
    expect(text).toContain("Data as of 31 December 2025");
  });
});

const small = `%PDF-1.4
1 0 obj
<</Creator (Chromium)
/CreationDate (D:20261122000157+00'00')
/ModDate (D:20261122000157+00'00')>>
endobj
3 0 obj
<</Length 3>> stream
x\xff1
endstream
endobj
2 0 obj
<</Type /Page
/Parent 5 0 R>>
endobj
4 0 obj
<</Type /Page
/Parent 6 0 R>>
endobj
5 0 obj
<</Type /Pages
/Count 1
/Kids [2 0 R]>>
endobj
6 0 obj
<</Type /Pages
/Count 1
/Kids [4 0 R]>>
endobj
7 0 obj
<</Type /Pages
/Count 2
/Kids [5 0 R 6 0 R]>>
endobj
8 0 obj
<</pack-pareto [4 0 R /XYZ 6 827.13 0]
/pack-index [2 0 R /XYZ 6 827.13 0]>>
endobj
10 0 obj
<</ID (node00000723)>>
endobj
11 0 obj
<</ID (node00000719)>>
endobj
9 0 obj
<</Type /Catalog
/Pages 7 0 R>>
endobj
`;

describe("the pages of a pack", () => {
  it("are all but those of single customers and those to look things up in, which are printed when named", () => {
    const slugs = packPages(undefined).map(({slug}) => slug);
    expect(slugs[0]).toBe("index");
    expect(slugs).toContain("data");
    for (const slug of ["customer", "computed", "glossary"] as const) {
      expect(slugs).not.toContain(slug);
      expect(packPages([slug]).map((p) => p.slug)).toEqual([slug]);
    }
  });
  it("end with those that analysts have added, which are printed alone when named", () => {
    const own = [{slug: "regions-lost", name: {en: "Which regions?", zh: "哪些地区？"}}];
    expect(packPages(undefined, own)).toEqual([...packPages(undefined), ...own]);
    expect(packPages(["regions-lost"], own)).toEqual(own);
    expect(packPages(["regions-lost", "rfm"], own).map(({slug}) => slug)).toEqual(["rfm", "regions-lost"]);
    expect(() => packPages(["regions"], own)).toThrow("did you mean regions-lost?");
  });
});

describe("a PDF as Chromium writes it", () => {
  it("says its pages and where each place lies, through nested lists of pages", () => {
    expect(readPages(Buffer.from(small, "latin1"))).toEqual({
      count: 2,
      places: new Map([
        ["pack-pareto", 2],
        ["pack-index", 1],
      ]),
    });
  });
  it("is dated by its data, with cells counted from 1, and no byte moves", () => {
    const after = dated(Buffer.from(small, "latin1"), "2025-12-31").toString("latin1");
    expect(after).toHaveLength(small.length);
    expect(after.match(/D:\d+\+00'00'/g)).toEqual(["D:20251231000000+00'00'", "D:20251231000000+00'00'"]);
    expect(after.match(/node\d+/g)).toEqual(["node00000002", "node00000001"]);
    expect(after).toContain("x\xff1");
  });
  it("is refused where it is none", () => {
    expect(() => readPages(Buffer.from("%PDF-1.4\n"))).toThrow("the PDF has no list of pages");
  });
});

describe("npm run pdf", () => {
  const never = async (): Promise<never> => {
    throw new Error("built");
  };
  it("names a page or a language that there is not, before anything is built", async () => {
    await expect(pdf(["--page", "pareot"], never)).rejects.toThrow(
      "--page pareot: there is no such page; did you mean pareto?",
    );
    await expect(pdf(["--language", "de"], never)).rejects.toThrow("--language de: must be en or zh");
  });
  it("says where there is no browser to print with", async () => {
    const before = process.env.GUANXI_CHROME;
    process.env.GUANXI_CHROME = "/nowhere/chrome";
    try {
      await expect(pdf([], never)).rejects.toThrow(/^pdf: \/nowhere\/chrome doesn't start/);
    } finally {
      if (before === undefined) delete process.env.GUANXI_CHROME;
      else process.env.GUANXI_CHROME = before;
    }
  });
});
