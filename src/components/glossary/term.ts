import type {SitePage} from "../site-map.js";
import type {Term} from "../terms.js";

/** A term of the field: its name in both languages, what it means here, and the page that uses it. */
export interface GlossaryTerm {
  /** Its anchor on the glossary's page, after "term-". */
  key: string;
  name: Term;
  definition: Term;
  page: SitePage["slug"];
}

/** A term in a line: key, page, name and definition in English and in Chinese. */
export function glossaryTerm(
  key: string,
  page: SitePage["slug"],
  name: Term,
  en: string,
  zh: string,
): GlossaryTerm {
  return {key, page, name, definition: {en, zh}};
}
