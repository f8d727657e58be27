import {explaining} from "./computed/computed.js";
import {customerFrame} from "./customer/frame.js";
import {charts} from "./exhibits/all.js";
import {exhibit} from "./exhibits/exhibit.js";
import {guardList} from "./exhibits/lifetime-models.js";
import {schemeSections} from "./exhibits/rfm-schemes.js";
import {figureRows} from "./figures/key-figure-rows.js";
import {keyFigures} from "./figures/key-figures.js";
import {filterBar} from "./filter/bar.js";
import {headlines} from "./findings/all.js";
import {shortHeadline} from "./findings/headline.js";
import {findingList} from "./findings/list.js";
import {pageFindings, tellingCharts} from "./findings/page-findings.js";
import {type Html, html, unbroken} from "./html.js";
import {methods} from "./methods/all.js";
import {noticeLines} from "./notices.js";
import {ownBlocks} from "./own/own-blocks.js";
import type {Site} from "./site.js";
import {tables} from "./tables-by-name.js";
import {workbenchColumns, workbenchFrame} from "./workbench/frame.js";

type Block = (site: Site, args: readonly string[]) => Html;

function pick<T>(kind: string, from: Readonly<Record<string, T>>, name: string | undefined): T {
  const found = name !== undefined && Object.hasOwn(from, name) ? from[name] : undefined;
  if (found === undefined)
    throw new Error(`{{${kind} ${name ?? ""}}}: no such ${kind}; there are ${Object.keys(from).join(", ")}`);
  return found;
}

/** Every directive that a page may use: `{{name args}}` on a line of its own. */
const blocks: Readonly<Record<string, Block>> = {
  headline(site, [page]) {
    const head = pick("headline", headlines, page);
    const other = head({...site, locale: site.locale === "zh" ? "en" : "zh"});
    const {kicker, sentence, standfirst} = shortHeadline(head(site), site.locale, other.sentence);
    return html`<div class="headline"><p class="kicker">${kicker}</p><h1>${unbroken(sentence)}</h1><p class="standfirst">${unbroken(standfirst)}</p></div>`;
  },
  // Where nothing answers to filters that are set singly, executives get no bar.
  filters: (site, [combined]) =>
    combined === "combined" && site.cubes.report.audience === "executives" ? html`` : filterBar(site),
  customer: (site) => customerFrame(site),
  findings: (site, [page]) =>
    page === undefined
      ? findingList(site)
      : (pageFindings(pick("findings", tellingCharts, page), site) ?? html``),
  figures: (site, [page]) => keyFigures(pick("figures", figureRows, page)(site), site),
  chart: (site, [name, ...args]) => exhibit(pick("chart", charts, name)(site, args), site),
  pair(site, args) {
    const both = args.join(" ").split("|");
    return html`<div class="pair">${both.map((one) => {
      const [name, ...rest] = one.trim().split(/\s+/);
      return exhibit({...pick("chart", charts, name)(site, rest), size: "half"}, site);
    })}</div>`;
  },
  table: (site, [name, ...args]) => pick("table", tables, name)(site, args),
  schemes: (site) => schemeSections(site),
  warnings: (site) => guardList(site),
  notices: (site) => noticeLines(site),
  workbench: (site) => workbenchFrame(site),
  columns: (site) => workbenchColumns(site),
  method: (site, [name]) => pick("method", methods, name)(site),
  ...ownBlocks,
};

/**
 * Draws one directive.
 *
 * @throws Error where the directive, or the thing that it names, does not exist, so that a build fails on it.
 */
export function drawBlock(directive: string, site: Site): Html {
  const [name, ...args] = directive.trim().split(/\s+/);
  return pick("directive", blocks, name)(explaining(site), args);
}
