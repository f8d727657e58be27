import * as Plot from "@observablehq/plot";
import * as aq from "arquero";
import type {OwnColumn, OwnPageRow, OwnRow} from "../../cubes/own.js";
import type {ReportCube} from "../../cubes.js";
import type {ChartOptions} from "../charts/chart-options.js";
import {draw, type Sketch, sketch} from "../charts/frame.js";
import {cutText} from "../charts/text-width.js";
import type {Exhibit, Swatch} from "../exhibits/exhibit.js";
import type {Site} from "../site.js";
import type {Drawing, DrawOwn} from "./drawing.js";
import {heatSteps, lineColours, swatches} from "./own-colours.js";
import {axisMeasure, exactMeasure, groupName, withUnit} from "./own-format.js";

type Value = string | number | Date | null | undefined;

/** An arquero table of an own page's rows: days are dates, and money is in whole units of the currency. */
export function rowTable(
  {columns}: Pick<OwnPageRow, "columns">,
  rows: readonly OwnRow[],
  {minor_digits}: Pick<ReportCube, "minor_digits">,
): aq.ColumnTable {
  const unit = 10 ** minor_digits;
  const told = (kind: OwnColumn["kind"], value: OwnRow[string] | undefined): Value => {
    if (value === null || value === undefined) return null;
    if (kind === "day") return new Date(String(value));
    return kind === "money" ? Number(value) / unit : (value as string | number);
  };
  return aq.table(
    Object.fromEntries(columns.map(({name, kind}) => [name, rows.map((row) => told(kind, row[name]))])),
    columns.map(({name}) => name),
  );
}

