import {aliveBars} from "../../src/components/charts/alive-bars.js";
import {capturedDots} from "../../src/components/charts/captured-dots.js";
import {catchCurves} from "../../src/components/charts/catch-curves.js";
import type {ChartOptions} from "../../src/components/charts/chart-options.js";
import {funnelBars} from "../../src/components/charts/funnel-bars.js";
import {holdoutLines} from "../../src/components/charts/holdout-lines.js";
import {hourHeat} from "../../src/components/charts/hour-heat.js";
import {lifetimeParts} from "../../src/components/charts/lifetime-parts.js";
import {matrix} from "../../src/components/charts/matrix.js";
import {rateIntervals} from "../../src/components/charts/rate-intervals.js";
import type {Shape} from "../../src/components/charts/shape.js";
import {shareIntervals} from "../../src/components/charts/share-intervals.js";
import {stageCross} from "../../src/components/charts/stage-cross.js";
import {whaleAfterCost} from "../../src/components/charts/whale-after-cost.js";
import {customerCount} from "../../src/components/customer-count.js";
import {percent} from "../../src/components/formats.js";
import {gridStages, walletStages} from "../../src/cubes.js";

/** What is known of a place: a number of customers, null where it is suppressed, undefined where there is no row. */
type Known = number | null | undefined;

/** Rows of places, told by numbers, and what their marks have to say. */
interface Case {
  draw: (known: readonly Known[], options: ChartOptions) => Shape;
  /** What the mark of a place says; null where it has none. */
  says: (place: number, known: Known, all: readonly Known[]) => string | null;
}

/** Rows for the places that have one. */
function rowsOf<Row>(known: readonly Known[], row: (place: number, customers: number | null) => Row): Row[] {
  return known.flatMap((customers, place) => (customers === undefined ? [] : [row(place, customers)]));
}

/** So many places has each chart. */
export const places = 10;
const keys = ["a", "b", "c", "d", "e"];
const [five, two] = [keys.map((key) => ({key, name: `Line ${key}`})), keys.slice(0, 2)];
const sides = two.map((key) => ({key, name: `Column ${key}`}));
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/** The share of the most that any place has, in words. */
const shareOf = (customers: number | null): string => percent((customers ?? 0) / 999, "en");
const said = (customers: number | null): string => (customers === null ? "suppressed" : String(customers));

