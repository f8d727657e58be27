import {describe, expect, it} from "vitest";
import {addsUp, type CellMark, cellCode, isOf} from "../../../src/components/drill/cell-mark.js";
import type {DrillTable} from "../../../src/components/drill/drill-tables.js";
import {parseMark} from "../../../src/components/drill/mark.js";
import type {Exhibit} from "../../../src/components/exhibits/exhibit.js";
import {movesExhibit} from "../../../src/components/exhibits/movement/moves.js";
import {knownDays} from "../../../src/components/exhibits/movement/pairs.js";
import {movesOf} from "../../../src/components/exhibits/movement/told.js";
import {
  assessmentAgesExhibit,
  walletAgesExhibit,
} from "../../../src/components/exhibits/relationship/ages.js";
import {contactPatternExhibit} from "../../../src/components/exhibits/relationship/contacts.js";
import {leanByStageExhibit, leanExhibit} from "../../../src/components/exhibits/relationship/reliance.js";
import {crossExhibit} from "../../../src/components/exhibits/relationship/stage-cross.js";
import {stagesOverTimeExhibit} from "../../../src/components/exhibits/relationship/stages-over-time.js";
import {walletGapExhibit} from "../../../src/components/exhibits/relationship/wallet-gap.js";
import {alertsBySignal, alertsOverTime} from "../../../src/components/exhibits/warning/alerts.js";
import {churnExhibit} from "../../../src/components/exhibits/warning/churn.js";
import {opportunitiesExhibit} from "../../../src/components/exhibits/warning/opportunities.js";
import {customerTypesExhibit} from "../../../src/components/exhibits/warning/types.js";
import {count, exactMoney, number, percent} from "../../../src/components/formats.js";
import type {Site} from "../../../src/components/site.js";
import {word} from "../../../src/components/terms.js";
import type {Cubes} from "../../../src/cubes.js";
import {fixtureCubes} from "../fixtures/cubes.js";
import {siteOf, titled} from "../titled-marks.js";

const locales = ["en", "zh"] as const;
const audiences = ["analysts", "executives"] as const;

type Row = Record<string, string | number | boolean | null>;

/** A figure whose marks name cells: the table, the rows of the fixture that are its cells, and how a value is written. */
interface Marked {
  table: DrillTable;
  draw: (site: Site) => Exhibit;
  cells: (cubes: Cubes) => readonly object[];
  /** What one of the values is that the words of a mark may give, of the mark's rows. */
  values: (rows: readonly Row[], site: Site) => string[];
}

const sum = (rows: readonly Row[], of: string): number =>
  rows.reduce((all, row) => all + ((row[of] as number | null) ?? 0), 0);
const customers: Marked["values"] = (rows, {locale}) => [count(sum(rows, "customers"), locale)];
const cash =
  (...of: string[]): Marked["values"] =>
  (rows, {locale, cubes}) =>
    of.map((name) => exactMoney(sum(rows, name), cubes.report, locale));
const share =
  (of: string, whole: string): Marked["values"] =>
  (rows, {locale}) => [percent(sum(rows, of) / sum(rows, whole), locale)];
const oneOf =
  (...all: Marked["values"][]): Marked["values"] =>
  (rows, site) =>
    all.flatMap((values) => values(rows, site));
const gap = (dimension: string): Marked => ({
  table: "wallet-segments",
  draw: (site) => walletGapExhibit(site, [dimension]),
  cells: (cubes) => cubes["wallet-segments"].map(({part, ...row}) => ({...row, gap_part: part})),
  values: oneOf(cash("gap"), share("ours", "category_spend")),
});
const moved: Marked["cells"] = (cubes) => movesOf(siteOf(cubes, "en")).of(yearOf(cubes, "grid_stage"));

function yearOf({report}: Cubes, model: "grid_stage" | "abc") {
  return {model, from: knownDays(report).from[0]!, to: report.as_of};
}

