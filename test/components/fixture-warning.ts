import {suppress} from "../../loaders/cubes/suppress.js";
import {warningCubes as definitions} from "../../loaders/cubes/warning/cubes.js";
import {
  type AlertPhase,
  alertPhases,
  type BacktestRule,
  type CustomerType,
  customerTypes,
  opportunityKinds,
  type Ranking,
  rankings,
  ruleSets,
  signals,
  type WarningCubes,
} from "../../src/cubes/warning.js";
import {type Customer, noise, sum} from "./fixture-customers.js";
import type {Dated} from "./fixture-rfm.js";

const number = (c: Customer): number => Number(c.id.slice(1));
const pick = <T>(choices: readonly T[], x: number): T => choices[Math.floor(x * choices.length)]!;
const stages = ["development", "initial", "stable", "strategic", "interrupted", "unknown"] as const;
const named: readonly (keyof WarningCubes)[] = ["alert-list", "top-alerts", "opportunity-list"];

/** The phase that an invented customer's alert is in at a date, and its signs; null without an alert. */
function alertOf(c: Customer, date: number): {phase: AlertPhase; signs: (typeof signals)[number][]} | null {
  const n = number(c);
  if (noise(n, 300 + date) > 0.35) return null;
  const first = pick(signals, noise(n, 320 + date));
  const second = pick(signals, noise(n, 340 + date));
  return {
    phase: pick(alertPhases, noise(n, 360 + date) ** 1.6),
    signs: first === second ? [first] : [first, second],
  };
}

const chanceOf = (c: Customer): number => Math.round(1000 * noise(number(c), 380)) / 1000;
const stakeOf = (c: Customer): number => Math.max(0, c.revenue);

/** A rule's share over the cuts: the better the rule, the higher; whole numbers so that totals agree. */
function ruleRow(rule: BacktestRule, place: number): WarningCubes["backtest-rules"][number] {
  const alerts = 120 + 40 * (place % 5);
  const caught = Math.round(alerts * (0.5 - 0.02 * place));
  const precision = caught / alerts;
  const money = 0.6 - 0.02 * place;
  return {
    rule,
    cuts: 6,
    alerts,
    precision,
    precision_low: precision - 0.05,
    precision_high: precision + 0.05,
    recall: caught / 480,
    lift: precision / 0.2,
    money,
    fell: precision + 0.1,
    lead_days: 40 + 3 * place,
    same_precision: 0.34,
    same_money: 0.28,
    ahead_low: precision - 0.34 - 0.04,
    ahead_high: precision - 0.34 + 0.04,
    money_ahead_low: money - 0.28 - 0.1,
    money_ahead_high: money - 0.28 + 0.1,
    suppressed: false,
  };
}

