import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {gzipSync} from "node:zlib";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {bundleModules} from "../../loaders/site/bundle.js";
import {type FinishedSite, readFinishedSite} from "../../loaders/site/finished-site.js";
import {takeStock} from "../../loaders/site/manifest.js";
import {wordsOfScript} from "../../loaders/site/script-words.js";
import type {Served} from "../../loaders/site/serve.js";
import {verifyImports} from "../../loaders/site/verify/imports.js";
import {openBrowser, serve, visit} from "../browser.js";
import {type SampleReport, sampleReport} from "./sample-report.js";

const folder = mkdtempSync(join(tmpdir(), "guanxi-modules-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function page(up: string, scripts: string, preloads: readonly string[]): string {
  const links = preloads.map((path) => `<link rel="modulepreload" href="${up}${path}">\n`).join("");
  return `<!DOCTYPE html>\n<html>\n<meta charset="utf-8">\n${links}<script type="module">\n${scripts}\n</script>\n`;
}

const deep = "_import/components/deep/down";
const files: Record<string, string> = {
  "index.html": page("./", `const {a} = await import("./_import/components/a.00000001.js"); a();`, [
    "_import/components/a.00000001.js",
    "_import/shared.00000003.js",
  ]),
  "zh/index.html": page(
    "../",
    `import "../_observablehq/client.00000009.js";
const {b} = await import("../${deep}/b.00000002.js");
const late = () => import("../_import/late.00000006.js");
const worker = new URL("../_import/by-page.00000008.js", location);`,
    ["_observablehq/client.00000009.js", `${deep}/b.00000002.js`, "_import/shared.00000003.js"],
  ),
  "_observablehq/client.00000009.js": "",
  "_import/components/a.00000001.js": `import {n} from "../shared.00000003.js";
export const a = () => import("../lazy.00000004.js").then(({lazy}) => [n(), ...lazy()]);
export const place = import.meta.url;`,
  [`${deep}/b.00000002.js`]: `import {n} from "../../../shared.00000003.js";
export const b = () => [n(), import.meta.url, import.meta.resolve("../../../worker.00000007.js")];
export const other = () => import("../../../other.00000005.js");`,
  "_import/shared.00000003.js": "let count = 0; export const n = () => ++count;",
  "_import/lazy.00000004.js": `import {x} from "../_node/x@1.0.0/index.0000000a.js"; import {n} from "./shared.00000003.js";
export const lazy = () => [x, n(), "lazy alone"];`,
  "_import/other.00000005.js": `import {x} from "../_node/x@1.0.0/index.0000000a.js"; import {w} from "./w.0000000b.js";
export const other = () => [x, w, "other alone"];`,
  "_import/late.00000006.js": `export const late = () => "late alone";`,
  "_import/worker.00000007.js": `import {w} from "./w.0000000b.js"; postMessage(w);`,
  "_import/w.0000000b.js": "export const w = 1;",
  "_import/by-page.00000008.js": "postMessage(2);",
  "_node/x@1.0.0/index.0000000a.js": `export const x = "the library's text";`,
};

async function bundled(name: string): Promise<FinishedSite> {
  const directory = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), {recursive: true});
    writeFileSync(join(directory, path), text);
  }
  await bundleModules(await readFinishedSite(directory), join(folder, `${name}-aside`));
  return await readFinishedSite(directory);
}

/** Paths of the scripts that hold a text. */
const holding = (site: FinishedSite, text: string): string[] =>
  [...site.texts].filter(([, script]) => script.includes(text)).map(([path]) => path);

const preloaded = (site: FinishedSite, path: string): string[] =>
  site.pages
    .find((found) => found.path === path)!
    .tags.flatMap(({attributes}) =>
      attributes.get("rel") === "modulepreload" ? [attributes.get("href")!] : [],
    );

