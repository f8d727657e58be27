import {describe, expect, it} from "vitest";
import {type CellMark, cellCode, isOf} from "../../../src/components/drill/cell-mark.js";
import type {DrillTable} from "../../../src/components/drill/drill-tables.js";
import {parseMark} from "../../../src/components/drill/mark.js";
import {abcExhibit} from "../../../src/components/exhibits/abc.js";
import {abcOverTimeExhibit} from "../../../src/components/exhibits/abc-over-time.js";
import type {Exhibit} from "../../../src/components/exhibits/exhibit.js";
import {aliveExhibit, partsExhibit} from "../../../src/components/exhibits/lifetime.js";
import {capturedExhibit} from "../../../src/components/exhibits/methods.js";
import {movementExhibit} from "../../../src/components/exhibits/movement.js";
import {pyramidExhibit} from "../../../src/components/exhibits/pyramids.js";
import {slicesExhibit} from "../../../src/components/exhibits/rfm.js";
import {bandsExhibit} from "../../../src/components/exhibits/rfm-bands.js";
import {scoresExhibit} from "../../../src/components/exhibits/scores-over-time.js";
import {segmentsOverTimeExhibit} from "../../../src/components/exhibits/segments-over-time.js";
import {count, exactMoney, percent} from "../../../src/components/formats.js";
import type {Site} from "../../../src/components/site.js";
import {word} from "../../../src/components/terms.js";
import type {MovementRow} from "../../../src/cubes/value.js";
import type {Audience, Cubes, Locale} from "../../../src/cubes.js";
import {fixtureCubes} from "../fixtures/cubes.js";
import {siteOf, titled} from "../titled-marks.js";

type Row = Record<string, string | number | boolean | null>;

/** What the words of a mark may say, of its rows and of all rows that stand beside them. */
type Values = (own: readonly Row[], all: readonly Row[], site: Site) => string[];

/** A figure whose marks name cells: their table, the rows that are its cells, and what its values are. */
interface Marked {
  table: DrillTable;
  draw: (site: Site) => Exhibit;
  cells: (cubes: Cubes) => readonly object[];
  values: Values;
}

const sum = (rows: readonly Row[], of: string): number =>
  rows.reduce((all, row) => all + ((row[of] as number | null) ?? 0), 0);
const customers: Values = (own, _, {locale}) => [count(sum(own, "customers"), locale)];
const shares =
  (...of: string[]): Values =>
  (own, all, {locale}) =>
    of.map((name) => percent(sum(own, name) / sum(all, name), locale));
const cash =
  (...of: string[]): Values =>
  (own, _, {locale, cubes}) =>
    of.map((name) => exactMoney(sum(own, name), cubes.report, locale));
const any =
  (...each: Values[]): Values =>
  (own, all, site) =>
    each.flatMap((values) => values(own, all, site));

const now = <R extends {as_of: string}>(rows: readonly R[], {report}: Cubes): R[] =>
  rows.filter((row) => row.as_of === report.as_of);

/** The moves of a model that its table holds: those over the first span. */
function overAYear({movement}: Cubes, model: "metal" | "rfm_segment"): MovementRow[] {
  const own = movement.filter((row) => row.model === model);
  const [from] = own.map((row) => row.from).sort();
  return own.filter((row) => row.from === from);
}

const moves = (model: "metal" | "rfm_segment", thresholds: "frozen" | "recomputed"): Marked => ({
  table: model === "metal" ? "movement-metal" : "movement-segments",
  draw: (site) => movementExhibit(site, [model, thresholds]),
  cells: (cubes) => overAYear(cubes, model).filter((row) => row.thresholds === thresholds),
  values: customers,
});
const pyramid = (name: "hsbc" | "chase" | "value_type"): Marked => ({
  table: "pyramids",
  draw: (site) => pyramidExhibit(site, [name]),
  cells: (cubes) => now(cubes.pyramid, cubes),
  values: any(customers, cash("profit")),
});
const scheme = (name: "ntile" | "nested" | "fixed" | "airline" | "custom"): Marked => ({
  table: `rfm-${name}`,
  draw: (site) => slicesExhibit(site, [name, "customers"]),
  cells: ({rfm}) => rfm.filter((row) => row.scheme === name),
  values: customers,
});

