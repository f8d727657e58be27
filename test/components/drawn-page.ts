import {readFileSync} from "node:fs";
import MarkdownIt from "markdown-it";
import {markdownBlocks} from "../../src/components/markdown-blocks.js";

/** The words of a page as it is drawn of the cubes in a folder: no site is built, which takes far longer. */
export function drawnPage(path: string, cubes: string): string {
  const before = process.env.GUANXI_CUBES;
  process.env.GUANXI_CUBES = cubes;
  try {
    const source = readFileSync(new URL(`../../src/${path}.md`, import.meta.url), "utf8");
    return markdownBlocks(new MarkdownIt({html: true}))
      .render(source.replace(/^---\n[\s\S]*?\n---\n/, ""), {path: `/${path}`})
      .replace(/<(script|style)\b.*?<\/\1>/gs, "")
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ");
  } finally {
    if (before === undefined) delete process.env.GUANXI_CUBES;
    else process.env.GUANXI_CUBES = before;
  }
}
