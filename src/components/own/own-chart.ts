import type {OwnColumn, OwnPageRow, OwnRow} from "../../cubes/own.js";
import {type GroupBar, groupBars} from "../charts/group-bars.js";
import {type DatedLine, linesOverTime} from "../charts/lines-over-time.js";
import {matrix} from "../charts/matrix.js";
import type {Exhibit} from "../exhibits/exhibit.js";
import {day, shortDay} from "../formats.js";
import type {Site} from "../site.js";
import {word} from "../terms.js";
import {comparedEnds, isWhole} from "../whole-window.js";
import {chartProblem} from "./chart-columns.js";
import {ownDrawings} from "./drawings.js";
import {lineColours} from "./own-colours.js";
import {ownDrawn} from "./own-drawn.js";
import {axisMeasure, exactMeasure, groupName, shortMeasure, withUnit} from "./own-format.js";
import {type Grouped, groupedBy} from "./own-groups.js";
import {ownColumn, ownPage, ownRowsOf} from "./own-page.js";
import {saysLargest} from "./own-says.js";
import {rowsTable} from "./own-table.js";

/** More than these are in the table alone. */
const most = {bars: 24, lines: 6, matrix: 16};

/** What all drawings share: the page, its rows, the columns that are drawn, and the words around them. */
interface Drawn {
  site: Site;
  page: OwnPageRow;
  rows: OwnRow[];
  columns: OwnColumn[];
}

/**
 * The drawing of an own page: as the page's definition draws it itself or names a chart, or as `args` name one in the same
 * way, such as `bars region lost`.
 *
 * @throws Error where a column is not the page's or not of the kind that the drawing takes
 */
export function ownChart(site: Site, args: readonly string[]): Exhibit {
  const {note, ...exhibit} = ownDrawing(site, args);
  const [name, ...named] = args;
  const own = named.length === 0 ? ownDrawings.get(name ?? "") : undefined;
  if (own === undefined || exhibit.missing) return {...exhibit, says: exhibit.says + note};
  const page = ownPage(site.cubes, name, "page");
  return {...exhibit, ...ownDrawn(own, page, ownRowsOf(site.cubes, page), site)};
}

/** What an own page's drawing says, without a note on what the drawing leaves out. */
export function ownSentence(site: Site, page: OwnPageRow): string {
  return ownDrawing(site, [page.slug]).says;
}

function ownDrawing(site: Site, [name, ...args]: readonly string[]): Exhibit & {note: string} {
  const page = ownPage(site.cubes, name, "page");
  const [kind, ...names] = args.length > 0 ? args : page.chart;
  const columns = names.map((column) => ownColumn(page, column));
  const problem = chartProblem(
    kind,
    columns.map((column) => column.kind),
  );
  if (problem !== null) throw new Error(problem);
  const drawn: Drawn = {site, page, rows: ownRowsOf(site.cubes, page), columns};
  const {locale} = site;
  const rest = kind === "bars" ? ownBars(drawn) : kind === "lines" ? ownLines(drawn) : ownMatrix(drawn);
  return {
    id: ["own", page.slug, ...(args.length > 0 ? args : [])].join("-"),
    missing:
      drawn.rows.length > 0
        ? null
        : locale === "zh"
          ? "查询没有给出任何行。"
          : "The query gives no rows for this data.",
    subtitle: page.about[locale],
    twin: rowsTable(page, drawn.rows, site),
    ...rest,
  };
}

/** The `note` says what the drawing leaves out. */
type Rest = Pick<Exhibit, "title" | "says" | "draw"> & {note: string};

function by(measure: OwnColumn, groups: readonly OwnColumn[], {locale, cubes}: Site): string {
  const what = withUnit(measure, cubes.report, locale);
  const of = groups.map(({label}) => label[locale]);
  return locale === "zh" ? `${what}，按${of.join("与")}` : `${what} by ${of.map(inSentence).join(" and ")}`;
}

/** A label inside an English sentence: small, unless it begins with an abbreviation. */
function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}

/** "The first 24 of 61; all stand in the table." */
function cut(shown: number, all: number, {locale}: Site): string {
  if (shown >= all) return "";
  return locale === "zh"
    ? `图中为${all}组中的前${shown}组，其余见表。`
    : ` The drawing has the first ${shown} of ${all}; the table has all.`;
}

function ownBars({site, page, rows, columns}: Drawn): Rest {
  const {locale, cubes} = site;
  const {report} = cubes;
  const [group, ...measures] = columns as [OwnColumn, ...OwnColumn[]];
  const byMeasure = measures.map((measure) => ({measure, values: groupedBy(rows, page, [group], measure)}));
  const all = byMeasure[0]!.values;
  const shown = all.slice(0, most.bars);
  const nameOf = ({keys}: Grouped): string => groupName(group, keys[0]!, locale);
  const bars = byMeasure.flatMap(({measure, values}) => {
    const highest = Math.max(...values.map(({value}) => Math.abs(value ?? 0))) || 1;
    return values.slice(0, most.bars).map(
      (one, i): GroupBar => ({
        group: String(i),
        quantity: measure.name,
        share: one.value === null ? null : one.value / highest,
        text: one.value === null ? "–" : shortMeasure(measure, one.value, report, locale),
        exact: one.value === null ? "–" : exactMeasure(measure, one.value, report, locale),
        suppressed: one.suppressed,
      }),
    );
  });
  const values = all.map((one) => ({name: nameOf(one), value: one.value, suppressed: one.suppressed}));
  return {
    title: by(measures[0]!, [group], site),
    says: saysLargest(values, measures[0]!, report, locale),
    note: cut(shown.length, all.length, site),
    draw: (options) =>
      groupBars(
        shown.map((one, i) => ({key: String(i), name: nameOf(one), colour: "up"})),
        measures.map((measure) => ({key: measure.name, name: withUnit(measure, report, locale)})),
        bars,
        options,
      ),
  };
}

