/** What a page says at its top. */
export interface Headline {
  /** The page's name, small. */
  kicker: string;
  /** One sentence, large: what the data says. */
  sentence: string;
  /** As of which day, which customers, compared with when. */
  standfirst: string;
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
