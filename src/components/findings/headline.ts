/** What a page says at its top. */
export interface Headline {
  /** The page's name, small. */
  kicker: string;
  /** One sentence, large: what the data says. */
  sentence: string;
  /** As of which day, which customers, compared with when. */
  standfirst: string;
}