function ownLines({site, page, rows, columns}: Drawn): Rest {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const [days, measure, group] = columns as [OwnColumn, OwnColumn, OwnColumn?];
  const points = groupedBy(rows, page, group ? [group, days] : [days], measure).flatMap((one) => {
    const at = one.keys[one.keys.length - 1];
    if (typeof at !== "string") return [];
    const name = group ? groupName(group, one.keys[0]!, locale) : measure.label[locale];
    return [{name, as_of: at, value: one.value, suppressed: one.suppressed}];
  });
  const dates = [...new Set(points.map(({as_of}) => as_of))].sort();
  // Other days are the page's own, and have no window.
  const ofReport = dates.every((d) => report.dates.includes(d));
  const names = [...new Set(points.map(({name}) => name))];
  const at = (name: string, as_of: string | undefined): number | null =>
    points.find((p) => p.name === name && p.as_of === as_of)?.value ?? null;
  const largestFirst = [...names].sort((a, b) => (at(b, dates.at(-1)) ?? 0) - (at(a, dates.at(-1)) ?? 0));
  const shown = names.length > most.lines ? largestFirst.slice(0, most.lines) : names;
  const lines = shown.map(
    (name, i): DatedLine => ({
      name,
      colour: lineColours[i]!,
      points: dates.map((as_of) => ({
        as_of,
        value: at(name, as_of),
        partial: ofReport && !isWhole(as_of, report),
      })),
    }),
  );
  const last = dates.at(-1);
  const first = ofReport
    ? comparedEnds(
        dates.map((as_of) => ({as_of})),
        report,
      )?.[0].as_of
    : dates[0];
  const write = (x: number): string => shortMeasure(measure, x, report, locale);
  const newest = names.map((name) => ({
    name,
    value: at(name, last),
    suppressed: points.some((p) => p.name === name && p.as_of === last && p.suppressed),
  }));
  const [before, now] = [at(names[0]!, first), at(names[0]!, last)];
  const change =
    names.length === 1 && dates.length > 1 && before !== null && now !== null
      ? zh
        ? `${measure.label.zh}：${shortDay(first!, "zh")}为${write(before)}，${shortDay(last!, "zh")}为${write(now)}。`
        : `${measure.label.en}: ${write(before)} on ${shortDay(first!, "en")}, ${write(now)} on ${shortDay(last!, "en")}.`
      : `${last && last !== report.as_of ? (zh ? `${day(last, "zh")}，` : `On ${day(last, "en")}: `) : ""}${saysLargest(newest, measure, report, locale)}`;
  return {
    title: group ? by(measure, [group], site) : withUnit(measure, report, locale),
    says: change,
    note: cut(shown.length, names.length, site),
    draw: (options) =>
      linesOverTime(
        lines,
        {
          axis: (x) => axisMeasure(measure, x, report, locale),
          exact: write,
        },
        options,
      ),
  };
}

function ownMatrix({site, page, rows, columns}: Drawn): Rest {
  const {locale, cubes} = site;
  const {report} = cubes;
  const [down, across, measure] = columns as [OwnColumn, OwnColumn, OwnColumn];
  const cells = groupedBy(rows, page, [down, across], measure);
  const sides = (i: 0 | 1, column: OwnColumn): {key: string; name: string}[] =>
    [...new Set(cells.map(({keys}) => keys[i]!))].map((key) => ({
      key: JSON.stringify(key),
      name: groupName(column, key, locale),
    }));
  const [lines, heads] = [sides(0, down), sides(1, across)];
  const shown = {lines: lines.slice(0, most.matrix * 2), heads: heads.slice(0, most.matrix)};
  const highest = Math.max(...cells.map(({value}) => Math.abs(value ?? 0))) || 1;
  const named = cells.map(({keys, value, suppressed}) => ({
    name: keys.map((key, i) => groupName(columns[i]!, key, locale)).join(" × "),
    value,
    suppressed,
  }));
  const kept = (keys: Grouped["keys"]): boolean =>
    shown.lines.some((l) => l.key === JSON.stringify(keys[0])) &&
    shown.heads.some((h) => h.key === JSON.stringify(keys[1]));
  const drawn = cells.filter(({keys}) => kept(keys));
  return {
    title: by(measure, [down, across], site),
    says: saysLargest(named, measure, report, locale),
    note: cut(drawn.length, cells.length, site),
    draw: (options) =>
      matrix(
        shown.lines,
        shown.heads,
        drawn.map(({keys, value, suppressed}) => ({
          row: JSON.stringify(keys[0]),
          column: JSON.stringify(keys[1]),
          text: value === null ? "–" : shortMeasure(measure, value, report, locale),
          title:
            value === null
              ? suppressed
                ? word("suppressed", locale)
                : "–"
              : exactMeasure(measure, value, report, locale),
          colour: value === null ? null : value < 0 ? "down" : "up",
          strength: Math.abs(value ?? 0) / highest,
        })),
        {rows: down.label[locale], columns: across.label[locale]},
        options,
      ),
  };
}
