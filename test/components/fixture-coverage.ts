import {parseSettings} from "../../loaders/settings.js";
import type {CoverageCubes, GoalState, LifePhase, Standing} from "../../src/cubes/coverage.js";
import type {AbcClass} from "../../src/cubes.js";
import {costAccounts, costsFixture} from "./fixture-coverage-costs.js";
import {grouped, hiding, number, type Seen, seen} from "./fixture-coverage-customers.js";
import {sum} from "./fixture-customers.js";
import type {Dated} from "./fixture-rfm.js";

const channels = ["face_to_face", "phone", "email", "letter"] as const;
const contents = ["product", "information", "emotion", "unknown"] as const;
const lines = [
  ["A", "sales", "visit", 36, 36],
  ["A", "sales", "call", 24, 36],
  ["A", "general_manager", "visit", 1, 1],
  ["B", "sales", "visit", 24, 24],
  ["C", "sales", "visit", 12, 12],
] as const;

/** What the cubes of coverage would hold of the invented customers; names only where they may be seen. */
export function coverageFixture(
  byDate: readonly Dated[],
  smallest: number,
  named: boolean,
): Partial<CoverageCubes> {
  const all = seen(byDate.at(-1)!.customers);
  const hide = hiding(smallest);
  const of = (name: string): Seen[] => all.filter((c) => c.class === name);
  const standingOf = (c: Seen, least: number, most: number): Standing =>
    c.contacts > most ? "over" : c.contacts < least ? "under" : "within";
  const contacts = sum(all, (c) => c.contacts);
  const mix = (by: "channel" | "content" | "initiated_by", values: readonly string[]) =>
    grouped(
      all,
      (c) => `${c.class}|${values[number(c) % values.length]}`,
      (key, group) => ({
        by,
        class: key.split("|")[0] as AbcClass,
        value: key.split("|")[1]!,
        customers: group.length,
        contacts: sum(group, (c) => c.contacts),
        cost: sum(group, (c) => 4 * c.contacts),
        suppressed: false,
      }),
    );
  const cubes: Partial<CoverageCubes> = {
    ...costsFixture(all, smallest),
    "coverage-period": {
      period_from: "2025-01-01",
      contacts_from: "2025-01-01",
      customers: all.length,
      without_order: 9,
      due_without_order: false,
      contacts,
      without_role: 12,
      without_time: 300,
      without_content: 90,
      with_others: 7,
      costs_in: "units",
      effect_days: 90,
      touchpoint_reach: 0.1,
      cost_to_serve: sum(all, (c) => c.cost),
      cost_of_others: 0,
      uncosted_customers: 31,
      below_customers: all.filter((c) => c.profit < c.cost).length,
    },
    "visit-compliance": hide(
      "visit-compliance",
      byDate.flatMap((d, i) =>
        lines.map(([name, role, kind, least, most]) => {
          const own = of(name);
          const met = sum(own, (c) => Math.min(c.contacts, least) * (1 - 0.02 * (byDate.length - 1 - i)));
          return {
            as_of: d.as_of,
            class: name,
            role,
            kind,
            customers: own.length,
            due: own.length * least,
            held: sum(own, (c) => c.contacts),
            met: Math.round(met),
            over_contacts: sum(own, (c) => Math.max(0, c.contacts - most)),
            planned: 9,
            cancelled: 4,
            suppressed: false,
          };
        }),
      ),
    ),
    "visit-standing": hide(
      "visit-standing",
      lines.flatMap(([name, role, kind, least, most]) =>
        grouped(
          of(name),
          (c) => standingOf(c, least, most),
          (standing, group) => ({
            class: name,
            role,
            kind,
            standing: standing as Standing,
            customers: group.length,
            suppressed: false,
          }),
        ),
      ),
    ),
    "contact-mix": hide("contact-mix", [
      ...mix("channel", channels),
      ...mix("content", contents),
      ...mix("initiated_by", ["company", "company", "customer", "unknown"]),
    ]),
    "contact-hours": hide(
      "contact-hours",
      grouped(
        all,
        (c) => `${1 + (number(c) % 5)}|${9 + (number(c) % 8)}`,
        (key, group) => ({
          weekday: Number(key.split("|")[0]),
          hour: Number(key.split("|")[1]),
          customers: group.length,
          contacts: sum(group, (c) => c.contacts),
          suppressed: false,
        }),
      ),
    ),
    effort: hide(
      "effort",
      grouped(
        all,
        (c) => c.class,
        (name, group) => ({
          class: name as AbcClass,
          customers: group.length,
          contacts: sum(group, (c) => c.contacts),
          cost: sum(group, (c) => 4 * c.contacts),
          revenue: sum(group, (c) => c.revenue),
          profit: sum(group, (c) => c.profit),
          suppressed: false,
        }),
      ),
    ),
    "touchpoint-plan": parseSettings("").coverage.touchpoints.map((point, i) => {
      const name = typeof point.name === "string" ? {en: point.name, zh: point.name} : point.name;
      return {
        touchpoint: i + 1,
        information: point.needs.includes("information"),
        service: point.needs.includes("service"),
        name_en: name.en,
        name_zh: name.zh,
        ...Object.fromEntries(
          ["behaviour", "staff", "facilities", "tools", "standards"].flatMap((k) => [
            [`${k}_en`, i === 0 && k === "staff" ? "Two account managers" : null],
            [`${k}_zh`, i === 0 && k === "staff" ? "两名客户经理" : null],
          ]),
        ),
      } as CoverageCubes["touchpoint-plan"][number];
    }),
    touchpoints: hide(
      "touchpoints",
      grouped(
        all,
        (c) => `${1 + (number(c) % 4)}|${number(c) % 3 ? "information" : "service"}`,
        (key, group) => ({
          touchpoint: Number(key.split("|")[0]),
          need: key.split("|")[1] as "information" | "service",
          customers: group.length,
          contacts: sum(group, (c) => c.contacts),
          begun_by_customer: sum(group, (c) => Math.floor(c.contacts / 3)),
          suppressed: false,
        }),
      ),
    ),
    "contact-goals": hide(
      "contact-goals",
      grouped(
        all,
        (c) => `${c.class}|${["reached", "not_reached", "overdue", "open"][number(c) % 4]}`,
        (key, group) => ({
          class: key.split("|")[0] as AbcClass,
          state: key.split("|")[1] as GoalState,
          customers: group.length,
          contacts: 2 * group.length,
          suppressed: false,
        }),
      ),
    ),
    "contact-effect": hide(
      "contact-effect",
      (["reached", "not_reached", "no_goal"] as const).map((outcome, i) => ({
        outcome,
        customers: 40 + 100 * i,
        before: 40_000_000 + i,
        after: 44_000_000 + i,
        suppressed: false,
      })),
    ),
    lifecycle: hide(
      "lifecycle",
      grouped(
        all,
        (c) => ["acquisition", "growth", "growth", "maturity", "inactive"][number(c) % 5]!,
        (phase, group) => ({
          phase: phase as LifePhase,
          customers: group.length,
          revenue: sum(group, (c) => c.revenue),
          profit: sum(group, (c) => c.profit),
          contacts: sum(group, (c) => c.contacts),
          suppressed: false,
        }),
      ),
    ),
  };
  if (!named) return cubes;
  const listed = (c: Seen, list: "under" | "over"): CoverageCubes["visit-accounts"][number] => ({
    list,
    customer_id: c.id,
    name: c.name,
    class: c.class,
    due: 60,
    met: Math.min(60, c.contacts),
    held: c.contacts,
    over_contacts: Math.max(0, c.contacts - 12),
    revenue: c.revenue,
    profit: c.profit,
  });
  return {
    ...cubes,
    "cost-accounts": costAccounts(all),
    "visit-accounts": [
      ...of("A")
        .slice(0, 20)
        .map((c) => listed(c, "under")),
      ...of("C")
        .slice(0, 20)
        .map((c) => listed(c, "over")),
    ],
  };
}
