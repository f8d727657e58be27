import type {Locale, ReportCube} from "../../cubes.js";
import {shapeText} from "../charts/shape-text.js";
import {sparkLine, sparkStart} from "../charts/spark-line.js";
import {day, month} from "../formats.js";
import {meaningOf} from "../good-direction.js";
import {type Html, html, raw} from "../html.js";
import type {Site} from "../site.js";
import {isWhole, partialNote} from "../whole-window.js";
import type {KeyFigure} from "./key-figure.js";

const signs = {up: "▲", down: "▼", same: "■"};

function changeLine(
  id: string,
  {since, missing, change}: KeyFigure["changes"][number],
  locale: Locale,
): Html {
  if (!change) return html`<span class="change unknown">${missing}</span>`;
  // Chinese has no spaces to break at: the change stays whole on a line of its own.
  const text = locale === "zh" ? html`${since}<wbr>${change.text}` : `${change.text} ${since}`;
  return html`<span class="change ${change.direction} ${meaningOf(id, change)}"><span aria-hidden="true">${signs[change.direction]}</span> ${text}</span>`;
}

/** The small line of a figure's past two years, or nothing where there are not two points. */
function spark(f: KeyFigure, {locale, cubes: {report}}: Site): Html | null {
  const known = f.series.filter((p) => p.value !== null);
  if (known.length < 2) return null;
  const [first, last] = [known[0]!, known.at(-1)!];
  const text =
    locale === "zh"
      ? `${f.name}：${day(first.as_of, locale)}为${f.format(first.value!)}，${day(last.as_of, locale)}为${f.format(last.value!)}`
      : `${f.name}: ${f.format(first.value!)} on ${day(first.as_of, locale)}, ${f.format(last.value!)} on ${day(last.as_of, locale)}`;
  const drawing = sparkLine(f.series, f.format, {
    width: 190,
    locale,
    id: `spark-${f.id}`,
    label: text,
    report,
  });
  return html`<span class="spark">${raw(shapeText(drawing))}</span>`;
}

/** What a figure tells: its value, its changes and its small line. */
export function figureBody(f: KeyFigure, site: Site): Html {
  return html`<span class="value">${f.value}</span>${f.changes.map((c) => changeLine(f.id, c, site.locale))}${spark(f, site)}`;
}

/** What the small lines of a report are of. */
export function linesNote(report: ReportCube, locale: Locale): string {
  const {as_of, dates} = report;
  const from = month(sparkStart(report), locale);
  const hollow = dates.filter((day) => day >= sparkStart(report) && !isWhole(day, report)).at(-1);
  const partial = hollow === undefined ? "" : partialNote([hollow], report, locale, "hollow");
  return locale === "zh"
    ? `小图均为${from}至${month(as_of, locale)}，各季度末一点${partial}。`
    : `Small lines: ${from} to ${month(as_of, locale)}, a point at each quarter's end${partial}.`;
}

/**
 * Three to five figures in a row, each with its changes and a small line on one shared scale of time; nothing where no
 * export tells any.
 */
export function keyFigures(figures: readonly KeyFigure[], site: Site): Html {
  if (figures.length === 0) return html``;
  const {locale, cubes} = site;
  const computed = site.explain?.(figures.map((f) => f.name).join(locale === "zh" ? "、" : ", "));
  const dated = figures.some((f) => f.series.length > 1);
  return html`<div class="figures"><dl>${figures.map(
    (f) => html`<div class="figure" data-figure="${f.id}"><dt>${f.name}</dt>
<dd>${figureBody(f, site)}</dd></div>
`,
  )}</dl>${dated ? html`<p class="note">${linesNote(cubes.report, locale)}</p>` : null}${computed}</div>`;
}
