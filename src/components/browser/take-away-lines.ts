/** Chinese breaks after any character but before no closing mark; other text at spaces. */
const pieces =
  /[（《“‘【]*[\p{Script=Han}][，。、；：？！）》”’】%]*|[^\s\p{Script=Han}]+[，。、；：？！）》”’】]*|\s+/gu;

/** Breaks text into lines no wider than `width`, by what `measure` gives for a line. */
export function breakLines(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(pieces) ?? []) {
    if (line && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}