const figures: Record<string, Marked> = {
  "abc by value and profit": {
    table: "abc",
    draw: (site) => abcExhibit(site, ["by-value", "profit"]),
    cells: (cubes) =>
      now(cubes.abc, cubes).filter(
        (row) => row.preset === "by-value" && row.measure === "profit" && row.class !== "none",
      ),
    values: shares("customers", "revenue", "profit"),
  },
  "abc over time": {
    table: "abc-over-time",
    draw: abcOverTimeExhibit,
    cells: ({abc, report}) =>
      abc.filter(
        (row) =>
          row.preset === report.primary_abc_preset &&
          row.measure === report.primary_abc_measure &&
          row.class !== "none",
      ),
    values: shares("revenue"),
  },
  bands: {
    table: "rfm-bands",
    draw: bandsExhibit,
    cells: (cubes) => now(cubes["rfm-bands"], cubes),
    values: any(customers, cash("revenue", "profit")),
  },
  "segments over time": {
    table: "segments-over-time",
    draw: segmentsOverTimeExhibit,
    cells: (cubes) => cubes["rfm-segments"],
    values: customers,
  },
  "scores over time": {
    table: "scores-over-time",
    draw: scoresExhibit,
    cells: (cubes) => cubes["rfm-over-time"],
    values: customers,
  },
  "another scheme": scheme("ntile"),
  "the nested scheme": scheme("nested"),
  "fixed breaks": scheme("fixed"),
  "the airline’s scheme": scheme("airline"),
  "own breaks": scheme("custom"),
  "moves of the pyramid, frozen": moves("metal", "frozen"),
  "moves of the pyramid, recomputed": moves("metal", "recomputed"),
  "moves of the segments, frozen": moves("rfm_segment", "frozen"),
  "moves of the segments, recomputed": moves("rfm_segment", "recomputed"),
  "HSBC’s pyramid": pyramid("hsbc"),
  "Chase’s groups": pyramid("chase"),
  "value types": pyramid("value_type"),
  "lifetime parts": {
    table: "lifetime-parts",
    draw: partsExhibit,
    cells: (cubes) => now(cubes["lifetime-values"], cubes),
    values: cash("clv_historic", "clv_future"),
  },
  alive: {
    table: "alive",
    draw: aliveExhibit,
    cells: (cubes) => cubes["lifetime-alive"],
    values: customers,
  },
  captured: {
    table: "methods",
    draw: (site) => capturedExhibit(site),
    cells: ({methods}) => methods.map((row) => ({...row, as_of: row.cut, in_top: true})),
    values: (own, _, {locale}) => [percent(sum(own, "captured"), locale)],
  },
};

/** Whether one of the numbers in a value is one of those written. */
function says(value: string, told: readonly string[]): boolean {
  return told.some((text) => {
    const at = value.indexOf(text);
    return at >= 0 && !/[\d.,]$/.test(value.slice(0, at)) && !/^[.,]?\d/.test(value.slice(at + text.length));
  });
}

const cases = (["analysts", "executives"] as const).flatMap((audience) =>
  (["en", "zh"] as const).map((locale): [Audience, Locale] => [audience, locale]),
);

describe.each(Object.entries(figures))("the marks of %s", (_, {table, draw, cells, values}) => {
  it.each(cases)("stand for the cells that their words are of: %s, %s", (audience, locale) => {
    const cubes = fixtureCubes(audience);
    const site = siteOf(cubes, locale);
    const all = cells(cubes) as Row[];
    const drawn = titled(draw(site), site).filter(({mark}) => mark !== null);
    // For executives whole figures may be too small to be shown.
    if (audience === "analysts") expect(drawn.length).toBeGreaterThan(2);
    for (const {name, value, mark: text} of drawn) {
      const mark = parseMark(text) as CellMark;
      expect(mark, text!).toMatchObject({kind: "cells", table});
      const own = all.filter(
        (row) => isOf(mark, cellCode(mark.table, row)) && (mark.as_of ?? row.as_of) === row.as_of,
      );
      const beside = all.filter((row) => (mark.as_of ?? row.as_of) === row.as_of);
      const told = values(own, beside, site);
      expect(own.length, `${text} of ${name}`).toBe(1);
      expect(says(value, told), `${name}: ${value}, not ${told}`).toBe(true);
    }
  });

  it.each(cases)("are of all that hold somebody who may be told of: %s, %s", (audience, locale) => {
    const site = siteOf(fixtureCubes(audience), locale);
    for (const {name, value, mark} of titled(draw(site), site)) {
      const nobody =
        value.startsWith(word("suppressed", locale)) ||
        /^0($|[^\d.,%])|^(no customers|无客户)$/.test(value) ||
        // A method's mean is of several dates.
        (table === "methods" && !/\d/.test(name));
      if (nobody) expect(mark, `${name}: ${value}`).toBeNull();
      else expect(mark, `${name}: ${value}`).not.toBeNull();
    }
  });
});
