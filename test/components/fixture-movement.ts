import type {
  ClassMovementColumns,
  ClassMovementRow,
  ClassMovementWayRow,
  ClassMoverRow,
  MovementCubes,
  MovementDirection,
  MovementModel,
  StageModel,
  StageRegressionRow,
} from "../../src/cubes/movement.js";
import {movementDirections, movementModels} from "../../src/cubes/movement.js";
import {type Customer, gridStage, noise, sum, walletStage} from "./fixture-customers.js";
import {metalsAt} from "./fixture-pyramids.js";
import {type Dated, type Hide, segmentsAt} from "./fixture-rfm.js";

/** The steps of the fixture's own classes, lowest first; segments stand by how they are listed here. */
const steps: Record<MovementModel, readonly string[]> = {
  grid_stage: ["pre", "nurturing", "initial", "middle", "advanced", "partner"],
  wallet_stage: ["development", "initial", "stable", "strategic"],
  metal: ["lead", "brass", "gold", "diamond"],
  rfm_segment: ["hibernating", "at_risk", "new", "loyal"],
  abc: ["C", "B", "A"],
};
const families: Record<string, string> = {
  cannot_lose: "hibernating",
  about_to_sleep: "at_risk",
  need_attention: "at_risk",
  promising: "new",
  potential_loyalist: "new",
  champions: "loyal",
  interrupted: "development",
};
const notClasses = ["unassessed", "unknown", "none", "prospect"];

function directionIn(model: MovementModel, from: string, to: string): MovementDirection {
  if (from === "arrived") return "new";
  if (notClasses.includes(from)) return notClasses.includes(to) ? "same" : "came";
  if (notClasses.includes(to)) return "lost";
  const step = (c: string): number => steps[model].indexOf(families[c] ?? c);
  return step(to) > step(from) ? "up" : step(to) < step(from) ? "down" : "same";
}

type Places = Record<MovementModel, Map<string, string>>;

function placesOf(d: Dated): Places {
  const by = (of: (c: Customer, i: number) => string): Map<string, string> =>
    new Map(d.customers.map((c, i) => [c.id, of(c, i)]));
  const revenue = [...d.customers].sort((a, b) => b.profit - a.profit || (a.id < b.id ? -1 : 1));
  const n = revenue.length;
  return {
    grid_stage: by(gridStage),
    wallet_stage: by(walletStage),
    metal: metalsAt(d.customers),
    rfm_segment: segmentsAt(d),
    abc: new Map(
      revenue.map((c, i) => [c.id, i < Math.ceil(0.2 * n) ? "A" : i < Math.ceil(0.9 * n) ? "B" : "C"]),
    ),
  };
}

/** Who moved between every two dates, and what is made of it: all from the fixture's customers. */
export function movementCubes(byDate: readonly Dated[], hide: Hide): MovementCubes {
  const places = byDate.map(placesOf);
  const rows: ClassMovementRow[] = [];
  const movers: ClassMoverRow[] = [];
  for (const model of movementModels)
    byDate.forEach((first, i) => {
      byDate.slice(i + 1).forEach((second, k) => {
        const j = i + 1 + k;
        const before = new Map(first.customers.map((c) => [c.id, c]));
        const groups = new Map<string, Customer[]>();
        for (const c of second.customers) {
          const pair = `${places[i]![model].get(c.id) ?? "arrived"} ${places[j]![model].get(c.id)!}`;
          groups.set(pair, [...(groups.get(pair) ?? []), c]);
        }
        for (const [pair, group] of groups) {
          const [from_class, to_class] = pair.split(" ") as [string, string];
          const was = (of: "revenue" | "profit"): number => sum(group, (c) => before.get(c.id)?.[of] ?? 0);
          const direction = directionIn(model, from_class, to_class);
          rows.push({
            model,
            from: first.as_of,
            to: second.as_of,
            from_class,
            to_class,
            direction,
            customers: group.length,
            revenue_before: was("revenue"),
            revenue_after: sum(group, (c) => c.revenue),
            profit_before: was("profit"),
            profit_after: sum(group, (c) => c.profit),
            suppressed: false,
          });
          const named = model === "metal" || model === "grid_stage" || model === "wallet_stage";
          if (!named || i !== byDate.length - 5 || j !== byDate.length - 1) continue;
          if (direction !== "up" && direction !== "down") continue;
          for (const c of group)
            movers.push({
              model,
              direction,
              from: first.as_of,
              to: second.as_of,
              customer_id: c.id,
              name: c.name,
              from_class,
              to_class,
              seen_on: second.as_of,
              money_before: before.get(c.id)!.profit,
              money_after: c.profit,
              movers: 0,
            });
        }
      });
    });
  const told = (r: ClassMovementRow): boolean =>
    r.model !== "metal" &&
    r.model !== "rfm_segment" &&
    r.to === byDate.at(-1)!.as_of &&
    (r.from === byDate[0]!.as_of || r.from === byDate.at(-5)!.as_of);
  return {
    "class-movement": rows.filter(told).map(hide),
    "class-movement-ways": ways(rows.filter(told), hide),
    "class-movement-pairs": columnsOf(rows),
    "class-movers": movers
      .map((m) => ({
        ...m,
        movers: movers.filter((o) => o.model === m.model && o.direction === m.direction).length,
      }))
      .sort((a, b) => Math.abs(b.money_after - b.money_before) - Math.abs(a.money_after - a.money_before)),
    ...regressions(),
  };
}

