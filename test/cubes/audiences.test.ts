import * as d3 from "d3";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Columns} from "../../loaders/audiences/columns.js";
import {audiences} from "../../loaders/audiences.js";
import {definitions} from "../../loaders/cubes/cubes.js";
import {identifiersOf} from "../../loaders/publish.js";
import type {Audience, CubeName} from "../../src/cubes.js";
import {type Published, publishWhole, Workshop} from "../warehouse/published.js";

/** The cubes that part customers into cells, with the ways in which their totals are published. */
const parted = Object.entries(definitions).flatMap(([name, {suppression}]) =>
  suppression
    ? [
        [
          name as CubeName,
          suppression as {within: readonly (readonly string[])[]; measures: readonly string[]},
        ] as const,
      ]
    : [],
);

const everyAudience: readonly Audience[] = ["executives", "account-team", "analysts"];

/** A business of 300 customers with every export, names that can be told apart, and faults in its files. */
function business(): Record<string, string> {
  const ids = Array.from({length: 300}, (_, i) => `ID${1000 + i}`);
  const lines = ids.flatMap((id, i) =>
    Array.from(
      {length: 1 + (i % 5)},
      (_, k) =>
        `${id},${2024 + (k % 2)}-${String(1 + ((i * 7 + k * 3) % 12)).padStart(2, "0")}-15,${(i * i) % 9_973},${i % 400},K${i % 3}`,
    ),
  );
  return {
    "transactions.csv": `customer_id,ordered_on,amount,cost,category\n${lines.join("\n")}\nID1001,2025-01-01,-5,,\nIDback,2025-01-01,-9,,\nIDodd,soon,SECRETVALUE,,\n`,
    "customers.csv": `customer_id,name,region\n${ids.map((id, i) => `${id},Name of ${id},R${i % 3}`).join("\n")}\nIDlead,Name of lead,R1\nIDlead,Name twice,R1\n`,
    "relationships.csv": `customer_id,assessed_on,personal_level,company_level\n${ids.map((id, i) => `${id},2024-0${1 + (i % 9)}-01,${1 + (i % 5)},${1 + ((i * 3) % 5)}`).join("\n")}\nID1002,2025-01-01,SECRETLEVEL,3\n`,
    "wallets.csv": `customer_id,as_of,share_pct\n${ids.map((id, i) => `${id},2024-12-31,${(i * 7) % 101}`).join("\n")}\nID1003,2025-01-01,180\n`,
    "interactions.csv": `customer_id,occurred_on,kind,role,status,department,contact_id,content,goal,due_on,achieved\n${ids.map((id, i) => `${id},2025-0${1 + (i % 9)}-1${i % 9} 1${i % 8}:30,${["visit", "call", "email"][i % 3]},${["sales", "manager"][i % 2]},held,D${i % 3},P${i % 4},product,SECRETGOAL,2025-10-01,${i % 2}`).join("\n")}\n`,
    "complaints.csv": `customer_id,opened_on,resolved_on,cause,valid,satisfied\n${ids
      .map((id, i) => ({id, i, month: `${i % 7 > 4 ? 2025 : 2024}-${String(4 + (i % 9)).padStart(2, "0")}`}))
      .filter(({i}) => i % 4 < 2)
      .map(
        ({id, i, month}) =>
          `${id},${month}-05,${i % 9 === 0 ? "" : `${month}-0${6 + (i % 3)}`},${["goods", "service", "customer"][i % 3]},${i % 5 === 0 ? "no" : "yes"},${i % 3 === 0 ? "no" : "yes"}`,
      )
      .join("\n")}\n`,
    "surveys.csv": `customer_id,sent_on,responded_on,perceived,expected,intends_to_buy,would_recommend\n${ids.map((id, i) => `${id},2025-02-01,${i % 3 === 0 ? "" : "2025-02-09"},${1 + (i % 5)},4,${i % 2 ? "yes" : "no"},${i % 3 ? "yes" : "no"}`).join("\n")}\n`,
    "events.csv": `customer_id,occurred_on,kind,note\n${ids.map((id, i) => `${id},2025-0${1 + (i % 9)}-05,${["new_product", "personnel_change", "cost_reduction"][i % 3]},SECRETNOTE`).join("\n")}\n`,
    "costs.csv": `customer_id,period,cost,kind\n${ids.map((id, i) => `${id},2025,${i % 90},visits`).join("\n")}\n`,
    "report.toml": `title = "Test"\n[transactions]\nwhere = "customer_id <> 'ID1299'"\n`,
  };
}

