/** About how wide a text is in ems of the house's sans: Chinese characters are square, Latin ones half as wide. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 1 : 0.54), 0);
}
