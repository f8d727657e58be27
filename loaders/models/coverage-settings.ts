import {literal} from "../quote.js";
import type {Frequency} from "../settings/coverage.js";
import type {Settings} from "../settings.js";

const roles = ["sales", "manager", "marketing_director", "general_manager"] as const;
const kinds = ["visit", "call"] as const;
const perYear = {month: 12, quarter: 4, "half-year": 2, year: 1} as const;

/** One line of the visit plan; least and most contacts a year are null where the line says "as needed". */
interface PlanLine {
  class: "A" | "B" | "C";
  role: (typeof roles)[number];
  kind: (typeof kinds)[number];
  least: number | null;
  most: number | null;
}

/** The plan's lines, class by class; what is "none" has no line. Contacts a year. */
export function planLines({plan}: Settings["coverage"]): PlanLine[] {
  return (["A", "B", "C"] as const).flatMap((name) =>
    roles.flatMap((role) =>
      kinds.flatMap((kind): PlanLine[] => {
        const often: Frequency = plan[name][`${role}_${kind}`];
        if (often === "none") return [];
        const key = {class: name, role, kind};
        if (often === "as needed") return [{...key, least: null, most: null}];
        const times = perYear[often.per];
        return [{...key, least: often.min * times, most: (often.max ?? often.min) * times}];
      }),
    ),
  );
}

/** A list of records as SQL, typed so that an empty one keeps its columns. */
function structs(rows: readonly Record<string, string>[], types: Record<string, string>): string {
  const values = rows.map(
    (row) =>
      `{${Object.keys(types)
        .map((key) => `'${key}': ${row[key] ?? "NULL"}`)
        .join(", ")}}`,
  );
  const type = Object.entries(types).map(([key, sql]) => `${key} ${sql}`);
  return `[${values.join(", ")}]::STRUCT(${type.join(", ")})[]`;
}

const list = (values: readonly string[]): string => `[${values.map(literal).join(", ")}]::VARCHAR[]`;

/** What the SQL of coverage, channels, phases and the budget reads, as DuckDB variables (name to SQL). */
export function coverageVariables(settings: Settings): Record<string, string> {
  const {coverage, lifecycle, budget, window, pareto} = settings;
  const plan = planLines(coverage).map((line) => ({
    class: literal(line.class),
    role: literal(line.role),
    kind: literal(line.kind),
    least: String(line.least ?? "NULL"),
    most: String(line.most ?? "NULL"),
  }));
  const both = (words: string | {en: string; zh: string} | undefined, locale: "en" | "zh"): string =>
    words === undefined ? "NULL" : literal(typeof words === "string" ? words : words[locale]);
  const designs = ["name", "behaviour", "staff", "facilities", "tools", "standards"] as const;
  const locales = ["en", "zh"] as const;
  const touchpoints = coverage.touchpoints.map((point, i) => ({
    place: String(i + 1),
    kinds: list(point.kinds),
    information: String(point.needs.includes("information")),
    service: String(point.needs.includes("service")),
    ...Object.fromEntries(
      designs.flatMap((key) => locales.map((locale) => [`${key}_${locale}`, both(point[key], locale)])),
    ),
  }));
  return {
    coverage_days: String(coverage.period_days ?? (window === "all" ? 365 : window)),
    due_without_order: String(coverage.due_without_order),
    abc_preset: literal(pareto.primary),
    abc_measure: pareto.measure === undefined ? "NULL::VARCHAR" : literal(pareto.measure),
    visit_plan: structs(plan, {
      class: "VARCHAR",
      role: "VARCHAR",
      kind: "VARCHAR",
      least: "DECIMAL(12, 4)",
      most: "DECIMAL(12, 4)",
    }),
    blank_role: coverage.blank_role === "none" ? "NULL::VARCHAR" : literal(coverage.blank_role),
    channel_of: structs(
      Object.entries(coverage.channels).map(([kind, channel]) => ({
        kind: literal(kind.toLowerCase()),
        channel: literal(channel),
      })),
      {kind: "VARCHAR", channel: "VARCHAR"},
    ),
    contact_costs: structs(
      Object.entries(coverage.contact_costs).map(([channel, cost]) => ({
        channel: literal(channel),
        cost: String(cost),
      })),
      {channel: "VARCHAR", cost: "DECIMAL(18, 4)"},
    ),
    contact_costs_in: literal(coverage.costs_in),
    information_contents: list(coverage.needs.information),
    service_contents: list(coverage.needs.service),
    touchpoints: structs(touchpoints, {
      place: "INTEGER",
      kinds: "VARCHAR[]",
      information: "BOOLEAN",
      service: "BOOLEAN",
      ...Object.fromEntries(
        designs.flatMap((key) => locales.map((locale) => [`${key}_${locale}`, "VARCHAR"])),
      ),
    }),
    touchpoint_reach: String(coverage.touchpoint_reach),
    effect_days: String(coverage.effect_days),
    acquisition_days: String(lifecycle.acquisition_days),
    maturity_days: String(lifecycle.maturity_days),
    growth_above: `${lifecycle.growth_above}::DECIMAL(9, 4)`,
    inactive_days: String(lifecycle.inactive_days),
    budget_marks: `[${budget.vip_share}, ${budget.vip_share + budget.large_share}]`,
    public_industries: list(budget.public_industries.map((name) => name.toLowerCase())),
  };
}