/** Each chart, and what it is told of ten places. */
export const cases: Record<string, Case> = {
  matrix: {
    draw: (known, o) =>
      matrix(
        five,
        sides,
        rowsOf(known, (i, customers) => ({
          row: keys[i % 5]!,
          column: two[Math.floor(i / 5)]!,
          text: said(customers),
          title: `place ${i}: ${said(customers)}`,
          colour: customers === null ? null : "up",
          strength: (customers ?? 0) / 999,
        })),
        {rows: "From", columns: "To"},
        o,
      ),
    says: (i, known) => (known === undefined ? null : `place ${i}: ${said(known)}`),
  },
  hours: {
    draw: (known, o) =>
      hourHeat(
        rowsOf(known, (i, customers) => ({
          weekday: 1 + (i % 7),
          hour: 8 + i,
          share: customers === null ? null : customers / 999,
          text: said(customers),
          title: `place ${i}: ${said(customers)}`,
        })),
        weekdays,
        o,
      ),
    says: (i, known) => (known === undefined ? null : `place ${i}: ${said(known)}`),
  },
  stages: {
    draw: (known, o) =>
      stageCross(
        rowsOf(known, (i, customers) => ({
          grid_stage: gridStages[i % 5]!,
          wallet_stage: walletStages[Math.floor(i / 5)]!,
          customers,
          revenue: null,
          suppressed: customers === null,
        })),
        0,
        o,
      ),
    // Beside what is hidden no share is one of all.
    says: (i, known, all) =>
      known === undefined
        ? null
        : `Grid: ${["nurturing", "initial", "middle", "advanced", "partner"][i % 5]} × Wallet: ${
            i < 5 ? "development" : "initial cooperation"
          }: ${known === null ? "suppressed" : all.includes(null) ? known : `${known} (0%)`}`,
  },
  alive: {
    draw: (known, o) =>
      aliveBars(
        rowsOf(known, (bin, customers) => ({
          bin,
          customers,
          revenue: null,
          clv_future: null,
          suppressed: customers === null,
        })),
        o,
      ),
    says: (i, known) =>
      known === undefined
        ? null
        : `P(alive) ${i * 10}–${i * 10 + 10}%: ${known === null ? "suppressed" : customerCount(known, "en")}`,
  },
  funnel: {
    draw: (known, o) =>
      funnelBars(
        rowsOf(known, (i, count) => ({
          key: String(i),
          name: `Step ${i}`,
          count,
          text: said(count),
          losses: [{name: "lost", count: 3, kind: "lost" as const}],
          lossText: "3 lost, of whom nobody knows where they went or whether they will come back at all",
        })),
        o,
      ),
    says: (i, known) => (typeof known === "number" ? `Step ${i}: ${known}` : null),
  },
  rates: {
    draw: (known, o) =>
      rateIntervals(
        rowsOf(known, (i, customers) => ({
          key: String(i),
          name: `Rate ${i}`,
          share: customers === null ? null : customers / 999,
          low: 0,
          high: 1,
          of: "6 of 84",
          title: `Rate ${i}: ${customers}`,
        })),
        o,
      ),
    says: (i, known) => (typeof known === "number" ? `Rate ${i}: ${known}` : null),
  },
  shares: {
    draw: (known, o) =>
      shareIntervals(
        five,
        sides.map((s) => ({...s, colour: "up"})),
        rowsOf(known, (i, customers) => ({
          group: keys[i % 5]!,
          series: two[Math.floor(i / 5)]!,
          share: customers === null ? null : customers / 999,
          low: 0,
          high: 1,
          text: `${i}: ${customers}`,
        })),
        {low: 0.7, high: 0.9, name: "claimed"},
        o,
      ),
    says: (i, known) =>
      typeof known === "number"
        ? `${five[i % 5]!.name}, ${sides[Math.floor(i / 5)]!.name}: ${i}: ${known}`
        : null,
  },
  lifetime: {
    draw: (known, o) =>
      lifetimeParts(
        rowsOf(known, (i, customers) => ({
          as_of: "2025-12-31",
          part: i + 1,
          below_zero: false,
          customers,
          p_alive: null,
          expected_purchases: null,
          // Money is in hundredths.
          clv_historic: customers === null ? null : 100 * customers,
          clv_future: customers === null ? null : -50 * customers,
          clv: customers === null ? null : 50 * customers,
          suppressed: customers === null,
        })),
        o,
      ),
    says: (i, known) =>
      known === undefined
        ? null
        : `${["1st", "2nd", "3rd"][i] ?? `${i + 1}th`} tenth${known === null ? ": suppressed" : `, value so far: ¥${known}.00`}`,
  },
  catch: {
    draw: (known, o) =>
      catchCurves(
        rowsOf(known, (i, customers) => ({
          key: String(i),
          name: `Rule ${i}`,
          colour: "up",
          points: [
            {share: 0, caught: 0},
            {share: 0.5, caught: (customers ?? 0) / 999},
          ],
        })),
        {x: "across", y: "upwards", at: 0.5},
        o,
      ),
    says: (i, known) => (known === undefined ? null : `Rule ${i}, 50.0%: ${shareOf(known)}`),
  },
  captured: {
    draw: (known, o) => {
      const rows = rowsOf(known, (i, customers) => ({
        method: (["abc", "rfm", "clv", "last_spend", "recency"] as const)[i % 5]!,
        cut: i < 5 ? "2024-12-31" : "2025-03-31",
        until: "2025-12-31",
        customers: 1,
        captured: (customers ?? 0) / 999,
        best_possible: 1,
        rank_correlation: null,
      }));
      const summary = rows
        .filter((r) => r.cut === "2024-12-31")
        .map((r) => ({
          method: r.method,
          cuts: 2,
          mean: r.captured,
          low: null,
          high: null,
          wins: 0,
          rank_correlation: null,
        }));
      return capturedDots(rows, summary, o);
    },
    says: (i, known) => (i > 0 || known === undefined ? null : `ABC, 31 December 2024: ${shareOf(known)}`),
  },
  holdout: {
    draw: (known, o) =>
      holdoutLines(
        rowsOf(known, (frequency, customers) => ({
          calibration_end: "2024-12-31",
          holdout_end: "2025-12-31",
          frequency,
          and_above: false,
          customers: customers ?? 0,
          forecast: "naive" as const,
          actual: 2,
          expected: 3,
          mae: null,
          rmse: null,
        })),
        o,
      ),
    says: (i, known) => (typeof known === "number" ? `naive rate, ${i}: 3.00 (${known})` : null),
  },
  whale: {
    draw: (known, o) =>
      whaleAfterCost(
        rowsOf(known, (i, customers) => ({
          measure: i < 5 ? ("before" as const) : ("after" as const),
          customers: i,
          amount: 100 * (customers ?? 0),
          customer_share: i / 10,
          amount_share: (customers ?? 0) / 999,
          peak: i % 5 === 2,
        })),
        {before: "Before", after: "After"},
        o,
      ),
    says: (i, known) =>
      i % 5 !== 2 || known === undefined
        ? null
        : `${i < 5 ? "Before" : "After"}: ${i} customers, ¥${known ?? 0}.00, ${shareOf(known)}`,
  },
};
