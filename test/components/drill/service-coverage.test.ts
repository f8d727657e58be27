import {describe, expect, it} from "vitest";
import {type CellMark, cellCode, isOf, parseCellMark} from "../../../src/components/drill/cell-mark.js";
import {parseMark} from "../../../src/components/drill/mark.js";
import {coverageFigures} from "../../../src/components/filter/live-figures/coverage.js";
import type {LiveFigure} from "../../../src/components/filter/live-figures/live-figure.js";
import {serviceFigures} from "../../../src/components/filter/live-figures/service.js";
import {tableSpec} from "../../../src/components/filter/tables.js";
import {count, exactMoney, percent} from "../../../src/components/formats.js";
import type {Site} from "../../../src/components/site.js";
import type {CubeName, Cubes, Locale} from "../../../src/cubes.js";
import {fixtureCubes} from "../fixtures/cubes.js";
import {siteOf, type Titled, titled} from "../titled-marks.js";

type Row = Record<string, number | string | boolean | null>;

/** The figures of service and of coverage that answer to filters, by id. */
const figuresOf = (site: Site): Record<string, LiveFigure> => ({
  ...serviceFigures(site),
  ...coverageFigures(site),
});
const drawn = (id: string, site: Site): Titled[] => titled(figuresOf(site)[id]!.exhibit(site, null), site);

const all = {analysts: fixtureCubes("analysts"), executives: fixtureCubes("executives")};

/** The rows of a mark's cube that are in its cells, under the names that its table gives them. */
function rowsOf({table, cells}: CellMark, cubes: Cubes): Row[] {
  const rows = cubes[tableSpec(table).cube as CubeName] as unknown as Row[];
  const newest = cubes.report.as_of;
  return rows
    .filter(({as_of}) => as_of === undefined || as_of === newest)
    .map((row): Row => ("band" in row ? {...row, time_band: row.band!} : row))
    .filter((row) => isOf({kind: "cells", table, cells, as_of: null}, cellCode(table, row)));
}

const sum = (rows: readonly Row[], measure: string): number =>
  rows.reduce((total, row) => total + ((row[measure] as number | null) ?? 0), 0);

/** What one of a mark's quantities may say of its rows, by figure; the others of the cube are given too. */
const told: Record<string, (rows: Row[], cube: Row[], site: Site) => string[]> = {
  "complaint-funnel": (rows, _, {locale}) => [count(sum(rows, "complaints"), locale)],
  "complaint-quarters": (rows, cube, {locale}) => {
    const kept = sum(rows, "complaints");
    const due = cube.filter((row) => row.quarter === rows[0]!.quarter && row.timing !== "in_time");
    const [k, n] = [count(kept, locale), count(sum(due, "complaints"), locale)];
    return [
      `${percent(kept / sum(due, "complaints"), locale)}${locale === "zh" ? `（${n}件中${k}件）` : ` (${k} of ${n})`}`,
    ];
  },
  "complaint-times": (rows, _, {locale}) => [count(sum(rows, "complaints"), locale)],
  "complaint-kept": bought,
  "survey-repurchase": bought,
  "complaint-aftermath": (rows, _, {locale}) => [part(sum(rows, "bought"), sum(rows, "customers"), locale)],
  "service-levels": (rows, _, {locale, cubes: {report}}) => [
    `${count(sum(rows, "customers"), locale)} · ${exactMoney(sum(rows, "revenue"), report, locale)}`,
  ],
  "service-depth": (rows, _, {locale}) => [count(sum(rows, "customers"), locale)],
  "survey-loop": (rows, _, {locale}) => [count(sum(rows, "surveys"), locale)],
  "survey-differences": (rows, _, {locale}) => [count(sum(rows, "customers"), locale)],
  loyalty: (rows, _, {locale, cubes: {report}}) => [
    count(sum(rows, "customers"), locale),
    exactMoney(sum(rows, "revenue"), report, locale),
  ],
  "visit-plan": (rows, _, {locale}) => {
    const [due, met, over] = ["due", "met", "over_contacts"].map((m) => count(sum(rows, m), locale));
    return locale === "zh"
      ? [`应访${due}次，完成${met}次，超出${over}次`]
      : [`${due} due, ${met} of them held, ${over} above the maximum`];
  },
  effort: (rows, cube, {locale}) =>
    ["customers", "contacts", "cost", "profit"].map((m) => percent(sum(rows, m) / sum(cube, m), locale)),
  "channel-mix": contacts,
  "contacts-by-initiated-by": contacts,
  "contacts-by-content": contacts,
  "contact-goals": contacts,
  "contact-hours": contacts,
  "cost-to-serve": (rows, _, {locale, cubes: {report}}) =>
    [sum(rows, "profit"), sum(rows, "cost"), sum(rows, "profit") - sum(rows, "cost")].map((x) =>
      exactMoney(x, report, locale),
    ),
  touchpoints: (rows, _, {locale, cubes}) => [
    percent(sum(rows, "customers") / cubes.read("coverage-period").customers, locale),
  ],
  "contact-effect": (rows, _, {locale, cubes: {report}}) =>
    ["before", "after"].map((m) =>
      exactMoney(Math.round(sum(rows, m) / sum(rows, "customers")), report, locale),
    ),
  lifecycle: (rows, _, {locale, cubes: {report}}) => [
    count(sum(rows, "customers"), locale),
    exactMoney(sum(rows, "revenue"), report, locale),
  ],
};

