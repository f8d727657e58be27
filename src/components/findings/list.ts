import {budgetFacts} from "../exhibits/budget/facts.js";
import {type Html, html} from "../html.js";
import {methodSummaries} from "../methods/summaries.js";
import type {Site} from "../site.js";
import {linkTo, type SitePage, sitePages} from "../site-map.js";
import {gridFacts, lifetimeFacts, paretoFacts, pyramidFacts, rfmFacts, walletFacts} from "./all.js";
import {budgetSentence} from "./budget.js";
import {coverageSentence} from "./coverage.js";
import {coverageFacts} from "./coverage-heads.js";
import {dataSentence} from "./data.js";
import {shortHeadline} from "./headline.js";
import {lifetimeSentence} from "./lifetime.js";
import {methodsSentence} from "./methods.js";
import {movementSentence} from "./movement.js";
import {paretoSentence} from "./pareto.js";
import {pyramidSentence} from "./pyramid.js";
import {relationshipSentence} from "./relationship.js";
import {rfmSentence} from "./rfm.js";
import {serviceFacts, serviceSentence} from "./service.js";
import {walletSentence} from "./wallet.js";
import {warningFacts, warningSentence} from "./warning.js";

/** What each of the other pages says at its top, behind its name, which is the way there. */
export function findingList(site: Site): Html {
  const {locale} = site;
  const others = pageSentences({...site, locale: locale === "zh" ? "en" : "zh"});
  const name = (slug: SitePage["slug"]): string => sitePages.find((p) => p.slug === slug)!.name[locale];
  const short = (sentence: string, i: number): string =>
    shortHeadline({kicker: "", sentence, standfirst: ""}, locale, others[i]![1]).sentence;
  return html`<ul class="findings">${pageSentences(site).map(
    ([slug, sentence], i) =>
      html`<li><a href="${linkTo(slug)}">${name(slug)}</a>${locale === "zh" ? "：" : ": "}${short(sentence, i)}</li>
`,
  )}</ul>`;
}

function pageSentences(site: Site): [SitePage["slug"], string][] {
  const {cubes, locale} = site;
  return [
    ["pareto", paretoSentence(paretoFacts(site), locale)],
    ["rfm", rfmSentence(rfmFacts(site), locale)],
    ["lifetime", lifetimeSentence(lifetimeFacts(site), locale)],
    ["pyramid", pyramidSentence(pyramidFacts(site), locale)],
    ["methods", methodsSentence(methodSummaries(cubes), locale)],
    ["relationship", relationshipSentence(gridFacts(site), locale)],
    ["wallet", walletSentence(walletFacts(site), locale)],
    ["movement", movementSentence(site)],
    ["warnings", warningSentence(warningFacts(site), locale)],
    ["service", serviceSentence(serviceFacts(site), locale)],
    ["coverage", coverageSentence(coverageFacts(site), locale)],
    ["budget", budgetSentence(budgetFacts(site), locale)],
    ["data", dataSentence(cubes.read("inputs"), locale)],
  ];
}
