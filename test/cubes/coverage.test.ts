import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {coverageAggregates} from "../../loaders/audiences/coverage.js";
import {headsUpTo} from "../../src/components/budget-plan.js";
import type {Audience} from "../../src/cubes.js";
import {type Published, publishFolder, Workshop} from "../warehouse/published.js";

const audiences: readonly Audience[] = ["analysts", "executives"];
const n = 230;
const pick = <T>(all: readonly T[], i: number): T => all[i % all.length]!;

/** A business of 230 customers, their contacts and what they cost; prospects among the contacts. */
function business(): Record<string, string> {
  const ids = Array.from({length: n}, (_, i) => `ID${1000 + i}`);
  const lines = ids.flatMap((id, i) =>
    ["2024-11-05", "2025-03-05", "2025-12-31"].map(
      (day, k) => `${id},${day},${100 + ((i * 37 + k) % 400)},${(i * 13 + k) % 350}`,
    ),
  );
  const contacts = [...ids, "IDlead"].flatMap((id, i) =>
    Array.from({length: i % 7}, (_, k) =>
      [
        id,
        `2025-${String(1 + ((i + k) % 12)).padStart(2, "0")}-${String(1 + ((i * 3 + k) % 28)).padStart(2, "0")}T${String(8 + (k % 9)).padStart(2, "0")}:30:00`,
        pick(["visit", "call", "email", "fair"], i + k),
        pick(["sales", "manager", ""], k),
        pick(["held", "held", "held", "planned", "cancelled"], i + k),
        pick(["company", "customer", ""], i),
        pick(["product", "information", "policy", ""], k),
      ].join(","),
    ),
  );
  return {
    "transactions.csv": `customer_id,ordered_on,amount,cost\n${lines.join("\n")}\n`,
    "customers.csv": `customer_id,name,industry\n${ids.map((id, i) => `${id},Name of ${id},${i % 20 ? "Trade" : "Government"}`).join("\n")}\n`,
    "interactions.csv": `customer_id,occurred_on,kind,role,status,initiated_by,content\n${contacts.join("\n")}\n`,
    "costs.csv": `customer_id,period,cost\n${ids.map((id, i) => `${id},2025,${(i * 11) % 300}`).join("\n")}\nIDlead,2025,40\n`,
    "report.toml": '[budget]\npublic_industries = ["Government"]\n',
  };
}

describe("the cubes of coverage and the budget", () => {
  let workshop: Workshop;
  const published = {} as Record<Audience, Published>;
  beforeAll(async () => {
    workshop = new Workshop();
    const folder = workshop.folder(business());
    for (const audience of audiences) published[audience] = await publishFolder(folder, audience);
  });
  afterAll(() => workshop.remove());

  it("count every contact of the period once in each mix, and every customer once in effort, cost and phases", () => {
    const all = published.analysts;
    const period = all.cube("coverage-period");
    const sum = (values: (number | null)[]): number => values.reduce<number>((s, x) => s + x!, 0);
    for (const by of ["channel", "content", "initiated_by"] as const)
      expect(sum(all.cube("contact-mix").flatMap((r) => (r.by === by ? [r.contacts] : [])))).toBe(
        period.contacts,
      );
    const effort = all.cube("effort");
    expect(sum(effort.map((r) => r.contacts)) + period.with_others).toBe(period.contacts);
    expect(period.with_others).toBeGreaterThan(0);
    expect(sum(all.cube("contact-hours").map((r) => r.contacts)) + period.without_time).toBe(period.contacts);
    expect(sum(effort.map((r) => r.customers))).toBe(n);
    expect(sum(all.cube("cost-to-serve").map((r) => r.customers))).toBe(n);
    expect(sum(all.cube("cost-to-serve").map((r) => r.cost)) + period.cost_of_others!).toBe(
      period.cost_to_serve,
    );
    expect(period.cost_of_others).toBe(4000);
    const below = all.cube("cost-to-serve").filter((r) => r.standing === "below");
    expect(period.below_customers).toBe(sum(below.map((r) => r.customers)));
    expect(sum(all.cube("lifecycle").map((r) => r.customers))).toBe(n);
  });

  it("part the accounts of each line of the plan by how they stand", () => {
    const all = published.analysts;
    for (const line of all.cube("visit-compliance").filter((r) => r.as_of === "2025-12-31")) {
      const own = all
        .cube("visit-standing")
        .filter((r) => r.class === line.class && r.role === line.role && r.kind === line.kind);
      expect(own.reduce((s, r) => s + r.customers!, 0)).toBe(line.customers);
      expect(line.met!).toBeLessThanOrEqual(Math.min(line.due!, line.held!));
    }
  });

  it("hold the whole curve of the budget for analysts, at every per cent", async () => {
    const all = published.analysts;
    const ranked = await all.query<{revenue: string}>(
      "SELECT revenue::DOUBLE AS revenue FROM scores WHERE is_customer AND as_of = DATE '2025-12-31' ORDER BY revenue DESC",
    );
    const points = all.cube("budget-curve").filter((p) => p.measure === "revenue");
    expect(points.map((p) => p.percent)).toEqual(Array.from({length: 100}, (_, i) => i + 1));
    for (const p of points) {
      expect(p.customers).toBe(headsUpTo(p.percent, n));
      const brought = ranked.slice(0, p.customers).reduce((s, r) => s + Number(r.revenue), 0);
      expect(p.amount).toBe(Math.round(100 * brought));
    }
    expect(points.at(-1)!.public_customers).toBe(12);
  });

  it("tell executives no tier of fewer than five, the source’s plans first, and no step of public accounts", () => {
    const points = published.executives.cube("budget-curve").filter((p) => p.measure === "profit");
    expect(points.map((p) => p.percent)).toEqual(expect.arrayContaining([4, 20, 100]));
    points.forEach((p, i) => {
      expect(p.customers - (points[i - 1]?.customers ?? 0)).toBeGreaterThanOrEqual(5);
    });
    expect(points.length).toBeGreaterThan(15);
    expect(points.map((p) => p.public_customers).filter((x) => x !== null)).toEqual([12]);
    const whale = published.executives.cube("whale-after-cost").filter((p) => p.measure === "after");
    whale.forEach((p, i) => {
      expect(p.customers - (whale[i - 1]?.customers ?? 0)).toBeGreaterThanOrEqual(5);
    });
    const names = Object.keys(coverageAggregates) as (keyof typeof coverageAggregates)[];
    const text = names.map((name) => JSON.stringify(published.executives.cube(name))).join("\n");
    expect(/ID1\d\d\d|Name of|IDlead/.test(text)).toBe(false);
  });

  it("are there without the exports of contacts, costs and customers, and hold nothing that those would tell", async () => {
    const {"transactions.csv": transactions} = business();
    const alone = await publishFolder(workshop.folder({"transactions.csv": transactions!}));
    for (const name of [
      "visit-compliance",
      "contact-mix",
      "contact-hours",
      "touchpoints",
      "cost-to-serve",
    ] as const)
      expect([name, alone.cube(name)]).toEqual([name, []]);
    const period = alone.cube("coverage-period");
    expect([period.customers, period.contacts, period.contacts_from, period.cost_to_serve]).toEqual([
      n,
      0,
      null,
      null,
    ]);
    expect(alone.cube("budget-curve").length).toBe(200);
    expect(alone.cube("lifecycle").every((r) => r.contacts === null)).toBe(true);
  });
});
