/** Short of this, a word of a page could be anything. */
const keyLength = 4;
const wordCharacter = /[\p{L}\p{N}_]/u;
const ideograph = /\p{Script=Han}/u;

/**
 * Whether a customer's id or name can be told from ordinary text and figures: one with letters and digits both, a name
 * of two words, or four Chinese characters. Ids of digits alone look like amounts: what keeps them in is the list of columns.
 */
function isTellable(identifier: string): boolean {
  if (identifier.length < keyLength) return false;
  return (
    /\p{L}.*\p{N}|\p{N}.*\p{L}/u.test(identifier) ||
    /\p{L}\s+\p{L}/u.test(identifier) ||
    ideograph.test(identifier)
  );
}

/** Where a word may begin or end: Chinese runs on without spaces. */
function isBorder(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  if (!wordCharacter.test(before) || !wordCharacter.test(after)) return true;
  return ideograph.test(before) || ideograph.test(after);
}

/** Makes a search for many identifiers at once, whose time grows with the text and hardly with their number. */
export function findIdentifiers(identifiers: Iterable<string>): (text: string) => string[] {
  const known = new Set<string>();
  const lengthsByKey = new Map<string, Set<number>>();
  for (const identifier of identifiers) {
    if (!isTellable(identifier)) continue;
    known.add(identifier);
    const key = identifier.slice(0, keyLength);
    const lengths = lengthsByKey.get(key);
    if (lengths) lengths.add(identifier.length);
    else lengthsByKey.set(key, new Set([identifier.length]));
  }
  if (!known.size) return () => [];
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at + keyLength <= text.length; at++) {
      const lengths = lengthsByKey.get(text.slice(at, at + keyLength));
      if (!lengths || !isBorder(text[at - 1], text[at])) continue;
      for (const length of lengths) {
        const end = at + length;
        const word = text.slice(at, end);
        if (known.has(word) && isBorder(text[end - 1], text[end])) found.add(word);
      }
    }
    return [...found];
  };
}
