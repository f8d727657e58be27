/** What a file must say of itself, wherever it goes: read from the page that it was taken from. */
export interface Origin {
  report: string;
  /** ISO day of the data that it shows. */
  asOf: string;
  /** ISO 4217 code, or what the report counts in. */
  currency: string;
  /** What was chosen in the filter bar, such as "Region Europe"; "" where the part shows everyone. */
  filter: string;
  /** The choices for a file's name, such as `region-North`. */
  choices: string[];
  /** For whom, as of when, from what. */
  source: string;
  chinese: boolean;
}

const filters = ["region", "industry", "class", "stage"];

const meta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";

/** The origin of a figure, or of a table that stands alone: only a figure that says no other thing is filtered. */
export function originOf(part: Element): Origin {
  const query = new URLSearchParams(location.search);
  const figure = part.closest("figure");
  // An address may carry filters to a page that has none.
  const hasFilters =
    document.querySelector("form.filters") !== null || figure?.id.startsWith("figure-own-cross");
  // A list of customers says itself what it is filtered by: dates are not.
  const list = part.closest<HTMLElement>("[data-filtered]");
  const filtered = figure !== null && hasFilters && figure.querySelector(":scope > .scope") === null;
  const chosen = filtered || list ? filters.filter((name) => query.get(name)) : [];
  const asOf = (filtered && query.get("as_of")) || meta("as-of");
  const state = document.querySelector<HTMLElement>(".filter-state");
  const words = state?.firstChild?.textContent?.replace(state.dataset.chosen ?? "", "").trim() ?? "";
  return {
    report: meta("application-name"),
    asOf,
    currency: meta("currency"),
    filter: list ? (list.dataset.filtered ?? "") : chosen.length > 0 || asOf !== meta("as-of") ? words : "",
    choices: chosen.map((name) => `${name}-${query.get(name)}`),
    source: document.querySelector(".colophon p")?.textContent?.replace(/\s+/g, " ").trim() ?? "",
    chinese: document.documentElement.lang.startsWith("zh"),
  };
}

/** Letters and digits of any script, at most so many, cut between words where there are any. */
function forFile(text: string, most: number): string {
  const words = text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const letters = [...words];
  if (letters.length <= most) return words;
  const whole = letters
    .slice(0, most + 1)
    .join("")
    .replace(/-[^-]*$/, "");
  return [...whole].slice(0, most).join("");
}

/** `report_figure_2025-12-31_region-North.csv`, in letters that every file system takes. */
export function fileName(title: string, {report, asOf, choices}: Origin, ending: string): string {
  const parts = [forFile(report, 40), forFile(title, 60), asOf, ...choices.map((c) => forFile(c, 40))];
  return `${parts.filter((part) => part !== "").join("_")}.${ending}`;
}
