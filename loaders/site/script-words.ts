import {parseProgram} from "@observablehq/framework/dist/javascript/parse.js";

const comment = /\/\*[!*][\s\S]*?\*\/|^\/\/.*$/gm;

/**
 * What a script says, a line for each word: its strings, names and numbers, and comments that minifying keeps. In
 * minified code names and numbers stand side by side, so that a subtraction such as `C-10442` would read as an id.
 * A script that can't be parsed is given as it is.
 */
export function wordsOfScript(source: string): string {
  const words: string[] = source.match(comment) ?? [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== "object" || node === null || !("type" in node)) return;
    const {name, value, raw} = node as {name?: unknown; value?: unknown; raw?: unknown};
    if (node.type === "TemplateElement") words.push(...Object.values(value as {raw: string; cooked: string}));
    else if (node.type === "Literal") words.push(String(value), String(raw));
    else if (typeof name === "string") words.push(name);
    for (const part of Object.values(node)) if (typeof part === "object") visit(part);
  };
  try {
    visit(parseProgram(source));
  } catch {
    return source;
  }
  return words.join("\n");
}