describe("what leaves the building", () => {
  let workshop: Workshop;
  const published = {} as Record<Audience, Published>;
  beforeAll(async () => {
    workshop = new Workshop();
    const folder = workshop.folder(business());
    for (const audience of everyAudience) published[audience] = await publishWhole(folder, audience);
  });
  afterAll(() => workshop.remove());
  const rowsOf = (audience: Audience, name: CubeName): Record<string, unknown>[] =>
    published[audience].cube(name) as unknown as Record<string, unknown>[];

  for (const audience of everyAudience) {
    it(`is on the list, cube by cube and column by column, for ${audience}`, () => {
      const bytes = published[audience].cubeBytes();
      // What is searched for is gathered from the pages when the site is built, not from the warehouse.
      const listed = Object.keys(audiences[audience]).filter((name) => name !== "search");
      expect(new Set(Object.keys(bytes))).toEqual(new Set(listed.map((name) => `${name}.json`)));
      for (const [file, text] of Object.entries(bytes)) {
        const name = file.replace(".json", "") as CubeName;
        const wrong = findUnlisted(JSON.parse(text), audiences[audience][name]!);
        expect([name, wrong]).toEqual([name, []]);
      }
    });
  }

  it("holds no id, no name and no value of a file for executives", async () => {
    const text = Object.values(published.executives.bytes()).join("\n");
    for (const secret of [
      "ID1",
      "Name of",
      "IDlead",
      "IDback",
      "SECRETVALUE",
      "SECRETLEVEL",
      "SECRETGOAL",
      "SECRETNOTE",
      "soon",
      "ID1299",
    ]) {
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    }
    const {directory, warehouse} = published.executives;
    const identifiers = await identifiersOf({directory, warehouse, key: "", audience: "executives"});
    expect(identifiers).toHaveLength(new Set(identifiers).size);
    for (const secret of ["ID1000", "IDback", "IDlead", "Name of ID1000", "Name of lead"]) {
      expect(identifiers).toContain(secret);
    }
    expect(identifiers.filter((identifier) => text.includes(`"${identifier}"`))).toEqual([]);
  });

  it("names customers for the account team", async () => {
    expect(published["account-team"].bytes()["rfm-members.json"]).toContain("Name of ID1");
    const {directory, warehouse} = published["account-team"];
    expect(await identifiersOf({directory, warehouse, key: "", audience: "account-team"})).toEqual([]);
  });

  it("has no cell of fewer than five customers for executives, in any cube that parts customers", () => {
    for (const [name] of parted) {
      const rows = rowsOf("executives", name);
      // These orders are too regular for a purchase model to be fitted: nobody has a chance of being alive.
      expect([name, rows.length > 0]).toEqual([name, name !== "lifetime-alive"]);
      for (const row of rows) {
        if (row.suppressed) expect([name, row.customers, row.revenue ?? null]).toEqual([name, null, null]);
        else expect(row.customers).toBeGreaterThanOrEqual(5);
      }
    }
    // Of 300 customers on the ledger 1% are 3, and 5% are 15.
    const now = published.executives
      .cube("concentration")
      .filter(({as_of}) => as_of === published.executives.cube("report").as_of);
    for (const row of now)
      expect([row.customers, row.top1_share, row.top5_share === null]).toEqual([299, null, false]);
    const ledger = published.executives.cube("ledger");
    // One customer only gave back, whom another count or sum of the ledger would tell; and one never bought.
    expect([ledger.refund_only_customers, ledger.prospects, ledger.customers]).toEqual([null, null, 299]);
    const {ledger: whole, inputs} = {
      ledger: published.analysts.cube("ledger"),
      inputs: published.executives.cube("inputs"),
    };
    expect([whole.customers, whole.revenue - ledger.revenue]).toEqual([300, -900]);
    expect(inputs.every(({money_used}) => money_used === null)).toBe(true);
    for (const kpi of published.executives.cube("kpis")) {
      expect(kpi.customers).toBeGreaterThanOrEqual(5);
      const {
        active_customers,
        new_customers,
        refund_only_customers,
        below_zero_customers,
        at_zero_customers,
      } = kpi;
      for (const told of [
        active_customers,
        new_customers,
        refund_only_customers,
        below_zero_customers,
        at_zero_customers,
      ])
        expect(told === null || told === 0 || told >= 5).toBe(true);
    }
    const curve = published.executives.cube("pareto-curve");
    for (const measure of ["revenue", "profit"]) {
      const steps = curve.filter((point) => point.measure === measure).map((point) => point.customers);
      expect(steps.length).toBeGreaterThan(5);
      steps.forEach((customers, i) => {
        expect(customers - (steps[i - 1] ?? 0)).toBeGreaterThanOrEqual(5);
      });
    }
  });

  it("can't be told from totals: a gap in a published table is never alone, nor are gaps of fewer than five", () => {
    let gaps = 0;
    for (const [name, {within, measures}] of parted) {
      const cellOf = (row: Record<string, unknown>): string =>
        JSON.stringify(
          Object.entries(row).filter(([key]) => key !== "suppressed" && !measures.includes(key)),
        );
      const known = new Map(rowsOf("analysts", name).map((row) => [cellOf(row), row]));
      const shown = rowsOf("executives", name);
      const real = shown.map((row) => known.get(cellOf(row))!);
      // Cells of the one who only gave back, who is left out, are missing.
      expect([name, shown.length >= known.size * 0.8, real.every(Boolean)]).toEqual([name, true, true]);
      for (const keys of within) {
        const groups = d3.group(
          shown.map((row, i) => ({row, customers: Number(real[i]!.customers)})),
          ({row}) => JSON.stringify(keys.map((key) => row[key])),
        );
        for (const group of groups.values()) {
          const gone = group.filter(({row}) => row.suppressed);
          gaps += gone.length;
          if (gone.length === 0 || gone.length === group.length) continue;
          expect([name, gone.length > 1, d3.sum(gone, (gap) => gap.customers) >= 5]).toEqual([
            name,
            true,
            true,
          ]);
        }
      }
    }
    expect(gaps).toBeGreaterThan(20);
  });

  it("hides nothing from analysts, whatever the smallest cell", () => {
    for (const name of ["abc", "rfm", "grid", "wallet", "stage-cross"] as const) {
      for (const row of published.analysts.cube(name)) expect(row.suppressed).toBe(false);
    }
    expect(published.analysts.cube("rfm").some((row) => row.customers! < 5)).toBe(true);
  });

  it("leaves settings that may name a customer out for executives alone", () => {
    const keys = (audience: Audience): string[] => published[audience].cube("settings").map(({key}) => key);
    expect(keys("account-team")).toContain("transactions.where");
    expect(keys("executives").filter((key) => key.startsWith("transactions."))).toEqual([]);
    expect(keys("executives")).toContain("wallet.stable_from");
    const changed = published.analysts.cube("settings").filter((row) => row.changed);
    expect(changed.map(({key}) => key)).toEqual(["title", "transactions.where"]);
  });
});