function contacts(rows: Row[], _: Row[], {locale}: Site): string[] {
  return [count(sum(rows, "contacts"), locale)];
}

function part(of: number, whole: number, locale: Locale): string {
  return locale === "zh"
    ? `${percent(of / whole, locale)}（${count(of, locale)}/${count(whole, locale)}）`
    : `${percent(of / whole, locale)} (${count(of, locale)} of ${count(whole, locale)})`;
}

function bought(rows: Row[], _: Row[], {locale}: Site): string[] {
  const again = sum(
    rows.filter((r) => r.buying === "buying"),
    "customers",
  );
  return [part(again, sum(rows, "customers"), locale)];
}

/** Whether words hold a text that no digit runs on from. */
const holds = (words: string, text: string): boolean =>
  words
    .split(text)
    .slice(1)
    .some((after, i) => !/\d[.,]?$/.test(words.split(text)[i]!) && !/^[.,]?\d/.test(after));

const ids = Object.keys(told);
/** Words that stand for no customers, or for too few to be shown of. */
const ofNobody =
  /: (suppressed|–|—|0\b.*|(wanted, not met|not asked for)( \(0%\))?|as needed|\d.* a (month|quarter|half-year|year))$/;

describe.each(["analysts", "executives"] as const)(
  "the marks of service and coverage, for %s",
  (audience) => {
    const cubes: Cubes = all[audience];

    it.each(ids)("say of their own customers what they stand for: %s", (id) => {
      for (const locale of ["en", "zh"] as const) {
        const site = siteOf(cubes, locale);
        const {tables} = figuresOf(site)[id]!;
        const marked = drawn(id, site).filter(({mark}) => mark !== null);
        if (audience === "analysts") expect(marked.length).toBeGreaterThan(0);
        for (const {mark: text, words} of marked) {
          const mark = parseMark(text) as CellMark;
          expect([text, mark?.kind]).toEqual([text, "cells"]);
          expect(tables).toContain(mark.table);
          const cube = cubes[tableSpec(mark.table).cube as CubeName] as unknown as Row[];
          const said = told[id]!(rowsOf(mark, cubes), cube, site);
          expect([words, said.some((one) => holds(words, one)), said]).toEqual([words, true, said]);
        }
      }
    });

    it.each(ids)("are all that stand for customers: %s", (id) => {
      for (const {mark, words} of drawn(id, siteOf(cubes, "en"))) {
        // Twins stand for others than those in the table's cells.
        const without = ofNobody.test(words) || /, no complaint: |^claimed/.test(words);
        expect([words, mark === null]).toEqual([words, without]);
      }
    });

    it("write colons and commas as their language does", () => {
      for (const id of [...ids, "whale-after-cost"])
        for (const {words} of drawn(id, siteOf(cubes, "zh"))) expect(words).not.toMatch(/: |, /);
    });
  },
);

describe("a mark of nobody, or of customers that are hidden", () => {
  /** The rows of each cube with nobody in every third, and every fourth hidden. */
  function thinned(): Cubes {
    const cubes = fixtureCubes("analysts");
    const names = new Set(
      ids.flatMap((id) => figuresOf(siteOf(cubes, "en"))[id]!.tables.map((table) => tableSpec(table).cube)),
    );
    names.delete("coverage-period");
    names.delete("complaint-summary");
    const emptied = (row: Row, to: 0 | null): Row =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          name === "suppressed" ? to === null : measures.has(name) ? to : value,
        ]),
      );
    for (const name of names)
      Object.assign(cubes, {
        [name]: (cubes[name as CubeName] as unknown as Row[]).map((row, i) =>
          i % 3 === 0 ? emptied(row, 0) : i % 4 === 0 ? emptied(row, null) : row,
        ),
      });
    return cubes;
  }
  const measures = new Set(
    "customers complaints surveys contacts cost revenue profit due held met over_contacts planned cancelled before after bought orders_before orders_after revenue_before revenue_after begun_by_customer known below".split(
      " ",
    ),
  );

  it.each(ids)("is none: %s", (id) => {
    const cubes = thinned();
    for (const {mark, words} of drawn(id, siteOf(cubes, "en"))) {
      if (mark === null) continue;
      const rows = rowsOf(parseCellMark(mark)!, cubes);
      expect([words, rows.some((row) => (row.customers as number | null) ?? 0)]).not.toEqual([words, false]);
      expect([words, sum(rows, "customers") > 0]).toEqual([words, true]);
    }
  });
});
