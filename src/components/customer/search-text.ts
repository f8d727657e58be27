/** Characters of a search key; what is longer is told apart by the names themselves. */
export const keyLength = 12;

/**
 * A name or an id as it is searched: one width and case, no accents, and one space for whatever is neither letter nor
 * digit; none between Chinese characters. A picture or a sign of its own (an emoji, ★, €) is a word by itself; what marks
 * another word (®, ©) is not.
 */
export function searchText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}+/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[®©]/gu, " ")
    .replace(/[\p{Other_Symbol}\p{Currency_Symbol}]/gu, " $& ")
    .replace(/[^\p{Letter}\p{Number}\p{Other_Symbol}\p{Currency_Symbol}]+/gu, " ")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
    .trim();
}

/** The order in which the search keys stand: by code point, as the bytes of UTF-8 do. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** A query's key: its first characters. */
export function searchKey(query: string): string {
  return [...query].slice(0, keyLength).join("").trimEnd();
}

/** Whether a text holds a query from the start of a word, or from any Chinese character on. */
export function holds(text: string, query: string): boolean {
  return /^\p{Script=Han}/u.test(query)
    ? text.includes(query)
    : ` ${text}`.includes(` ${query}`) || afterHan(text, query);
}

function afterHan(text: string, query: string): boolean {
  for (let at = text.indexOf(query); at > 0; at = text.indexOf(query, at + 1))
    if (/\p{Script=Han}$/u.test(text.slice(0, at))) return true;
  return false;
}
