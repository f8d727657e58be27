/** What a file must say of itself, wherever it goes: read from the page that it was taken from. */
export interface Origin {
  report: string;
  /** ISO day of the data that it shows. */
  asOf: string;
  /** ISO 4217 code, or what the report counts in. */
  currency: string;
  /** What was chosen in the filter bar, such as "Region Europe"; "" where the part shows everyone. */
  filter: string;
  /** The choices for a file's name, such as `region-North` or `rfm:544-545`. */
  choices: string[];
  /** For whom, as of when, from what. */
  source: string;
  chinese: boolean;
}

const filters = ["region", "industry", "class", "stage"];

const meta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";

/** What the filter bar has chosen by name, which may be less than the address asks for; without a bar, the address. */
function chosenValues(query: URLSearchParams): [string, string][] {
  const form = document.querySelector("form.filters");
  return filters.flatMap((name): [string, string][] => {
    const value = form
      ? form.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value
      : query.get(name);
    return value ? [[name, value]] : [];
  });
}

/** The choice in words as the filter bar says it; "" while it says that everyone is shown. */
function chosenWords(): string {
  const state = document.querySelector<HTMLElement>(".filter-state");
  const said = state?.firstChild?.textContent ?? "";
  const lead = state?.dataset.chosen ?? "";
  return said.startsWith(lead) ? said.slice(lead.length).trim() : "";
}

/**
 * The origin of a figure, or of a table that stands alone: only a figure that says no other thing is filtered, and one
 * whose parts are chosen shows everyone.
 */
export function originOf(part: Element): Origin {
  const query = new URLSearchParams(location.search);
  const figure = part.closest("figure");
  const form = document.querySelector("form.filters");
  // An address may carry filters to a page that has none.
  const hasFilters = form !== null || figure?.id.startsWith("figure-own-cross");
  // A list of customers says itself what it is filtered by: dates are not.
  const list = part.closest<HTMLElement>("[data-filtered]");
  const answers =
    part.closest("[data-answers]") !== null ||
    (figure !== null && figure.querySelector(":scope > .scope") === null);
  const filtered = answers && hasFilters;
  const chosen = filtered || list ? chosenValues(query) : [];
  const asOf =
    (filtered &&
      (form?.querySelector<HTMLSelectElement>("select[name=as_of]")?.value ?? query.get("as_of"))) ||
    meta("as-of");
  // Parts that are chosen in a chart stand by themselves.
  const brush =
    form && chosen.length === 0 && asOf === meta("as-of") && chosenWords() ? query.get("brush") : null;
  const isBrushed = figure?.querySelector(".brush-bar .clear:not([hidden])");
  const brushed = brush && (list || (filtered && !isBrushed)) ? [brush] : [];
  const isChosen = chosen.length > 0 || brushed.length > 0 || asOf !== meta("as-of");
  return {
    report: meta("application-name"),
    asOf,
    currency: meta("currency"),
    filter: list ? (list.dataset.filtered ?? "") : isChosen ? chosenWords() : "",
    choices: [...chosen.map(([name, value]) => `${name}-${value}`), ...brushed],
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
