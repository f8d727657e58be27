/** About how wide a text is in ems of the house's sans: Chinese characters are square, Latin ones half as wide. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 1 : 0.54), 0);
}

/** A text broken into lines of at most so many ems: between words, or between Chinese characters. */
export function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*/g) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth((last + piece).trimEnd()) <= room)
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** As much of a text as fits into so many ems, with dots where it was cut. */
export function cutText(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(`${kept}${character}…`) > room) break;
    kept += character;
  }
  return `${kept}…`;
}
