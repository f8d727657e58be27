import {readFileSync} from "node:fs";
import {join} from "node:path";

const mark = /<!--drawn:([0-9a-f]{24})-->/g;

/** A page with the parts in their places that src/components/set-aside.ts took out of it. */
export function withDrawnParts(html: string, folder: string): string {
  return html.replace(mark, (_mark, name: string) => readFileSync(join(folder, name), "utf8"));
}
