import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {actionsOf} from "../../loaders/models/actions.js";
import type {Audience, Cubes, Measure} from "../../src/cubes.js";
import {computationFixture} from "./fixture-computation.js";
import {coverageFixture} from "./fixture-coverage.js";
import {abc, type Customer, customersAt, noise, sum} from "./fixture-customers.js";
import {evidence} from "./fixture-evidence.js";
import {lifetimeCubes} from "./fixture-lifetime.js";
import {concentrationCube, methodCubes} from "./fixture-methods.js";
import {movementCubes} from "./fixture-movement.js";
import {ownFixture} from "./fixture-own.js";
import {pyramidCubes} from "./fixture-pyramids.js";
import {relationshipCubes} from "./fixture-relationship.js";
import {dates, fixtureReport} from "./fixture-report.js";
import {rfmClassCubes, rfmCubes} from "./fixture-rfm.js";
import {serviceFixture} from "./fixture-service.js";
import {warningCubes} from "./fixture-warning.js";

const made = new Map<Audience, Cubes>();

/** A complete set of cubes that a sample of 640 invented customers would give; totals agree over the cubes. */
export function fixtureCubes(audience: Audience = "analysts"): Cubes {
  const cubes = made.get(audience) ?? makeCubes(audience);
  made.set(audience, cubes);
  // Everyone's own, to change at will: making them takes fifty times as long.
  return structuredClone(cubes);
}

function makeCubes(audience: Audience): Cubes {
  const smallest = audience === "executives" ? 5 : 1;
  const now = customersAt(0);
  const hide = <T extends {customers: number | null; suppressed: boolean}>(row: T): T => {
    if (row.customers === null || row.customers === 0 || row.customers >= smallest) return row;
    const hidden: Record<string, unknown> = {...row, suppressed: true};
    for (const k of [
      "customers",
      "orders",
      "revenue",
      "profit",
      "recency_days",
      "stale_customers",
      "category_spend",
      "ours",
      "gap",
      "met_customers",
      "senior_customers",
      "departments",
      "people",
      "money_before",
      "money_after",
      "revenue_before",
      "revenue_after",
      "profit_before",
      "profit_after",
      "clv",
      "clv_historic",
      "clv_future",
      "p_alive",
      "expected_purchases",
    ])
      if (k in hidden) hidden[k] = null;
    return hidden as T;
  };
  const kpi = (
    as_of: string,
    role: Cubes["kpis"][number]["role"],
    customers: Customer[],
  ): Cubes["kpis"][number] => {
    const sorted = [...customers].sort((a, b) => b.revenue - a.revenue);
    const revenue = sum(customers, (c) => c.revenue);
    const n = sorted.length;
    const weighted = sum([...sorted].reverse(), (c) => c.revenue * (sorted.length - sorted.indexOf(c)));
    return {
      as_of,
      role,
      customers: n,
      active_customers: customers.filter((c) => c.orders > 0).length,
      new_customers: Math.round(n * (0.08 + 0.03 * noise(n, 20))),
      orders: sum(customers, (c) => c.orders),
      revenue,
      profit: sum(customers, (c) => c.profit),
      top20_share: sum(sorted.slice(0, Math.ceil(n * 0.2)), (c) => c.revenue) / revenue,
      gini: (2 * weighted) / (n * revenue) - (n + 1) / n,
      refund_only_customers: 7,
      below_zero_customers: customers.filter((c) => c.revenue < 0).length,
      at_zero_customers: customers.filter((c) => c.revenue === 0).length,
    };
  };
  const curve = (["revenue", "profit"] as Measure[]).flatMap((measure) => {
    const sorted = [...now].sort((a, b) => b[measure] - a[measure]);
    const total = sum(sorted, (c) => c[measure]);
    let amount = 0;
    const points = sorted.map((c, i) => {
      amount += c[measure];
      return {customers: i + 1, amount};
    });
    const peak = points.reduce((best, p) => (p.amount > best.amount ? p : best));
    return [{customers: 0, amount: 0}, ...points]
      .filter((p, i) => i % 8 === 0 || p === peak || p.customers === sorted.length || p.customers === 128)
      .map((p) => ({
        measure,
        ...p,
        customer_share: p.customers / sorted.length,
        amount_share: p.amount / total,
        peak: p === peak,
      }));
  });
  const byDate = dates.map((as_of, i) => ({as_of, customers: customersAt(dates.length - 1 - i)}));
  const named = audience !== "executives";
  const {"rfm-members": members, ...cells} = rfmCubes(byDate, hide);
  const segments = rfmClassCubes(byDate, hide);
  const {"pyramid-members": levels, ...pyramids} = pyramidCubes(byDate, hide);
  const {
    "class-movers": movers,
    "class-movement-pairs": everyPair,
    ...movementTold
  } = movementCubes(byDate, hide);
  const cubes: Partial<Cubes> = {
    report: fixtureReport(audience, smallest),
    "filter-values": [
      {dimension: "region", place: 0, name: "East"},
      {dimension: "region", place: 1, name: "South"},
      {dimension: "industry", place: 0, name: "Machines"},
    ],
    kpis: [
      ...byDate.slice(0, -1).map((d) => kpi(d.as_of, "quarter_end", d.customers)),
      kpi("2024-12-31", "year_ago", customersAt(4)),
      kpi("2025-09-30", "quarter_ago", customersAt(1)),
      kpi("2025-12-31", "now", now),
    ],
    "pareto-curve": curve,
    abc: byDate.flatMap((d) => abc(d.as_of, d.customers)).map(hide),
    ...cells,
    ...segments,
    ...lifetimeCubes(byDate, hide),
    ...pyramids,
    ...methodCubes(),
    movement: [...segments.movement, ...pyramids.movement],
    ...movementTold,
    concentration: concentrationCube(byDate),
    actions: actionsOf({}),
    ...relationshipCubes(byDate, hide, named),
    ...warningCubes(byDate, smallest, named),
    ...serviceFixture(byDate, smallest),
    ...coverageFixture(byDate, smallest, named),
    ...evidence(now, audience),
    ...ownFixture,
  };
  if (named) {
    cubes["rfm-members"] = members;
    cubes["pyramid-members"] = levels;
    cubes["class-movers"] = movers;
    cubes["class-movement-pairs"] = everyPair;
  }
  cubes.computation = computationFixture((name) => cubes[name] !== undefined);
  return cubes as Cubes;
}

/** Writes each cube as `<name>.json` into a folder, as a build does; what an audience may not have is not written. */
export function writeFixtureCubes(folder: string, cubes: Partial<Cubes> = fixtureCubes()): void {
  mkdirSync(folder, {recursive: true});
  for (const [name, cube] of Object.entries(cubes))
    if (cube !== undefined) writeFileSync(join(folder, `${name}.json`), JSON.stringify(cube));
}
