import {
  type ClassMovementColumns,
  type ClassMovementRow,
  type ClassMovementWayRow,
  type MovementDirection,
  type MovementModel,
  movementModels,
} from "../../../cubes/movement.js";
import type {MovementRow} from "../../../cubes/value.js";
import {monthsBefore} from "../../months-before.js";
import {directionOf} from "../../movement-facts.js";
import {type History, startDays} from "../../whole-window.js";
import {type WentOneWay, wentOneWay} from "./regression-facts.js";

// What the page and its script both need of the cubes of movement: no library is imported here.

/** A model and two of the as-of dates, the first before the second. */
export interface MovePair {
  model: MovementModel;
  from: string;
  to: string;
}

/** The moves that this audience is told: the pairs there are, the rows of one of them, and all of one way together. */
export interface Moves {
  pairs: readonly MovePair[];
  of(pair: MovePair): ClassMovementRow[];
  went(pair: MovePair, direction: MovementDirection): WentOneWay;
}

const keyOf = ({model, from, to}: MovePair): string => `${model} ${from} ${to}`;

function grouped(rows: readonly ClassMovementRow[], ways: readonly ClassMovementWayRow[] = []): Moves {
  const groups = new Map<string, ClassMovementRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  const known = new Map([...rows, ...ways].map((row) => [keyOf(row), row]));
  const pairs = [...known.values()].map(({model, from, to}) => ({model, from, to}));
  const of = (pair: MovePair): ClassMovementRow[] => groups.get(keyOf(pair)) ?? [];
  return {
    pairs: ordered(pairs),
    of,
    went(pair, direction) {
      // The sum of a way may be told where its single moves are too small.
      const way = ways.find((w) => keyOf(w) === keyOf(pair) && w.direction === direction);
      return way && way.customers !== null
        ? {...way, customers: way.customers, exact: true}
        : wentOneWay(of(pair), direction);
    },
  };
}

function ordered(pairs: MovePair[]): MovePair[] {
  const place = (m: MovementModel): number => movementModels.indexOf(m);
  return pairs.sort(
    (a, b) =>
      place(a.model) - place(b.model) || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1),
  );
}

/** Every pair of dates, from the cube that is written as columns. */
export function movesOfColumns(columns: ClassMovementColumns): Moves {
  const value = (list: readonly number[], i: number): number | null => list[i] ?? null;
  return grouped(
    columns.model.map((model, i) => ({
      model: columns.models[model]!,
      from: columns.dates[columns.from[i]!]!,
      to: columns.dates[columns.to[i]!]!,
      from_class: columns.classes[columns.from_class[i]!]!,
      to_class: columns.classes[columns.to_class[i]!]!,
      direction: columns.directions[columns.direction[i]!]!,
      customers: columns.customers[i]!,
      revenue_before: columns.revenue_before[i]!,
      revenue_after: columns.revenue_after[i]!,
      profit_before: value(columns.profit_before, i),
      profit_after: value(columns.profit_after, i),
      suppressed: false,
    })),
  );
}

/**
 * The few pairs that every audience is told: the stages and ABC from their own cube, the pyramid and the segments from
 * the cube `movement`, each day by its own thresholds. The pyramid's money there is profit where there is profit.
 */
export function movesOfRows(
  rows: readonly ClassMovementRow[],
  ways: readonly ClassMovementWayRow[],
  others: readonly MovementRow[],
  hasProfit: boolean,
): Moves {
  const told = others
    .filter((r) => r.thresholds === "recomputed")
    .map(({model, from, to, from_class, to_class, customers, money_before, money_after, suppressed}) => {
      const profit = model === "metal" && hasProfit;
      return {
        model,
        from,
        to,
        from_class,
        to_class,
        direction: directionOf({model, from_class, to_class}),
        customers,
        revenue_before: profit ? null : money_before,
        revenue_after: profit ? null : money_after,
        profit_before: profit ? money_before : null,
        profit_after: profit ? money_after : null,
        suppressed,
      };
    });
  return grouped([...rows, ...told], ways);
}

/** Whether an answer is the cube as columns; an audience that may not have it gets an empty list. */
export function isColumns(cube: unknown): cube is ClassMovementColumns {
  return typeof cube === "object" && cube !== null && "models" in cube;
}

/**
 * The date nearest to a year before another that is at least ten months and 15 days before it, as the movement's SQL
 * counts them; null where there is none. `dates` are in order.
 */
export function yearBefore(dates: readonly string[], day: string): string | null {
  const latest = new Date(Date.parse(monthsBefore(day, 10)) - 15 * 86_400_000).toISOString().slice(0, 10);
  return dates.filter((date) => date <= latest).at(-1) ?? null;
}

/** The pairs of days that filters know: up to the newest date, from about a year before it and from the first to start from. */
export interface KnownDays {
  from: readonly string[];
  to: string;
}

/** Those of a report; `dates` are in order. */
export function knownDays({
  dates,
  as_of,
  ...history
}: History & {dates: readonly string[]; as_of: string}): KnownDays {
  const before = startDays(
    dates.filter((date) => date < as_of),
    history,
  );
  const starts = [yearBefore(before, as_of), before[0]];
  return {from: [...new Set(starts.filter((day) => typeof day === "string"))], to: as_of};
}

/** Whether filters know a pair. */
export function isKnown({from, to}: Pick<MovePair, "from" | "to">, known: KnownDays): boolean {
  return to === known.to && known.from.includes(from);
}

/**
 * The pair of a model that is drawn without a choice: from about a year before the newest date, or else from the first;
 * from none before those that filters know, which have whole windows where any has.
 */
export function defaultPair(
  pairs: readonly MovePair[],
  model: MovementModel,
  known: KnownDays,
): MovePair | null {
  const mine = pairs.filter((p) => p.model === model);
  const to = mine
    .map((p) => p.to)
    .sort()
    .at(-1);
  if (to === undefined) return null;
  const all = mine
    .filter((p) => p.to === to)
    .map((p) => p.from)
    .sort();
  const [earliest = ""] = [...known.from].sort();
  const later = all.filter((from) => from >= earliest);
  const starts = later.length > 0 ? later : all;
  return {model, from: yearBefore(starts, to) ?? starts[0]!, to};
}

/**
 * The choice that an address asks for (`?model=…&from=…&to=…`), or the nearest that there is: an unknown model gives the
 * default one, dates that are no pair the default pair of the model.
 */
export function chosenPair(
  search: string,
  pairs: readonly MovePair[],
  models: readonly MovementModel[],
  known: KnownDays,
): MovePair | null {
  const asked = new URLSearchParams(search);
  const model = models.find((m) => m === asked.get("model")) ?? models[0];
  if (model === undefined) return null;
  const found = pairs.find(
    (p) => p.model === model && p.from === asked.get("from") && p.to === asked.get("to"),
  );
  return found ?? defaultPair(pairs, model, known);
}
