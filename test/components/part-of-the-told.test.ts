import {describe, expect, it} from "vitest";
import {definitions} from "../../loaders/cubes/cubes.js";
import {shapeText} from "../../src/components/charts/shape-text.js";
import {charts} from "../../src/components/exhibits/all.js";
import {figureRows} from "../../src/components/figures/key-figure-rows.js";
import {headlines} from "../../src/components/findings/all.js";
import {kpiNow} from "../../src/components/findings/kpi-now.js";
import {percent} from "../../src/components/formats.js";
import type {Site} from "../../src/components/site.js";
import {sitePages} from "../../src/components/site-map.js";
import type {Cubes, Locale} from "../../src/cubes.js";
import {drawingOptions} from "./chart-rules.js";
import {pageSource} from "./drawn-page.js";
import {fixtureCubes} from "./fixtures/cubes.js";

type Rows = (Record<string, unknown> & {suppressed: boolean})[];

/** What suppression blanks of each cube, where it has any. */
const measures = new Map(
  Object.entries(definitions).flatMap(([name, {suppression}]) =>
    suppression ? [[name as keyof Cubes, suppression.measures as readonly string[]] as const] : [],
  ),
);

/** The cubes with every `step`th row of those that may be suppressed left out, from the `first` on. */
function hidden(cubes: Cubes, step: number, first: number): Cubes {
  const rest = [...measures].map(([name, columns]) => {
    const rows = (cubes[name] ?? []) as unknown as Rows;
    const blank = Object.fromEntries(columns.map((column) => [column, null]));
    return [name, rows.map((row, i) => (i % step === first ? {...row, ...blank, suppressed: true} : row))];
  });
  return {...cubes, ...Object.fromEntries(rest), report: {...cubes.report, smallest_cell: 5}};
}

function siteOf(cubes: Cubes, locale: Locale): Site {
  const find = (name: keyof Cubes) => cubes[name];
  return {locale, cubes: {report: cubes.report, read: find, find, has: () => true}} as unknown as Site;
}

/** Every chart that a page draws, as it is written there. */
const drawn = [
  ...new Set(
    sitePages.flatMap(({slug}) =>
      [...pageSource(slug).matchAll(/\{\{(?:chart|pair) (.*?)\}\}/g)].flatMap((found) =>
        found[1]!.split("|").map((one) => one.trim()),
      ),
    ),
  ),
].filter((one) => charts[one.split(" ")[0]!]);

/** Shares and money. */
const amounts = (text: string): string[] =>
  text.match(/[−-]?[\d.,]+%|[−-]?¥[\d.,]+(?:bn|[KM万亿])?/g)?.map((one) => one.replace(/[.,]$/, "")) ?? [];

/** Amounts of a sentence that doesn't say that it is of what is shown, without those that are called the least. */
const claimed = (sentence: string): string[] =>
  /shown|所示|可显示|未隐去/.test(sentence)
    ? []
    : amounts(sentence.replace(/(?:at least |≥ |至少占?为?)[−-]?¥?[\d.,]+(?:%|bn|[KM万亿])?/gi, ""));

interface Said {
  where: string;
  text: string;
}

/** What a report says in words and numbers: each page's head and figures, and each chart's sentence and labels. */
function allSaid(site: Site): Said[] {
  const options = {...drawingOptions("said", 1080, site.locale), report: site.cubes.report};
  return [
    ...Object.entries(headlines).map(([page, head]) => ({where: `head ${page}`, text: head(site).sentence})),
    ...Object.entries(figureRows).flatMap(([page, row]) =>
      row(site).map(({id, name, value}) => ({where: `figure ${page} ${id}`, text: `${name}: ${value}`})),
    ),
    ...drawn.flatMap((written) => {
      const [name, ...args] = written.split(" ");
      const exhibit = charts[name!]!(site, args);
      if (exhibit.missing) return [];
      const drawing = exhibit.draw(options);
      const words = [
        ...("tag" in drawing ? shapeText(drawing) : drawing.outerHTML).matchAll(
          /<(?:title|tspan|text)\b[^>]*>([^<]+)</g,
        ),
      ].map((found) => found[1]!);
      return [
        {where: `chart ${written}`, text: exhibit.says},
        ...words.map((text) => ({where: `chart ${written}`, text})),
      ];
    }),
  ];
}

/** What the whole report tells at a place, also in its tables. */
function tellable(site: Site): Map<string, Set<string>> {
  const told = new Map<string, Set<string>>();
  const add = (where: string, text: string): void => {
    told.set(where, new Set([...(told.get(where) ?? []), ...amounts(text)]));
  };
  for (const {where, text} of allSaid(site)) add(where, text);
  for (const written of drawn) {
    const [name, ...args] = written.split(" ");
    add(`chart ${written}`, charts[name!]!(site, args).twin.text);
  }
  // Its sentence is of the best segment that is told, and its table counts customers.
  const {customers} = kpiNow(site.cubes.read("kpis"));
  for (const row of site.cubes.read("rfm-segments"))
    add("chart segment-map", percent((row.customers ?? 0) / customers, site.locale));
  return told;
}

/** Axes have other steps where what is drawn is smaller. */
const isTick = (text: string): boolean => /^[−-]?¥?[\d,.]+(?:%|bn|[KM万亿])?$/.test(text.trim());

describe("where cells are left out, no share or money of what is left is told as of all", () => {
  it.each(["en", "zh"] as const)("in any head, figure, sentence or drawing (%s)", (locale) => {
    const cubes = fixtureCubes("analysts");
    const whole = tellable(siteOf(cubes, locale));
    expect(whole.size).toBeGreaterThan(80);
    const anywhere = new Set([...whole.values()].flatMap((told) => [...told]));
    const wrong: string[] = [];
    for (const [step, first] of [
      [3, 0],
      [4, 1],
      [5, 2],
      [7, 3],
    ] as const)
      for (const {where, text} of allSaid(siteOf(hidden(cubes, step, first), locale))) {
        if (isTick(text)) continue;
        // A head may say what stands elsewhere on its page.
        const told = where.startsWith("head") ? anywhere : (whole.get(where) ?? new Set());
        const others = claimed(text).filter((one) => !told.has(one));
        if (others.length > 0) wrong.push(`${where}: ${text} [${others.join(" ")}]`);
      }
    expect([...new Set(wrong)]).toEqual([]);
  });
});
