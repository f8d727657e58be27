import type {Locale} from "../../cubes.js";

/** What a mark says to a pointer: what it is of, the row first and then the panel, and its value. */
export function markWords(of: readonly string[], value: string, locale: Locale): string {
  const [comma, colon] = locale === "zh" ? ["，", "："] : [", ", ": "];
  return `${of.filter((name) => name !== "").join(comma)}${colon}${value}`;
}
