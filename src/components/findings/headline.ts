import type {Locale} from "../../cubes.js";

/** What a page says at its top. */
export interface Headline {
  /** The page's name, small. */
  kicker: string;
  /** One sentence, large: what the data says. */
  sentence: string;
  /** As of which day, which customers, compared with when. */
  standfirst: string;
}

/** More letters than these stand on more than four lines of a phone, where a reader has lost the beginning at the end. */
const most = {en: 110, zh: 40};

/** Whether a sentence is too long to be said large. */
export function isLong(sentence: string, locale: Locale): boolean {
  return sentence.length > most[locale];
}

/**
 * The head as it stands on the page: of a sentence that is too long the first clause is said large. Both languages say the
 * same large: where the `other` language's sentence is too long, this one is parted too.
 */
export function shortHeadline(headline: Headline, locale: Locale, other?: string): Headline {
  const parted =
    isLong(headline.sentence, locale) ||
    (other !== undefined && isLong(other, locale === "zh" ? "en" : "zh"));
  return parted ? {...headline, ...firstClause(headline.sentence, headline.standfirst)} : headline;
}

/** A long sentence parted at its first semicolon: what is said large, and the rest at the head of the smaller text. */
export function firstClause(sentence: string, standfirst: string): Pick<Headline, "sentence" | "standfirst"> {
  const at = sentence.search(/; |；/);
  if (at < 0) return {sentence, standfirst};
  const chinese = sentence[at] === "；";
  const rest = sentence.slice(at + 1).trim();
  return {
    sentence: sentence.slice(0, at) + (chinese ? "。" : "."),
    standfirst: `${rest.charAt(0).toUpperCase()}${rest.slice(1)}${chinese ? "" : " "}${standfirst}`,
  };
}