/** Paths whose column is not listed, or whose value is not of the listed kind. */
function findUnlisted(cube: unknown, columns: Columns): string[] {
  const wrong = new Set<string>();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, `${path}[]`);
    else if (typeof value === "object" && value !== null) {
      for (const [key, member] of Object.entries(value)) visit(member, path === "" ? key : `${path}.${key}`);
    } else {
      const kind = columns[path];
      if (kind === undefined || !fits(value, kind)) wrong.add(`${path} = ${JSON.stringify(value)}`);
    }
  };
  if (Array.isArray(cube)) for (const row of cube) visit(row, "");
  else visit(cube, "");
  return [...wrong];
}

function fits(value: unknown, kind: Columns[string]): boolean {
  if (value === null) return true;
  if (typeof kind !== "string") return kind.includes(value as string);
  const tests: Record<string, (v: unknown) => boolean> = {
    count: (v) => Number.isSafeInteger(v) && (v as number) >= 0,
    money: (v) => Number.isSafeInteger(v),
    share: (v) => typeof v === "number" && Number.isFinite(v),
    number: (v) => typeof v === "number" && Number.isFinite(v),
    day: (v) => /^\d{4}-\d{2}-\d{2}$/.test(String(v)),
    flag: (v) => typeof v === "boolean",
  };
  return tests[kind] ? tests[kind](value) : typeof value === "string";
}
