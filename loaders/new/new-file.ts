import {readFileSync} from "node:fs";
import type {Locale} from "../../src/cubes.js";

/** A file that the command writes: where, what it is for, and its text. */
export interface NewFile {
  path: string;
  what: string;
  text: string;
}

/** The title of a page in both languages. */
export interface Titles {
  en: string;
  zh: string;
}

/** A query that stands beside this module, with its `{{names}}` filled in. */
export function queryFrom(file: string, names: Readonly<Record<string, string>>): string {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => names[name]!);
}

/** A page: its title, its headings and directives with an empty line between, and what every page starts once it is loaded. */
export function pageText(locale: Locale, title: string, lines: readonly string[]): string {
  const components = locale === "zh" ? "../components" : "./components";
  const script = ["```js", `import {start} from "${components}/browser/start.js";`, "start();", "```"].join(
    "\n",
  );
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${[...lines, script].join("\n\n")}\n`;
}

/** A text as our code writes it: in double quotes, or in single ones where that spares escapes. */
export function quoted(text: string): string {
  const double = JSON.stringify(text);
  return text.includes('"') && !text.includes("'") && !double.includes("\\\\") ? `'${text}'` : double;
}
