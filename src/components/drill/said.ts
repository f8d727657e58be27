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
 * Of a lone mark's names those that are no quantity, and the quantity: what all marks of the drawing end with, or begin
 * with, is what they measure. Without such a name all of them are the heading.
 */
function measured(names: readonly string[], beside: readonly (readonly string[])[]): [string[], string[]] {
  const others = beside.filter((other) => other.length === names.length);
  if (names.length < 2 || new Set(others.map((other) => other.join())).size < 2) return [[...names], []];
  if (others.every((other) => other.at(-1) === names.at(-1))) return [names.slice(0, -1), names.slice(-1)];
  if (others.every((other) => other[0] === names[0])) return [names.slice(1), names.slice(0, 1)];
  return [[...names], []];
}

/**
 * The words of marks that stand for the same customers, such as a bar of each panel, as one: what their names have in
 * common, and each value under what is left of its name. Of a single mark the name is the heading but for what it
 * measures, as the words of the marks `beside` it tell.
 */
export function saidOf(words: readonly string[], locale: Locale, beside: readonly string[] = []): Said {
  const comma = locale === "zh" ? "，" : ", ";
  const all = [...new Set(words)].map((text) => parted(text, locale));
  if (all.length === 0) return {name: "", values: []};
  if (all.length === 1 && all[0]!.value !== "") {
    const [{names, value}] = all as [(typeof all)[0]];
    const [name, of] = measured(
      names,
      beside
        .map((text) => parted(text, locale))
        .flatMap((other) => (other.value === "" ? [] : [other.names])),
    );
    return {name: name.join(comma), values: [{of: of.join(comma), value}]};
  }
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
