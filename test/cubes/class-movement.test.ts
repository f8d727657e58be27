import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {movesOfColumns} from "../../src/components/exhibits/movement/pairs.js";
import type {ClassMovementRow} from "../../src/cubes/movement.js";
import {type Published, publishFolder, Workshop} from "../warehouse/published.js";

/** Two hundred customers over two years, whose stages and shares rise, fall and appear; one has only given back. */
function business(): Record<string, string> {
  const ids = Array.from({length: 200}, (_, i) => `ID${1000 + i}`);
  const lines = ids.flatMap((id, i) =>
    Array.from({length: 1 + (i % 6)}, (_, k) => {
      const months = (i * 5 + k * 4) % 24;
      const month = String(1 + (months % 12)).padStart(2, "0");
      return `${id},${2024 + Math.floor(months / 12)}-${month}-15,${(i * i * (k + 1)) % 9973},${i % 700}`;
    }),
  );
  const assessed = ids.flatMap((id, i) =>
    i % 4 === 0
      ? []
      : [0, 1, 2].map(
          (k) =>
            `${id},202${4 + (k > 1 ? 1 : 0)}-0${1 + 3 * (k % 2)}-10,${1 + ((i + 2 * k) % 5)},${1 + ((i * 3 + k) % 5)}`,
        ),
  );
  const wallets = ids.flatMap((id, i) =>
    i % 3 === 0 ? [] : [`${id},2024-11-30,${(i * 7) % 101}`, `${id},2025-11-30,${(i * 11 + 40) % 101}`],
  );
  return {
    "transactions.csv": `customer_id,ordered_on,amount,cost\n${lines.join("\n")}\nIDback,2024-05-01,-9,0\nID1000,2025-12-31,5,1\n`,
    "customers.csv": `customer_id,name\n${ids.map((id) => `${id},Name of ${id}`).join("\n")}\nIDlead,Name of lead\n`,
    "relationships.csv": `customer_id,assessed_on,personal_level,company_level\n${assessed.join("\n")}\n`,
    "wallets.csv": `customer_id,as_of,share_pct\n${wallets.join("\n")}\n`,
  };
}

let workshop: Workshop;
let analysts: Published;
let executives: Published;
beforeAll(async () => {
  workshop = new Workshop();
  const folder = workshop.folder(business());
  analysts = await publishFolder(folder);
  executives = await publishFolder(folder, "executives");
});
afterAll(() => workshop.remove());

describe("the movements of a report", () => {
  it("have at both dates the classes, and the money, that the other pages tell of these dates", () => {
    const {dates, primary_abc_preset: preset, primary_abc_measure: measure} = analysts.cube("report");
    const moves = movesOfColumns(analysts.cube("class-movement-pairs"));
    const told: Record<string, (day: string) => (readonly [string, number | null, number | null])[]> = {
      wallet_stage: (day) =>
        analysts
          .cube("wallet")
          .filter((r) => r.as_of === day)
          .map((r) => [r.stage, r.customers, r.revenue]),
      metal: (day) =>
        analysts
          .cube("pyramid")
          .filter((r) => r.as_of === day && r.pyramid === "metal")
          .map((r) => [r.level, r.customers, r.revenue]),
      rfm_segment: (day) =>
        analysts
          .cube("rfm-segments")
          .filter((r) => r.as_of === day)
          .map((r) => [r.segment, r.customers, r.revenue]),
      abc: (day) =>
        analysts
          .cube("abc")
          .filter((r) => r.as_of === day && r.preset === preset && r.measure === measure)
          .map((r) => [r.class, r.customers, r.revenue]),
    };
    expect(moves.pairs).toHaveLength(5 * ((dates.length * (dates.length - 1)) / 2));
    let compared = 0;
    for (const pair of moves.pairs) {
      const classes = told[pair.model];
      if (!classes) continue;
      const rows = moves.of(pair);
      const margin = (side: "from_class" | "to_class", money: "revenue_before" | "revenue_after") => {
        const sums = new Map<string, [number, number]>();
        for (const r of rows) {
          const [customers, revenue] = sums.get(r[side]) ?? [0, 0];
          sums.set(r[side], [customers + r.customers!, revenue + r[money]!]);
        }
        return sums;
      };
      const [before, after] = [margin("from_class", "revenue_before"), margin("to_class", "revenue_after")];
      for (const [day, sums] of [
        [pair.from, before],
        [pair.to, after],
      ] as const)
        for (const [name, customers, revenue] of classes(day)) {
          expect([pair, day, name, sums.get(name)]).toEqual([pair, day, name, [customers, revenue]]);
          compared += 1;
        }
      const ledger = (day: string): number | undefined =>
        analysts.cube("kpis").find((k) => k.as_of === day && (k.role === "now" || k.role === "quarter_end"))
          ?.revenue;
      expect([...before.values()].reduce((s, [, revenue]) => s + revenue, 0)).toBe(ledger(pair.from));
      expect([...after.values()].reduce((s, [, revenue]) => s + revenue, 0)).toBe(ledger(pair.to));
    }
    expect(compared).toBeGreaterThan(500);
  });

  it("name customers for the account team alone", () => {
    expect(analysts.cube("class-movers").length).toBeGreaterThan(10);
    expect(() => executives.cube("class-movers")).toThrow(/ENOENT/);
    expect(() => executives.cube("class-movement-pairs")).toThrow(/ENOENT/);
  });

  it("tell executives few pairs, no small move, and no class of a day that is small or gives one away", () => {
    const rows = executives.cube("class-movement");
    const {as_of} = executives.cube("report");
    expect(new Set(rows.map((r) => r.to))).toEqual(new Set([as_of]));
    expect(new Set(rows.map((r) => r.from)).size).toBeLessThanOrEqual(2);
    expect(rows.some((r) => r.suppressed) && rows.some((r) => !r.suppressed)).toBe(true);
    for (const r of rows) expect(r.customers === null || r.customers >= 5).toBe(true);
    const real = analysts.cube("class-movement");
    const sums = (side: "from_class" | "to_class", r: ClassMovementRow): number =>
      real
        .filter((o) => o.model === r.model && o.from === r.from && o[side] === r[side])
        .reduce((s, o) => s + o.customers!, 0);
    for (const r of rows.filter((o) => !o.suppressed))
      expect(sums("from_class", r) >= 5 && sums("to_class", r) >= 5).toBe(true);
  });

  it("leave the few who only gave back out for executives", () => {
    const back = (rows: ClassMovementRow[]) => rows.filter((r) => r.to_class === "none");
    const models = new Set(back(analysts.cube("class-movement")).map((r) => r.model));
    expect(models).toEqual(new Set(["wallet_stage", "abc"]));
    expect(back(executives.cube("class-movement"))).toEqual([]);
  });

  it("sum up for executives who rose and who regressed, where that gives no small group away", () => {
    const ways = executives.cube("class-movement-ways");
    const [shown, real] = [executives.cube("class-movement"), analysts.cube("class-movement")];
    let told = 0;
    for (const way of ways.filter((w) => w.customers !== null)) {
      const mine = (rows: ClassMovementRow[]): number =>
        rows
          .filter((r) => r.model === way.model && r.from === way.from && r.direction === way.direction)
          .reduce((s, r) => s + (r.customers ?? 0), 0);
      expect(mine(real)).toBe(way.customers);
      const hidden = way.customers! - mine(shown);
      expect(hidden === 0 || hidden >= 5).toBe(true);
      told += 1;
    }
    expect(told).toBeGreaterThan(2);
  });
});