/** The cubes of warnings as the invented customers would give them; those by name only where `withNames`. */
export function warningCubes(
  byDate: readonly Dated[],
  smallest: number,
  withNames: boolean,
): Partial<WarningCubes> {
  const now = byDate.at(-1)!;
  const hidden = <Name extends keyof WarningCubes>(
    name: Name,
    rows: WarningCubes[Name],
  ): WarningCubes[Name] =>
    suppress(rows as never[], definitions[name].suppression as never, smallest) as WarningCubes[Name];
  const alerted = (date: Dated, i: number) =>
    date.customers.flatMap((c) => {
      const alert = c.orders > 0 ? alertOf(c, i) : null;
      return alert ? [{c, ...alert}] : [];
    });
  const money = (members: readonly Customer[]) => ({
    customers: members.length,
    at_stake: sum(members, stakeOf),
    at_risk: sum(members, (c) => Math.round(stakeOf(c) * chanceOf(c))),
    suppressed: false,
  });
  const at = byDate.map((date, i) => ({as_of: date.as_of, date, rows: alerted(date, i)}));
  const alerts = at.flatMap(({as_of, rows}) =>
    signals.flatMap((signal) =>
      alertPhases.flatMap((phase) => {
        const members = rows.filter((r) => r.phase === phase && r.signs.includes(signal)).map((r) => r.c);
        return members.length > 0 ? [{as_of, signal, phase, ...money(members)}] : [];
      }),
    ),
  );
  const accounts = at.flatMap(({as_of, date, rows}) => {
    const calm = date.customers.filter((c) => c.orders > 0 && !rows.some((r) => r.c === c));
    return [
      ...alertPhases.map((phase) => ({
        as_of,
        phase,
        ...money(rows.filter((r) => r.phase === phase).map((r) => r.c)),
      })),
      {as_of, phase: "none" as const, ...money(calm)},
    ];
  });
  const worst = [...at.at(-1)!.rows]
    .sort((a, b) => stakeOf(b.c) * chanceOf(b.c) - stakeOf(a.c) * chanceOf(a.c) || (a.c.id < b.c.id ? -1 : 1))
    .map((r, i) => ({...r, place: i + 1}));
  const account = (r: (typeof worst)[number]) => ({
    place: r.place,
    customer_id: r.c.id,
    name: `Customer ${r.c.id}`,
    phase: r.phase,
    at_stake: stakeOf(r.c),
    chance: chanceOf(r.c),
    at_risk: Math.round(stakeOf(r.c) * chanceOf(r.c)),
    since: "2025-10-03",
  });
  const typeOf = (c: Customer): CustomerType => pick(customerTypes, noise(number(c), 400));
  const events = now.customers.filter((c) => noise(number(c), 410) < 0.4);
  const kindOf = (c: Customer) => pick(opportunityKinds, noise(number(c), 420));
  const stageOf = (c: Customer) => pick(stages, noise(number(c), 430));
  const fitOf = (c: Customer) => {
    const stage = stageOf(c);
    if (stage === "unknown") return "open" as const;
    if (stage === "stable" || stage === "strategic") return "guard" as const;
    return kindOf(c) === "weak_relationship" && stage !== "initial" ? ("wait" as const) : ("use" as const);
  };
  const cubes: WarningCubes = {
    alerts: hidden("alerts", alerts),
    "alert-accounts": hidden("alert-accounts", accounts),
    "alert-list": worst.slice(0, 50).flatMap((r) =>
      r.signs.map((signal, i) => ({
        ...account(r),
        signal,
        size: i === 0 ? 0.42 : 3,
        detail: signal === "category_dropped" ? "Valves" : null,
      })),
    ),
    "top-alerts": worst.slice(0, 10).map((r) => ({...account(r), signals: r.signs})),
    "backtest-cuts": ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31", "2025-03-31", "2025-06-30"].map(
      (cut) => ({
        cut,
        until: new Date(Date.parse(cut) + 180 * 86_400_000).toISOString().slice(0, 10),
        customers: 400,
        lapses: 80,
        warned: 50,
        at_stake: 90_000_000,
        lost: 9_000_000,
      }),
    ),
    "backtest-rules": [...rankings, ...ruleSets, ...signals, ...alertPhases].map(ruleRow),
    "backtest-curve": rankings.flatMap((rule: Ranking, place) =>
      Array.from({length: 21}, (_, part) => ({
        rule,
        part,
        caught: Math.round(1000 * (part / 20) ** (0.6 + 0.08 * place)) / 1000,
        money: Math.round(1000 * (part / 20) ** (0.5 + 0.1 * ((place + 4) % 5))) / 1000,
      })),
    ),
    "customer-types": hidden(
      "customer-types",
      customerTypes.map((type) => {
        const members = now.customers.filter((c) => typeOf(c) === type);
        return {
          type,
          customers: members.length,
          revenue: sum(members, (c) => c.revenue),
          profit: sum(members, (c) => c.profit),
          suppressed: false,
        };
      }),
    ),
    opportunities: hidden(
      "opportunities",
      opportunityKinds.flatMap((kind) =>
        stages.flatMap((stage) => {
          const members = events.filter((c) => kindOf(c) === kind && stageOf(c) === stage);
          return members.length === 0
            ? []
            : [
                {
                  kind,
                  stage,
                  fit: fitOf(members[0]!),
                  customers: members.length,
                  events: members.length,
                  suppressed: false,
                },
              ];
        }),
      ),
    ),
    "opportunity-list": events.slice(0, 30).map((c) => ({
      customer_id: c.id,
      name: `Customer ${c.id}`,
      kind: kindOf(c),
      occurred_on: "2025-12-20",
      note: null,
      stage: stageOf(c),
      fit: fitOf(c),
    })),
    churn: byDate.map(({as_of, customers}, i) => ({
      as_of,
      customers: customers.length,
      revenue: sum(customers, (c) => Math.max(0, c.revenue)),
      lost: 40 + i,
      revenue_lost: Math.round(0.08 * sum(customers, (c) => Math.max(0, c.revenue))),
      keeping_cost: 120_000,
    })),
  };
  return withNames
    ? cubes
    : Object.fromEntries(
        Object.entries(cubes).filter(([name]) => !named.includes(name as keyof WarningCubes)),
      );
}
