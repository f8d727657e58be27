const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|;/g;
const comment = /--[^\n]*|\/\*[\s\S]*?\*\//g;

/** The statements of a script, in their order: parted at semicolons outside of texts, names and comments. */
export function statements(script: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of script.matchAll(token)) {
    if (match[0] !== ";") continue;
    parts.push(script.slice(from, match.index));
    from = match.index + 1;
  }
  parts.push(script.slice(from));
  return parts.filter((part) => part.replace(comment, "").trim() !== "");
}
