import type {BudgetState, CurvePoint, Tier} from "../../budget-plan.js";
import {settingOf, settingText} from "../../settings-in-force.js";
import type {Site} from "../../site.js";

/** All that a plan is worked out from, in the page and in the browser. Money is in the currency's major unit. */
export interface BudgetFacts {
  customers: number;
  /** The curves of the measures that there are; each point a whole per cent of the customers. */
  curves: {revenue: CurvePoint[]; profit: CurvePoint[]};
  currency: string;
  minor_digits: number;
  /** Fewest customers of whom anything may be told. */
  smallest: number;
  /** Public accounts among the customers; null where too few to tell, and whether any industry is named public. */
  public_customers: number | null;
  public_named: boolean;
  public_limit: number;
  plan_1: Tier[];
  plan_2: Tier[];
  start: BudgetState;
}

/** The facts of this report's customers and of the two plans of the settings; null where nobody can be ranked. */
export function budgetFacts(site: Site): BudgetFacts | null {
  const {report} = site.cubes;
  const points = site.cubes.find("budget-curve") ?? [];
  const end = points.find((p) => p.percent === 100);
  if (!end) return null;
  const unit = 10 ** report.minor_digits;
  const curve = (measure: "revenue" | "profit"): CurvePoint[] => {
    const all = new Map<number, CurvePoint>();
    for (const p of points.filter((q) => q.measure === measure))
      all.set(p.customers, {
        customers: p.customers,
        amount: p.amount / unit,
        public_customers: p.public_customers,
      });
    return [...all.values()];
  };
  const of = (key: string, otherwise: number): number => settingOf(site, `budget.${key}`, otherwise);
  const [vip, large] = [of("vip_share", 4), of("large_share", 16)];
  const plan_2 = [
    {share: vip, cost: of("vip", 1000)},
    {share: large, cost: of("large", 200)},
    {share: 100 - vip - large, cost: of("letter", 0)},
  ];
  const cap = Number(settingText(site, "budget.cap") ?? Number.NaN);
  return {
    customers: end.customers,
    curves: {revenue: curve("revenue"), profit: curve("profit")},
    currency: report.currency,
    minor_digits: report.minor_digits,
    smallest: report.smallest_cell,
    public_customers: end.public_customers,
    public_named: (settingText(site, "budget.public_industries") ?? "") !== "",
    public_limit: of("public_limit", 0),
    plan_1: [{share: 100, cost: of("everyone", 200)}],
    plan_2,
    start: {
      tiers: plan_2,
      by: report.has_profit ? "profit" : "revenue",
      cap: Number.isFinite(cap) ? cap : null,
    },
  };
}
