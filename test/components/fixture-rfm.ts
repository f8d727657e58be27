import {segmentCells} from "../../src/components/segments.js";
import type {MovementRow, RfmBand} from "../../src/cubes/value.js";
import type {Cubes, RfmRow, RfmScheme} from "../../src/cubes.js";
import {type Customer, sum} from "./fixture-customers.js";
import {dates} from "./fixture-report.js";
import {moneyOf, type Scored, schemes, scored, scores} from "./fixture-scores.js";

/** The customers at one as-of date. */
export interface Dated {
  as_of: string;
  customers: Customer[];
}

/** Hides the measures of a row that holds fewer customers than may be published. */
export type Hide = <T extends {customers: number | null; suppressed: boolean}>(row: T) => T;

const mean = (xs: number[]): number => Math.round((10 * sum(xs, (x) => x)) / xs.length) / 10;
const totals = (group: readonly Customer[]) => ({
  customers: group.length,
  orders: sum(group, (c) => c.orders),
  revenue: sum(group, (c) => c.revenue),
  profit: sum(group, (c) => c.profit),
  suppressed: false,
});

function cellsOf(rows: readonly Scored[], scheme: RfmScheme): RfmRow[] {
  return scores.flatMap((r) =>
    scores.flatMap((f) =>
      scores.flatMap((m) => {
        const group = rows.filter((c) => c.r === r && c.f === f && c.m === m);
        if (group.length === 0) return [];
        return [{scheme, r, f, m, ...totals(group), recency_days: mean(group.map((c) => c.days))}];
      }),
    ),
  );
}

/** The cubes of the 125 cells: cells, thresholds, scores over time, and the largest customers of each cell. */
export function rfmCubes(
  byDate: readonly Dated[],
  hide: Hide,
): Pick<Cubes, "rfm" | "rfm-thresholds" | "rfm-over-time" | "rfm-members"> {
  const now = byDate.at(-1)!.customers;
  const all = schemes.map((scheme) => ({scheme, rows: scored(now, scheme)}));
  return {
    rfm: all.flatMap(({scheme, rows}) => cellsOf(rows, scheme)).map(hide),
    "rfm-thresholds": all.flatMap(({scheme, rows}) =>
      (["r", "f", "m"] as const).flatMap((axis) =>
        scores.flatMap((score) => {
          const of = {r: (c: Customer) => c.days, f: (c: Customer) => c.orders, m: moneyOf(scheme)}[axis];
          const group = rows.filter((c) => c[axis] === score).map(of);
          if (group.length === 0) return [];
          return [
            {
              scheme,
              axis,
              score,
              lowest: Math.min(...group),
              highest: Math.max(...group),
              customers: group.length,
              suppressed: false,
            },
          ];
        }),
      ),
    ),
    "rfm-over-time": byDate.flatMap((d) => {
      const rows = scored(d.customers, "together");
      return (["r", "f", "m"] as const).flatMap((axis) =>
        scores.map((score) => {
          const group = rows.filter((c) => c[axis] === score);
          return {
            as_of: d.as_of,
            axis,
            score,
            customers: group.length,
            revenue: sum(group, (c) => c.revenue),
            suppressed: false,
          };
        }),
      );
    }),
    "rfm-members": all.flatMap(({scheme, rows}) =>
      cellsOf(rows, scheme).flatMap(({r, f, m}) =>
        rows
          .filter((c) => c.r === r && c.f === f && c.m === m)
          .sort((a, b) => b.revenue - a.revenue || (a.id < b.id ? -1 : 1))
          .slice(0, 5)
          .map((c) => ({
            scheme,
            r,
            f,
            m,
            customer_id: c.id,
            name: c.name,
            recency_days: c.days,
            orders: c.orders,
            revenue: c.revenue,
            profit: c.profit,
          })),
      ),
    ),
  };
}

const map = new Map(segmentCells([]).map((c) => [`${c.r}${c.f}`, c.segment]));
const segmentOf = (c: Scored): string => map.get(`${c.r}${c.f}`)!;

/** Each customer's segment at a date. */
export const segmentsAt = ({customers}: Dated): Map<string, string> =>
  new Map(scored(customers, "together").map((c) => [c.id, segmentOf(c)]));

/** Groups by a class, in the order in which the classes first come. */
function grouped<T>(rows: readonly T[], of: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(of(row), [...(groups.get(of(row)) ?? []), row]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Who moved between classes from the quarter end a year ago, and from the last one, to the newest date. What is frozen is
 * made by moving a few fewer.
 */
export function movementOf(
  model: MovementRow["model"],
  byDate: readonly Dated[],
  classesOf: (d: Dated) => Map<string, string>,
  money: "revenue" | "profit",
): MovementRow[] {
  const last = byDate.at(-1)!;
  return [byDate.at(-5)!, byDate.at(-2)!].flatMap((first) => {
    const before = new Map(first.customers.map((c) => [c.id, c]));
    const [was, is] = [classesOf(first), classesOf(last)];
    return (["frozen", "recomputed"] as const).flatMap((thresholds) => {
      const to = (c: Customer, i: number): string =>
        thresholds === "frozen" && i % 9 === 0 ? (was.get(c.id) ?? is.get(c.id)!) : is.get(c.id)!;
      const moves = last.customers.map((c, i) => ({
        c,
        pair: `${was.get(c.id) ?? "arrived"} ${to(c, i)}`,
      }));
      return grouped(moves, (m) => m.pair).map(([pair, group]) => {
        const [from_class, to_class] = pair.split(" ") as [string, string];
        return {
          model,
          from: first.as_of,
          to: last.as_of,
          thresholds,
          from_class,
          to_class,
          customers: group.length,
          money_before: sum(group, (g) => before.get(g.c.id)?.[money] ?? 0),
          money_after: sum(group, (g) => g.c[money]),
          suppressed: false,
        };
      });
    });
  });
}

/** The cubes of segments and bands, and who moved between segments. */
export function rfmClassCubes(
  byDate: readonly Dated[],
  hide: Hide,
): Pick<Cubes, "rfm-segments" | "rfm-bands"> & {movement: MovementRow[]} {
  const at = new Map(byDate.map((d) => [d.as_of, scored(d.customers, "together")]));
  const band = (rows: readonly Scored[]): Map<string, RfmBand> => {
    const ranked = [...rows].sort(
      (a, b) => b.r * b.f * b.m - a.r * a.f * a.m || b.revenue - a.revenue || (a.id < b.id ? -1 : 1),
    );
    const n = ranked.length;
    return new Map(
      ranked.map((c, i) => [
        c.id,
        i < Math.ceil(0.2 * n) ? "keep" : i >= n - Math.floor(0.2 * n) ? "avoid" : "invest",
      ]),
    );
  };
  return {
    "rfm-segments": dates.flatMap((as_of) =>
      grouped(at.get(as_of)!, segmentOf).map(([segment, group]) => hide({as_of, segment, ...totals(group)})),
    ),
    "rfm-bands": dates.flatMap((as_of) => {
      const rows = at.get(as_of)!;
      const bands = band(rows);
      return grouped(rows, (c) => bands.get(c.id)!).map(([name, group]) =>
        hide({as_of, band: name as RfmBand, ...totals(group)}),
      );
    }),
    movement: movementOf(
      "rfm_segment",
      byDate,
      (d) => new Map(at.get(d.as_of)!.map((c) => [c.id, segmentOf(c)])),
      "revenue",
    ).map(hide),
  };
}
