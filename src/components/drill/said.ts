import type {Locale} from "../../cubes.js";

/** What a figure says of a mark: its name, and its values with what each is of. */
export interface Said {
  /** What all values are of; "" where they have nothing in common. */
  name: string;
  values: {of: string; value: string}[];
}

/** Parts of a mark's words: names before the last colon, the value after it. */
function parted(words: string, locale: Locale): {names: string[]; value: string} {
  const [comma, colon] = locale === "zh" ? ["，", "："] : [", ", ": "];
  const end = words.lastIndexOf(colon);
  return end < 0
    ? {names: words.split(comma), value: ""}
    : {names: words.slice(0, end).split(comma), value: words.slice(end + colon.length)};
}

/** How many parts all names begin with, and how many they end with. */
function shared(all: readonly (readonly string[])[]): number {
  const [first, ...rest] = all;
  let n = 0;
  while (n < first!.length && rest.every((names) => names[n] === first![n])) n++;
  return n;
}

/**
 * The words of marks that stand for the same customers, such as a bar of each panel, as one: what their names have in
 * common, and each value under what is left of its name. Of a single mark the whole name is the heading.
 */
export function saidOf(words: readonly string[], locale: Locale): Said {
  const comma = locale === "zh" ? "，" : ", ";
  const all = [...new Set(words)].map((text) => parted(text, locale));
  if (all.length === 0) return {name: "", values: []};
  // A name may come first or last: "Class A, share of revenue", "share of revenue, Class A".
  const begin = shared(all.map(({names}) => names));
  const end = begin > 0 ? 0 : shared(all.map(({names}) => [...names].reverse()));
  const name = end > 0 ? all[0]!.names.slice(-end) : all[0]!.names.slice(0, begin);
  return {
    name: name.join(comma),
    values: all
      .filter(({value}) => value !== "")
      .map(({names, value}) => ({
        of: (end > 0 ? names.slice(0, -end) : names.slice(begin)).join(comma),
        value,
      })),
  };
}