/** What is drawn by a page's own drawing, with the words that it gives itself; the house's rest stays. */
export function ownDrawn(
  drawOwn: DrawOwn | Error,
  page: OwnPageRow,
  rows: readonly OwnRow[],
  site: Site,
): Pick<Exhibit, "draw"> & Partial<Pick<Exhibit, "title" | "subtitle" | "legend">> {
  const file = `loaders/own/pages/${page.slug}.ts`;
  const inFile = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new Error(`${file}: draw: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  };
  const specAt = (width: number): Plot.PlotOptions =>
    inFile(() => {
      if (drawOwn instanceof Error) throw drawOwn;
      const spec: unknown = drawOwn(drawingOf(page, rows, site, width));
      if (typeof spec !== "object" || spec === null || !Array.isArray((spec as {marks?: unknown}).marks))
        throw new Error("returns no options of Plot.plot: return {marks: […]}");
      return spec as Plot.PlotOptions;
    });
  const widest = {document: site.document, width: 1080};
  const {title, subtitle, ...spec} = specAt(widest.width);
  const legend = inFile(() => legendOf(page, rows, spec, sketch(widest, bare(spec)), site));
  return {
    ...(typeof title === "string" ? {title} : {}),
    ...(typeof subtitle === "string" ? {subtitle} : {}),
    ...(legend ? {legend} : {}),
    draw: (options) => {
      const given = bare(specAt(options.width));
      return inFile(() => draw(options, inHouse(page, given, sketch(options, given), options)));
    },
  };
}

function drawingOf(page: OwnPageRow, rows: readonly OwnRow[], {cubes, locale}: Site, width: number): Drawing {
  const {report} = cubes;
  const write = (column: OwnColumn) => (value: Value) => written(column, value, report, locale);
  return {
    table: rowTable(page, rows, report) as Drawing["table"],
    plot: Plot,
    aq,
    label: Object.fromEntries(page.columns.map(({name, label}) => [name, label[locale]])),
    write: Object.fromEntries(page.columns.map((column) => [column.name, write(column)])) as Drawing["write"],
    locale,
    width,
  };
}

/** A value of a drawing's table in the house's words and formats. */
function written(column: OwnColumn, value: Value, report: ReportCube, locale: Site["locale"]): string {
  if (typeof value === "number")
    return exactMeasure(
      column,
      column.kind === "money" ? value * 10 ** report.minor_digits : value,
      report,
      locale,
    );
  const group =
    column.kind === "text" || column.kind === "day" || column.kind === "id" || column.kind === "name";
  if (value === null || value === undefined) return group ? groupName(column, null, locale) : "–";
  return groupName(column, value instanceof Date ? value.toISOString().slice(0, 10) : value, locale);
}

/** The options without what the report shows around a drawing. */
function bare({title, subtitle, caption, figure, ...spec}: Plot.PlotOptions): Plot.PlotOptions {
  const {legend, ...color} = spec.color ?? {};
  return spec.color ? {...spec, color} : spec;
}

/** Labels, units and colours of the house, where the options have none of their own. */
function inHouse(
  page: OwnPageRow,
  spec: Plot.PlotOptions,
  {scale, label}: Sketch,
  options: ChartOptions,
): Plot.PlotOptions {
  const {report, locale, width} = options;
  const axes = (["x", "y"] as const).flatMap((axis) => {
    const column = page.columns.find(({name}) => name === label(axis));
    if (!column) return [];
    const room = (width * (axis === "y" ? 0.34 : 0.3)) / 13;
    const inMinor = column.kind === "money" ? 10 ** report.minor_digits : 1;
    const tick = (value: Value): string =>
      typeof value === "number"
        ? axisMeasure(column, value * inMinor, report, locale)
        : cutText(written(column, value, report, locale), room);
    // Along time Plot chooses the days, and writes them in English.
    const alongTime = /^(utc|time)$/.test(scale(axis)?.type ?? "");
    const format = !alongTime ? {tickFormat: tick} : locale === "zh" ? {tickFormat: shortDay} : {};
    return [[axis, {label: withUnit(column, report, locale), ...format, ...spec[axis]}] as const];
  });
  // Plot's own margins are for smaller type.
  return {
    marginTop: 32,
    marginBottom: 46,
    ...spec,
    ...Object.fromEntries(axes),
    color: {...coloursOf(scale("color"), spec.color), ...spec.color},
  };
}

/** A day along time in Chinese: the year where it begins, the month where that begins. */
function shortDay(day: Date): string {
  const [year, month, date] = day.toISOString().slice(0, 10).split("-").map(Number);
  if (date !== 1) return `${month}月${date}日`;
  return month === 1 ? `${year}年` : `${month}月`;
}

/** The house's colours for a colour scale: one after the other for groups, a ramp for measures. */
function coloursOf(scale: Plot.Scale | undefined, given: Plot.ScaleOptions = {}): Plot.ScaleOptions {
  if (!scale || given.range || given.scheme || given.interpolate) return {};
  if (isGroups(scale))
    return {
      range: [...(scale.domain ?? [])].map((_, i) => `var(--${lineColours[i % lineColours.length]})`),
    };
  return {
    interpolate: (t: number) =>
      `var(--${heatSteps[Math.min(heatSteps.length - 1, Math.floor(t * heatSteps.length))]})`,
  };
}

const isGroups = ({type}: Plot.Scale): boolean => type === "ordinal" || type === "categorical";

/** The legend of a colour scale that asks for one and keeps the house's colours. */
function legendOf(
  {columns}: OwnPageRow,
  rows: readonly OwnRow[],
  {color}: Plot.PlotOptions,
  {scale}: Sketch,
  {locale}: Site,
): Swatch[] | null {
  const colours = scale("color");
  if (!color?.legend || !colours?.domain) return null;
  if (color.range || color.scheme || color.interpolate)
    throw new Error("color.legend: names the report's own colours: leave range, scheme and interpolate out");
  if (!isGroups(colours)) throw new Error("color.legend: is for groups: write a measure beside its marks");
  const values = [...colours.domain] as (string | number | null)[];
  const column = columns.find(
    ({kind, name}) => kind === "text" && values.every((value) => rows.some((row) => row[name] === value)),
  );
  return values.map((value, i) => ({
    swatch: swatches[i % swatches.length]!,
    label: column ? groupName(column, value, locale) : String(value),
  }));
}
