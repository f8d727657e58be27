import {serviceCubes as definitions} from "../../loaders/cubes/service/cubes.js";
import {type Suppression, suppress} from "../../loaders/cubes/suppress.js";
import type {
  Buying,
  ComplaintOutcome,
  ComplaintTiming,
  Delivered,
  Handling,
  ServiceCubes,
  SurveyStep,
} from "../../src/cubes/service.js";
import type {AbcClass} from "../../src/cubes.js";
import {type Customer, noise, sum} from "./fixture-customers.js";
import type {Dated} from "./fixture-rfm.js";

const pick = <T>(choices: readonly T[], x: number): T => choices[Math.floor(x * choices.length)]!;
const number = (c: Customer): number => Number(c.id.slice(1));
const outcomes: readonly ComplaintOutcome[] = [
  ...([
    "satisfied_buying",
    "satisfied_buying",
    "satisfied_buying",
    "satisfied_gone",
    "satisfied_young",
  ] as const),
  ...(["unsatisfied", "unasked", "open", "invalid"] as const),
];
const timings: readonly ComplaintTiming[] = ["in_limit", "in_limit", "late", "overdue", "in_time"];
const handlings: readonly Handling[] = ["well", "well", "poorly", "unasked", "unresolved"];
const buyings: readonly Buying[] = ["buying", "buying", "buying", "gone", "young", "untold"];
const steps: readonly SurveyStep[] = [
  "sent",
  "sent",
  "responded",
  "analysed",
  "acted",
  "fed_back",
  "fed_back",
];
const details = {
  goods: ["quality", "specification", "fault"],
  service: ["attitude", "skill"],
  customer: ["misuse"],
} as const;

