import {charts} from "../exhibits/all.js";
import type {Exhibit} from "../exhibits/exhibit.js";
import {type Html, html, unbroken} from "../html.js";
import type {Site} from "../site.js";
import {tooShort} from "../whole-window.js";

/** The charts of each page that say most beside its headline, as a page writes them after "chart". */
export const tellingCharts: Readonly<Record<string, readonly string[]>> = {
  pareto: ["abc by-customers profit", "abc by-value revenue", "top-shares", "concentration effective"],
  rfm: ["segment-map", "rfm-bands", "movement rfm_segment frozen"],
  lifetime: ["lifetime-parts", "alive", "holdout"],
  pyramid: ["moved-money", "pyramid chase", "pyramid value_type"],
  methods: ["captured", "agreement"],
  relationship: ["lean", "assessment-ages", "stage-cross"],
  wallet: ["wallet-gap abc", "contact-pattern", "wallet-ages"],
  movement: [
    "moves",
    "regressed-money",
    "regression-rates grid_stage year",
    "regression-rates wallet_stage year",
  ],
  warnings: ["alerts-over-time", "catch-lapses", "customer-types", "churn"],
  service: ["complaint-times", "complaint-kept", "service-levels", "survey-loop"],
  coverage: ["visit-plan", "effort", "cost-to-serve", "lifecycle"],
  budget: ["budget-plan"],
};

/** Whether there is anything to draw, and so to say. */
function isThere({needs, missing}: Exhibit, {cubes}: Site): boolean {
  if (missing) return false;
  if (needs === "cost") return cubes.report.has_profit;
  return !needs || cubes.has(needs);
}

/** The first sentence of what an exhibit says. */
export function firstSentence(says: string): string {
  return /^.*?(?:[.!?](?=\s+[\p{Lu}“])|。(?=.))/su.exec(says)?.[0] ?? says;
}

/** What the most telling charts of a page find, each with the way to it; charts that can't be drawn say nothing. */
export function pageFindings(names: readonly string[], site: Site): Html | null {
  const found = names.flatMap((written) => {
    const [name, ...args] = written.split(" ");
    const made = charts[name!]!(site, args);
    return isThere(made, site) ? [made] : [];
  });
  if (found.length === 0) return null;
  const zh = site.locale === "zh";
  const seen = new Set<string>();
  const items = found.flatMap(({id, title, says}) => {
    const sentence = firstSentence(says);
    // A finding tells a number: a sentence without one says what there is not, or why it can't be told.
    if (!/\d/.test(sentence) || says === tooShort(site.cubes.report, site.locale)) return [];
    if (seen.has(sentence)) return [];
    seen.add(sentence);
    return html`<li>${unbroken(sentence)} <a href="#figure-${id}" aria-label="${zh ? `见图：${title}` : `See the chart: ${title}`}">${zh ? "见图" : "See the chart"}</a></li>
`;
  });
  if (seen.size === 0) return null;
  return html`<ul class="findings page-findings">${items}</ul>`;
}