const figures: Record<string, Marked> = {
  "assessment-ages": {
    table: "assessment-ages",
    draw: assessmentAgesExhibit,
    cells: (cubes) => cubes["assessment-ages"],
    values: customers,
  },
  "wallet-ages": {
    table: "wallet-ages",
    draw: walletAgesExhibit,
    cells: (cubes) => cubes["wallet-ages"],
    values: customers,
  },
  "contact-pattern": {
    table: "contact-pattern",
    draw: contactPatternExhibit,
    // A stage's customers who were met or not, visited or not: here all in one cell.
    cells: (cubes) => cubes["contact-pattern"].map((row) => ({...row, met: true, senior: true})),
    values: oneOf(
      (rows, {locale}) => [sum(rows, "departments"), sum(rows, "people")].map((x) => number(x, locale)),
      share("senior_customers", "customers"),
    ),
  },
  lean: {
    table: "grid",
    draw: leanExhibit,
    cells: (cubes) => cubes.grid.filter((row) => row.as_of === cubes.report.as_of),
    values: oneOf(customers, cash("revenue", "profit")),
  },
  "lean-by-stage": {
    table: "grid",
    draw: leanByStageExhibit,
    cells: (cubes) => cubes.grid.filter((row) => row.as_of === cubes.report.as_of),
    values: customers,
  },
  "stage-cross": {
    table: "stage-cross",
    draw: crossExhibit,
    cells: (cubes) => cubes["stage-cross"],
    values: customers,
  },
  "grid-over-time": {
    table: "grid-over-time",
    draw: (site) => stagesOverTimeExhibit(site, "grid"),
    cells: (cubes) => cubes.grid,
    values: customers,
  },
  "wallet-over-time": {
    table: "wallet-over-time",
    draw: (site) => stagesOverTimeExhibit(site, "wallet"),
    cells: (cubes) => cubes.wallet,
    values: customers,
  },
  "wallet-gap-abc": gap("abc"),
  "wallet-gap-rfm-segment": gap("rfm_segment"),
  "wallet-gap-region": gap("region"),
  "wallet-gap-industry": gap("industry"),
  "alerts-by-signal": {
    table: "alerts",
    draw: alertsBySignal,
    cells: (cubes) => cubes.alerts.filter((row) => row.as_of === cubes.report.as_of),
    values: customers,
  },
  "alerts-over-time": {
    table: "alert-accounts",
    draw: alertsOverTime,
    cells: (cubes) => cubes["alert-accounts"],
    values: customers,
  },
  "customer-types": {
    table: "customer-types",
    draw: customerTypesExhibit,
    cells: (cubes) => cubes["customer-types"],
    values: oneOf(customers, cash("revenue")),
  },
  opportunities: {
    table: "opportunities",
    draw: opportunitiesExhibit,
    cells: (cubes) => cubes.opportunities,
    values: customers,
  },
  churn: {
    table: "churn",
    draw: churnExhibit,
    cells: (cubes) => cubes.churn.map((row) => ({...row, gone: true})),
    values: oneOf(share("lost", "customers"), share("revenue_lost", "revenue")),
  },
  moves: {
    table: "moves-grid-stage",
    draw: (site) => movesExhibit(site, ["grid_stage"]),
    cells: moved,
    values: customers,
  },
};

/** The rows of a mark: those of its cells, at its date. */
function rowsOf(mark: CellMark, cells: readonly object[]): Row[] {
  return (cells as readonly Row[]).filter(
    (row) => isOf(mark, cellCode(mark.table, row)) && (mark.as_of === null || row.as_of === mark.as_of),
  );
}

/** Whether one of the numbers in a value is one of those written. */
function says(value: string, told: readonly string[]): boolean {
  return told.some((text) => {
    const [before, after] = [
      value.slice(0, value.indexOf(text)),
      value.slice(value.indexOf(text) + text.length),
    ];
    return value.includes(text) && !/[\d.,]$/.test(before) && !/^[.,]?\d/.test(after);
  });
}

describe.each(Object.entries(figures))("the marks of %s", (_, {table, draw, cells, values}) => {
  const cases = audiences.flatMap((audience) => locales.map((locale) => [audience, locale] as const));

  it.each(cases)("stand for the cells that their words are of: %s, %s", (audience, locale) => {
    const cubes = fixtureCubes(audience);
    const site = siteOf(cubes, locale);
    const drawn = titled(draw(site), site).filter(({mark}) => mark !== null);
    expect(drawn.length).toBeGreaterThan(2);
    for (const {name, value, mark: text} of drawn) {
      const mark = parseMark(text) as CellMark;
      expect(mark, text!).toMatchObject({kind: "cells", table});
      const own = rowsOf(mark, cells(cubes));
      expect(own.length, `${text} of ${name}`).toBeGreaterThan(0);
      expect(says(value, values(own, site)), `${name}|${value}|${values(own, site)}`).toBe(true);
      if (own.length > 1) expect(addsUp(mark), text!).toBe(true);
    }
  });

  it.each(cases)("are of all that hold somebody who may be told of: %s, %s", (audience, locale) => {
    const cubes = fixtureCubes(audience);
    // An invented stage without customers has means all the same.
    cubes["contact-pattern"] = cubes["contact-pattern"].filter((row) => row.customers !== 0);
    const site = siteOf(cubes, locale);
    for (const {name, value, mark} of titled(draw(site), site)) {
      const nobody = value === "0" || /^0[^\d.,]/.test(value) || value.startsWith(word("suppressed", locale));
      if (nobody) expect(mark, name + value).toBeNull();
      else expect(mark, name + value).not.toBeNull();
    }
  });
});