/** Counts rows of customers by a key, as a cube's cells. */
function cells<Key extends object>(
  customers: readonly Customer[],
  keyOf: (c: Customer) => Key,
): {key: Key; group: Customer[]}[] {
  const groups = new Map<string, {key: Key; group: Customer[]}>();
  for (const c of customers) {
    const key = keyOf(c);
    const name = JSON.stringify(key);
    const cell = groups.get(name) ?? {key, group: []};
    cell.group.push(c);
    groups.set(name, cell);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

/** Service levels, complaints and surveys of the invented customers; what is small is suppressed as a build does. */
export function serviceFixture(byDate: readonly Dated[], smallest: number): ServiceCubes {
  const {customers: now} = byDate.at(-1)!;
  const classOf = (c: Customer): AbcClass => (number(c) <= 128 ? "A" : number(c) <= 576 ? "B" : "C");
  const n = (salt: number) => (c: Customer) => noise(number(c), salt);
  const complained = (customers: readonly Customer[]): Customer[] => customers.filter((c) => n(70)(c) < 0.3);
  const surveyed = (customers: readonly Customer[]): Customer[] => customers.filter((c) => n(71)(c) < 0.5);
  const answered = surveyed(now).filter((c) => n(72)(c) < 0.6);
  const counted = (group: readonly Customer[]) => ({
    complaints: group.length + Math.floor(group.length / 4),
    customers: group.length,
    suppressed: false,
  });
  const alone = (group: readonly Customer[]) => ({customers: group.length, suppressed: false});
  const revenue = (group: readonly Customer[]): number => sum(group, (c) => c.revenue);
  const delivered = (c: Customer): Delivered | null =>
    n(73)(c) < 0.25 ? null : (Math.min(5, Math.floor(n(74)(c) * 5)) as Delivered);
  const suggested = (c: Customer): number => (n(75)(c) < 0.1 ? 5 : classOf(c) === "C" ? 2 : 3);
  const told = (x: number): number | null => (x === 0 || x >= smallest ? x : null);
  const byOutcome = byDate.flatMap(({as_of, customers}, i) =>
    cells(complained(customers), (c) => ({as_of, outcome: pick(outcomes, n(80 + i)(c))})).map(
      ({key, group}) => ({...key, ...counted(group)}),
    ),
  );
  const cubes: ServiceCubes = {
    "complaint-outcomes": byOutcome,
    "complaint-timing": byDate.flatMap(({as_of, customers}, i) =>
      cells(complained(customers), (c) => ({as_of, timing: pick(timings, n(90 + i)(c))})).map(
        ({key, group}) => ({...key, ...counted(group)}),
      ),
    ),
    "complaint-summary": byDate.map(({as_of, customers}, i) => ({
      as_of,
      complaints: sum(
        byOutcome.filter((r) => r.as_of === as_of),
        (r) => r.complaints,
      ),
      complainants: complained(customers).length,
      median_hours: 30 - i,
      p90_hours: 120.5,
      not_judged: told(3),
    })),
    "complaint-quarters": byDate.flatMap(({as_of, customers}, i) =>
      cells(complained(customers).slice(0, 40), (c) => ({
        quarter: `${as_of.slice(0, 4)}-${String(Number(as_of.slice(5, 7)) - 2).padStart(2, "0")}-01`,
        timing: pick(["in_limit", "in_limit", "missed", "in_time"] as const, n(100 + i)(c)),
      })).map(({key, group}) => ({...key, ...counted(group)})),
    ),
    "complaint-times": [0.5, 1, 2, 4, 8, 16, null].map((to, i) => ({
      band: i + 1,
      from_hours: 36 * [0, 0.5, 1, 2, 4, 8, 16][i]!,
      to_hours: to === null ? null : 36 * to,
      complaints: [40, 60, 30, 20, 12, 6, 3][i]!,
      customers: [38, 51, 28, 19, 12, 6, 3][i]!,
      suppressed: false,
    })),
    "complaint-causes": cells(complained(now), (c) => {
      const cause = pick(["goods", "goods", "service", "customer"] as const, n(110)(c));
      return {cause, detail: pick<"quality" | "misuse">(details[cause] as never, n(111)(c))};
    }).map(({key, group}) => ({
      ...key,
      ...counted(group),
      valid: told(group.length - 1),
      in_limit: told(Math.floor(group.length / 2)),
      satisfied: told(Math.floor(group.length / 3)),
      compensation: 12_300 * group.length,
      revenue: revenue(group),
    })),
    "complaint-kept": cells(complained(now), (c) => ({
      handling: pick(handlings, n(112)(c)),
      buying: pick(buyings, n(113)(c)),
    })).map(({key, group}) => ({...key, ...alone(group)})),
    "complaint-aftermath": cells(complained(now).slice(0, 120), (c) => ({
      handling: pick(handlings, n(112)(c)),
    })).flatMap(({key, group}) =>
      (["matched", "twin"] as const).map((side, i) => ({
        ...key,
        side,
        ...alone(group),
        bought: told(Math.floor(group.length * (0.7 + 0.1 * i))),
        orders_before: group.length * 3,
        orders_after: group.length * 2,
        revenue_before: revenue(group),
        revenue_after: Math.round(revenue(group) * 0.9),
      })),
    ),
    "service-levels": cells(now, (c) => ({suggested: suggested(c), delivered: delivered(c)})).map(
      ({key, group}) => ({
        ...key,
        ...alone(group),
        revenue: revenue(group),
        profit: sum(group, (c) => c.profit),
      }),
    ),
    "service-depth": cells(now, (c) => ({class: classOf(c), delivered: delivered(c)})).map(
      ({key, group}) => ({...key, ...alone(group), revenue: revenue(group)}),
    ),
    "service-classes": cells(now, (c) => ({class: classOf(c)})).map(({key, group}) => ({
      ...key,
      ...alone(group),
      known: group.filter((c) => delivered(c) !== null).length,
      below: group.filter((c) => delivered(c) !== null && delivered(c)! < suggested(c)).length,
      complainants: complained(group).length,
      median_hours: 28.5,
      in_limit_share: 0.625,
      invited: Math.floor(group.length / 3),
      took_part: Math.floor(group.length / 5),
    })),
    "service-gaps": now
      .filter((c) => delivered(c) !== null && suggested(c) > delivered(c)!)
      .map((c) => ({
        customer_id: c.id,
        name: c.name,
        class: classOf(c),
        suggested: suggested(c),
        because: suggested(c) === 5 ? ("stage" as const) : ("class" as const),
        delivered: delivered(c)!,
        gap: suggested(c) - delivered(c)!,
        revenue: c.revenue,
        profit: c.profit,
      }))
      .sort((a, b) => b.gap - a.gap || b.revenue - a.revenue || (a.customer_id < b.customer_id ? -1 : 1))
      .slice(0, 50),
    "survey-loop": byDate.flatMap(({as_of, customers}, i) =>
      cells(surveyed(customers), (c) => ({as_of, reached: pick(steps, n(120 + i)(c))})).map(
        ({key, group}) => ({...key, surveys: group.length, ...alone(group)}),
      ),
    ),
    "survey-differences": cells(answered, (c) => ({
      class: classOf(c),
      bin: pick([-3, -2, -1, -1, 0, 0, 0, 1, 1, 2, 3] as const, n(130)(c)),
      width: 1,
    })).map(({key, group}) => ({...key, ...alone(group)})),
    "survey-repurchase": cells(answered, (c) => ({
      satisfied: n(131)(c) < 0.7,
      buying: pick(buyings, n(132)(c)),
    })).map(({key, group}) => ({...key, ...alone(group)})),
    loyalty: cells(answered, (c) => ({
      behavioural: c.orders >= 2,
      intentional: n(133)(c) < 0.6,
      emotional: n(134)(c) < 0.5,
    })).map(({key, group}) => ({...key, ...alone(group), revenue: revenue(group)})),
  };
  if (smallest === 1) return cubes;
  const hidden = Object.entries(definitions).map(([name, {suppression}]) => {
    const rows = cubes[name as keyof ServiceCubes] as never[];
    return [name, suppression ? suppress(rows, suppression as Suppression<never>, smallest) : rows];
  });
  const {"service-gaps": _, ...rest} = Object.fromEntries(hidden) as ServiceCubes;
  return rest as ServiceCubes;
}
