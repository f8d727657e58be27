import {createHash} from "node:crypto";
import {writeFileSync} from "node:fs";
import {join} from "node:path";

/** Drawings, tables and queries: most of a page's elements, with nothing in them that Framework would find or change. */
const bulk = /<(svg|table|pre)\b[\s\S]*?<\/\1>/g;

/**
 * Puts the bulk of a block's HTML into files of a folder and leaves a mark in its place, so that Framework, which reads
 * each page into a document twice, reads little; loaders/site/drawn-parts.ts puts it back. Without a folder, as in the
 * preview, all of it stays.
 */
export function setAside(html: string, folder = process.env.GUANXI_DRAWN): string {
  if (!folder) return html;
  return html.replace(bulk, (part) => {
    const name = createHash("sha256").update(part).digest("hex").slice(0, 24);
    writeFileSync(join(folder, name), part);
    return `<!--drawn:${name}-->`;
  });
}
