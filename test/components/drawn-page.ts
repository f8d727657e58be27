import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import MarkdownIt from "markdown-it";
import {afterAll} from "vitest";
import {markdownBlocks} from "../../src/components/markdown-blocks.js";
import type {Cubes} from "../../src/cubes.js";
import {writeFixtureCubes} from "./fixtures/cubes.js";

// Pages drawn of cubes: no site is built, which takes far longer.

/** A page's source, without its front matter. */
export function pageSource(path: string): string {
  return readFileSync(new URL(`../../src/${path}.md`, import.meta.url), "utf8").replace(
    /^---\n[\s\S]*?\n---\n/,
    "",
  );
}

/** The HTML that a page's source becomes over the cubes in use. */
export function pageHtml(path: string, source = pageSource(path)): string {
  return markdownBlocks(new MarkdownIt({html: true})).render(source, {path: `/${path}`});
}

/** A page over the cubes in use, as a reader's browser holds it before a script runs. */
export function drawnDocument(path: string): Document {
  const source = pageSource(path).replace(/```js[\s\S]*?```/g, "");
  return new JSDOM(pageHtml(path, source), {url: `http://localhost/${path}`}).window.document;
}

/**
 * What has the pages of a test file drawn of other cubes from then on; it gives the folder that holds them. After the
 * file's tests all is as it was.
 */
export function cubesInUse(): (cubes: Partial<Cubes>) => string {
  const before = process.env.GUANXI_CUBES;
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, {recursive: true});
    if (before === undefined) delete process.env.GUANXI_CUBES;
    else process.env.GUANXI_CUBES = before;
  });
  return (cubes) => {
    const folder = mkdtempSync(join(tmpdir(), "guanxi-cubes-"));
    folders.push(folder);
    writeFixtureCubes(folder, cubes);
    process.env.GUANXI_CUBES = folder;
    return folder;
  };
}

/** The words of a page as it is drawn of the cubes in a folder. */
export function drawnPage(path: string, cubes: string): string {
  const before = process.env.GUANXI_CUBES;
  process.env.GUANXI_CUBES = cubes;
  try {
    return pageHtml(path)
      .replace(/<(script|style)\b.*?<\/\1>/gs, "")
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ");
  } finally {
    if (before === undefined) delete process.env.GUANXI_CUBES;
    else process.env.GUANXI_CUBES = before;
  }
}