describe("the modules of a site, put together", () => {
  let site: FinishedSite;
  beforeAll(async () => {
    site = await bundled("site");
  });
  const script = async (name: string) => {
    const [path] = readdirSync(join(site.directory, "_import")).filter((file) => file.startsWith(`${name}.`));
    return await import(pathToFileURL(join(site.directory, "_import", path!)).href);
  };

  it("are few files that all lead somewhere, and nothing else is left", () => {
    expect(verifyImports(site)).toEqual([]);
    const names = site.files.map((path) => path.replace(/\.[0-9a-f]{8}\.js$/, ""));
    expect(names).toEqual(
      [
        ...["a", "b", "by-page", "chunk", "chunk", "late", "lazy", "other", "w", "worker"].map(
          (n) => `_import/${n}`,
        ),
        "_observablehq/client",
        "index.html",
        "zh/index.html",
      ].sort(),
    );
    expect(existsSync(join(site.directory, "_node"))).toBe(false);
    expect(readdirSync(join(site.directory, "_import")).every((name) => name.endsWith(".js"))).toBe(true);
  });

  it("hold each module once, lazily loaded ones apart from what a page starts with", () => {
    for (const text of ["the library's text", "lazy alone", "other alone", "late alone"])
      expect([text, holding(site, text).length]).toEqual([text, 1]);
    const atOnce = preloaded(site, "index.html").map((href) => href.slice(2));
    expect(atOnce).toHaveLength(2);
    for (const path of atOnce) expect(site.texts.get(path)).not.toMatch(/library|alone/);
  });

  it("are linked to from a page as what it starts with, relative to its folder", () => {
    const [client, ...own] = preloaded(site, "zh/index.html");
    expect(client).toBe("../_observablehq/client.00000009.js");
    expect(own.map((href) => href.replace(/\w{8}\.js$/, ""))).toEqual(["../_import/b.", "../_import/chunk."]);
  });

  it("work as before: one state for all, and places as if nothing had moved", async () => {
    const [{a, place}, {b, other}] = await Promise.all([script("a"), script("b")]);
    const at = (path: string) => pathToFileURL(join(site.directory, path)).href;
    expect(place).toBe(at("_import/components/a.00000001.js"));
    expect(b()).toEqual([1, at(`${deep}/b.00000002.js`), at("_import/worker.00000007.js")]);
    expect(await a()).toEqual([2, "the library's text", 3, "lazy alone"]);
    expect((await other()).other()).toEqual(["the library's text", 1, "other alone"]);
  });

  it("ask for what a lazily loaded file imports together with it", () => {
    const [library] = holding(site, "the library's text");
    expect(
      holding(site, `import("./${library!.split("/")[1]}")`).map((path) => path.split(/[/.]/)[1]),
    ).toEqual(["a", "b"]);
  });

  it("are the same bytes in another folder", async () => {
    expect(await takeStock((await bundled("elsewhere/below")).directory)).toEqual(
      await takeStock(site.directory),
    );
  });

  it("stand beside the site as they were, under the names that pages import", () => {
    const [name] = readdirSync(join(folder, "site-aside/_import")).filter((file) => file.startsWith("b."));
    const standIn = readFileSync(join(folder, "site-aside/_import", name!), "utf8");
    expect(standIn).toBe('export * from "./components/deep/down/b.00000002.js";\n');
    const aside = readFileSync(join(folder, "site-aside", deep, "b.00000002.js"), "utf8");
    expect(aside).toBe(files[`${deep}/b.00000002.js`]);
  });
});

it("a script that nothing asks for is found", async () => {
  const site = await bundled("orphaned");
  const path = "_import/chunk.ffffffff.js";
  writeFileSync(join(site.directory, path), "");
  expect(verifyImports(await readFinishedSite(site.directory))).toEqual([
    {where: path, problem: "no page and no script asks for it"},
  ]);
});

it("the words of a script are its strings, names and kept comments, but no sum of them", () => {
  const said = wordsOfScript(`/*! of C-1 */const a=C-10442,b={K10442:\`x\${a} y\`},c="C-7 \\u4e2d";`);
  for (const word of ["/*! of C-1 */", "K10442", "x", " y", "C-7 中"])
    expect(said.split("\n")).toContain(word);
  expect(said).not.toContain("C-10442");
});

describe("the scripts of the sample report", () => {
  let report: SampleReport;
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    report = await sampleReport();
    [browser, served] = await Promise.all([openBrowser(), serve(report.out, "/below/here/")]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const compressed = (paths: readonly string[]): number =>
    paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(report.out, path))).length, 0);

  for (const path of ["index.html", "zh/index.html"])
    it(`start ${path} with two small files, and answer its first filter with few more`, async () => {
      const {page, misdeeds} = await visit(browser, `${served.url}`, path);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      const scripts = (from: readonly string[]): string[] =>
        from.map((url) => url.replace(served.url, "")).filter((url) => /^_(import|node)\/.+\.js$/.test(url));
      const atOnce = scripts(
        await page.evaluate(() => performance.getEntriesByType("resource").map(({name}) => name)),
      );
      expect(atOnce).toHaveLength(2);
      expect(compressed(atOnce)).toBeLessThan(16_000);
      await page.selectOption("form.filters select[name=region]", {index: 1});
      await page.waitForFunction(() => performance.getEntriesByName("filter").length > 0);
      const more = scripts(asked);
      expect(more.length).toBeLessThanOrEqual(3);
      expect(compressed(more)).toBeLessThan(100_000);
      expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
      await page.close();
    });
});
