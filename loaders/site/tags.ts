/** One start tag of a page, with its attributes' values decoded. */
export interface Tag {
  name: string;
  attributes: Map<string, string>;
  /** What stands inside a `<script>` or `<style>`; empty for other tags. */
  text: string;
}

const entities: Record<string, string> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0"};

/** Decodes the character references that occur in built pages; others are left as they are. */
export function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name as string] ?? all;
  });
}

const next = /<!--[\s\S]*?-->|<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const attribute = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * The start tags of a page, in order. Built pages are serialised by Framework, so they are well formed, and charts make
 * them large: reading them this way is some fifty times faster than building a document of each.
 */
export function* tagsOf(html: string): Generator<Tag> {
  next.lastIndex = 0;
  const scanner = new RegExp(next);
  for (let match = scanner.exec(html); match; match = scanner.exec(html)) {
    const [, tag, inside = ""] = match;
    if (!tag) continue;
    const name = tag.toLowerCase();
    const attributes = new Map<string, string>();
    for (const [, key = "", double, single, bare] of inside.matchAll(attribute)) {
      attributes.set(key.toLowerCase(), decode(double ?? single ?? bare ?? ""));
    }
    let text = "";
    if (name === "script" || name === "style") {
      const end = html.indexOf(`</${tag}`, scanner.lastIndex);
      text = html.slice(scanner.lastIndex, end < 0 ? undefined : end);
      if (end >= 0) scanner.lastIndex = end;
    }
    yield {name, attributes, text};
  }
}

/** The text between the tags of a page, without scripts and styles, each run with its references decoded. */
export function textOf(html: string): string {
  const bare = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, " ").replace(next, " ");
  return decode(bare.replace(/<\/[^>]*>/g, " "));
}
