/** Of the known names, the up to three that a misspelt one most likely meant: edit distance at most two fifths of its length. */
export function nearest(name: string, known: readonly string[]): string[] {
  const simple = (s: string): string => s.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const wanted = simple(name);
  return known
    .map((candidate) => ({candidate, distance: score(wanted, simple(candidate))}))
    .filter(
      ({candidate, distance}) =>
        distance <= Math.max(1, Math.floor(Math.max(wanted.length, simple(candidate).length) * 0.4)),
    )
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({candidate}) => candidate);
}

function score(a: string, b: string): number {
  const distance = editDistance(a, b);
  const inside = a.length > 3 && b.length > 3 && (a.includes(b) || b.includes(a));
  return inside ? Math.min(distance, Math.abs(a.length - b.length) / 2) : distance;
}

/** Levenshtein distance in characters. */
function editDistance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    for (let j = 1; j <= b.length; ++j) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