function ways(rows: readonly ClassMovementRow[], hide: Hide): ClassMovementWayRow[] {
  const sums = new Map<string, ClassMovementWayRow & {suppressed: boolean}>();
  const of = ["customers", "revenue_before", "revenue_after", "profit_before", "profit_after"] as const;
  for (const {model, from, to, direction, ...row} of rows) {
    if (direction !== "up" && direction !== "down") continue;
    const key = [model, from, to, direction].join(" ");
    const none = {customers: 0, revenue_before: 0, revenue_after: 0, profit_before: 0, profit_after: 0};
    const way = sums.get(key) ?? {model, from, to, direction, ...none, suppressed: false};
    for (const k of of) way[k]! += row[k]!;
    sums.set(key, way);
  }
  return [...sums.values()].map((way) => {
    const {suppressed, ...told} = hide(way);
    return told;
  });
}

function columnsOf(rows: readonly ClassMovementRow[]): ClassMovementColumns {
  const dates = [...new Set(rows.flatMap((r) => [r.from, r.to]))].sort();
  const classes = [...new Set(rows.flatMap((r) => [r.from_class, r.to_class]))].sort();
  return {
    models: [...movementModels],
    dates,
    classes,
    directions: [...movementDirections],
    model: rows.map((r) => movementModels.indexOf(r.model)),
    from: rows.map((r) => dates.indexOf(r.from)),
    to: rows.map((r) => dates.indexOf(r.to)),
    from_class: rows.map((r) => classes.indexOf(r.from_class)),
    to_class: rows.map((r) => classes.indexOf(r.to_class)),
    direction: rows.map((r) => movementDirections.indexOf(r.direction)),
    customers: rows.map((r) => r.customers!),
    revenue_before: rows.map((r) => r.revenue_before!),
    revenue_after: rows.map((r) => r.revenue_after!),
    profit_before: rows.map((r) => r.profit_before!),
    profit_after: rows.map((r) => r.profit_after!),
  };
}

/** Rates that fall with the stage on the grid, and do not for wallets. */
function regressions(): Pick<MovementCubes, "stage-regressions" | "stage-trends"> {
  const stages: Record<StageModel, readonly StageRegressionRow["stage"][]> = {
    grid_stage: ["nurturing", "initial", "middle", "advanced", "partner"],
    wallet_stage: ["initial", "stable", "strategic"],
  };
  const spans = ["quarter", "year"] as const;
  const models = ["grid_stage", "wallet_stage"] as const;
  const each = models.flatMap((model) => spans.map((span) => ({model, span})));
  return {
    "stage-regressions": each.flatMap(({model, span}) =>
      stages[model].map((stage, i) => ({
        model,
        span,
        stage,
        step: i + 1,
        intervals: span === "quarter" ? 8 : 2,
        customers: 300 - 40 * i,
        seen: 120 - 10 * i,
        regressed: model === "grid_stage" ? 24 - 5 * i : 15 + Math.round(3 * noise(i, 90)),
      })),
    ),
    "stage-trends": each.map(({model, span}) => ({
      model,
      span,
      intervals: span === "quarter" ? 8 : 2,
      seen: model === "grid_stage" ? 500 : 330,
      accounts: 240,
      regressed: model === "grid_stage" ? 70 : 49,
      z: model === "grid_stage" ? -3.4 : 0.4,
      z_clustered: model === "grid_stage" ? -3.1 : 0.35,
    })),
  };
}
