import type {Section} from "./search-index.js";

const han = /\p{Script=Han}/u;

/** The words of a query: runs of Latin letters and digits, and runs of Chinese characters. */
function terms(query: string): string[] {
  return (
    query
      .toLowerCase()
      .normalize("NFKC")
      .match(/\p{Script=Han}+|[\p{Letter}\p{Number}%]+/gu) ?? []
  );
}

function bigrams(run: string): string[] {
  const characters = [...run];
  return characters.length < 3 ? [run] : characters.slice(1).map((c, i) => characters[i]! + c);
}

/** How well a text holds a term: Latin by the start of a word, Chinese whole or, failing that, by all its bigrams. */
function weigh(term: string, text: string): number {
  const lower = text.toLowerCase().normalize("NFKC");
  if (!han.test(term)) {
    const words: string[] = lower.match(/[\p{Script=Latin}\p{Number}%]+/gu) ?? [];
    return words.includes(term) ? 2 : words.some((w) => w.startsWith(term)) ? 1 : 0;
  }
  if (lower.includes(term)) return 2;
  const pairs = bigrams(term);
  return pairs.length > 1 && pairs.every((p) => lower.includes(p)) ? 1 : 0;
}

/** What a page is named for, over a section or a term that has the same word in its title. */
const wholePage = 4;

/**
 * Sections of a language that hold every word of the query, best first; a hit in a title counts for more, and most in the
 * title or the keywords of a page as a whole.
 */
export function findSections(
  query: string,
  sections: readonly Section[],
  locale: Section["locale"],
  most = 8,
): Section[] {
  const wanted = terms(query);
  if (wanted.length === 0) return [];
  return sections
    .filter((s) => s.locale === locale)
    .map((section, i) => {
      const scores = wanted.map((t) => {
        const title = Math.max(weigh(t, section.title), weigh(t, section.keywords ?? ""));
        const whole = section.anchor === "" && title > 0 ? wholePage : 0;
        return 4 * title + whole + 2 * weigh(t, section.page) + weigh(t, section.text);
      });
      return {section, i, score: scores.includes(0) ? 0 : scores.reduce((a, b) => a + b, 0)};
    })
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .slice(0, most)
    .map((hit) => hit.section);
}
