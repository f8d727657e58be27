import type {ExportName} from "../../cubes.js";
import {needs, notShown} from "../absent.js";
import {brushBar} from "../brush-bar.js";
import type {ChartOptions} from "../charts/chart-options.js";
import type {Shape} from "../charts/shape.js";
import {shapeText} from "../charts/shape-text.js";
import type {BrushKind} from "../filter/brush.js";
import {type Html, html, raw} from "../html.js";
import type {Site} from "../site.js";
import {takeAway} from "../take-away.js";
import {word} from "../terms.js";

/** A colour and what it stands for. A swatch is a class of the style sheet, such as `stage-1` or `hatched`. */
export interface Swatch {
  swatch: string;
  label: string;
}

/** One chart with its words: all that a reader needs to take it in, with or without seeing it. */
export interface Exhibit {
  id: string;
  /** The export, or the column of costs, without which there is nothing to draw. */
  needs?: ExportName | "cost";
  /** Why there is nothing to draw though the exports are there, in a sentence; null where there is. */
  missing?: string | null;
  /** What it shows. */
  title: string;
  /** Unit and window. */
  subtitle: string;
  /** What the data says, in one sentence: the drawing's text for those who don't see it. */
  says: string;
  legend?: Swatch[];
  /** A drawing; as a shape it can be laid over the one that stands in the page. */
  draw: (options: ChartOptions) => SVGSVGElement | Shape;
  /** The lower part of a drawing that is too tall to stand whole on a sheet of paper: its group's id, and its `viewBox`. */
  lowerHalf?: (id: string, width: number) => {id: string; box: string};
  /** The same numbers as a table; or, as `data-rows`, the id of what has their table on the page. */
  twin: Html;
  /** Where a reader may choose parts of it, so that the other charts show the customers in them. */
  brush?: BrushKind | undefined;
  /** A page where the reader finds more. */
  link?: {href: string; text: string};
  /** Half: two stand side by side where there is room. */
  size?: "full" | "half";
}

/** The widths a chart is drawn at: what the style sheet shows depends on the room. */
const widths = {full: {wide: 1080, middle: 700, narrow: 343}, half: {wide: 516, narrow: 343}};

/** The exhibit as a figure: title, unit, legend, drawings for each width, the sentence, the table. */
export function exhibit(e: Exhibit, site: Site): Html {
  const {cubes, locale} = site;
  const computed = site.explain?.(e.title);
  if (e.needs === "cost" ? !cubes.report.has_profit : e.needs && !cubes.has(e.needs))
    return needs(e.needs!, e.title, locale);
  if (e.missing) return notShown(e.title, e.missing);
  const size = e.size ?? "full";
  const drawings = Object.entries(widths[size]).map(([name, width]) => {
    const svg = e.draw({
      document: site.document,
      width,
      locale: site.locale,
      id: `${e.id}-${name}`,
      label: `${e.title}${site.locale === "zh" ? "。" : ". "}${e.says}`,
      report: site.cubes.report,
    });
    return html`<div class="drawing ${name}">${raw("tag" in svg ? shapeText(svg) : svg.outerHTML)}</div>
`;
  });
  const lower = e.lowerHalf?.(`${e.id}-middle`, widths.full.middle);
  return html`<figure class="exhibit ${size}${lower ? " parted" : ""}" id="figure-${e.id}">
<figcaption><p class="chart-title">${e.title}</p><p class="chart-subtitle">${e.subtitle}</p>${
    e.legend
      ? html`<ul class="legend">${e.legend.map((l) => html`<li><span class="swatch ${l.swatch}" aria-hidden="true"></span>${l.label}</li>`)}</ul>`
      : null
  }</figcaption>
${e.brush ? brushBar(e.brush, site.cubes.report.audience, site.locale) : null}<div class="drawings">${drawings}</div>
<p class="says">${e.says}${e.link ? html` <a href="${e.link.href}">${e.link.text}</a>` : null}</p>
${lower ? html`<svg class="lower-half" viewBox="${lower.box}" font-family="var(--sans)" aria-hidden="true"><use href="#${lower.id}"></use></svg>` : null}
${takeAway(/<table>|data-rows=/.test(e.twin.text) ? ["csv", "svg", "png"] : ["svg", "png"], e.title)}
<details class="twin"><summary>${word("twin", site.locale)}<span class="visually-hidden"> · ${e.title}</span></summary>${e.twin}</details>
${computed}</figure>`;
}
