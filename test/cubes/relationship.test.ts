import {existsSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {CubeName, Cubes} from "../../src/cubes.js";
import {type Published, publishFolder, Workshop} from "../warehouse/published.js";

const asOf = "2025-12-31";
const ids = Array.from({length: 60}, (_, i) => `k${String(i).padStart(2, "0")}`);

/** Sixty accounts: levels, shares, ages and contacts that repeat with different periods, so that most groups are met. */
const files: Record<string, string> = {
  "transactions.csv": [
    "customer_id,ordered_on,amount,cost",
    ...ids.flatMap((id, i) => [
      `${id},2024-06-${String(1 + (i % 28)).padStart(2, "0")},${100 + i},50`,
      `${id},2025-${String(1 + (i % 12)).padStart(2, "0")}-15,${1000 + 37 * i},${300 + i}`,
    ]),
    `last,${asOf},1,1`,
    "",
  ].join("\n"),
  "customers.csv": `customer_id,name,region,industry\n${ids.map((id, i) => `${id},Firm ${id},R${i % 10},${i % 3 ? `I${i % 2}` : ""}`).join("\n")}\n`,
  "relationships.csv": `customer_id,assessed_on,personal_level,company_level\n${ids
    .filter((_, i) => i % 6)
    .map(
      (id, i) =>
        `${id},${["2025-12-31", "2025-10-02", "2025-07-04", "2024-12-31", "2024-12-30"][i % 5]},${1 + (i % 5)},${1 + ((i * 2) % 5)}`,
    )
    .join("\n")}\n`,
  "wallets.csv": `customer_id,as_of,category_spend,share_pct,basis\n${ids
    .filter((_, i) => i % 5)
    .map((id, i) =>
      i % 7
        ? `${id},${i % 2 ? "2025-12-31" : "2024-12-31"},${4000 + 100 * i},,survey`
        : `${id},2025-06-30,,0,estimate`,
    )
    .join("\n")}\n`,
};

const total = (rows: readonly object[], of: string): number =>
  rows.reduce((s, row) => s + ((row as Record<string, number | null>)[of] ?? 0), 0);

describe("the cubes of relationships and wallets", () => {
  let workshop: Workshop;
  let made: Published;
  beforeAll(async () => {
    workshop = new Workshop();
    made = await publishFolder(workshop.folder(files));
  });
  afterAll(() => workshop.remove());
  const now = <Name extends "grid" | "wallet">(name: Name): Cubes[Name] =>
    made.cube(name).filter((row) => row.as_of === asOf) as Cubes[Name];

  it("hold every customer in a stage of each model at every date", async () => {
    const dates = await made.query<{as_of: string; n: string}>(
      "SELECT as_of, count(*) AS n FROM scores GROUP BY as_of ORDER BY as_of",
    );
    expect(dates.length).toBeGreaterThan(5);
    for (const {as_of, n} of dates)
      for (const name of ["grid", "wallet"] as const)
        expect([
          name,
          as_of,
          total(
            made.cube(name).filter((row) => row.as_of === as_of),
            "customers",
          ),
        ]).toEqual([name, as_of, Number(n)]);
  });

  it("put each assessment into the band that holds its age, edges and all", () => {
    const rows = made.cube("assessment-ages");
    expect(total(rows, "customers")).toBe(50);
    // 0 and 90 days; 180; 365; 366.
    for (const [band, from_days, to_days, customers] of [
      [1, 0, 90, 20],
      [2, 91, 180, 10],
      [3, 181, 365, 10],
      [4, 366, null, 10],
    ] as const) {
      const of = rows.filter((row) => row.band === band);
      expect(of.every((row) => row.from_days === from_days && row.to_days === to_days)).toBe(true);
      expect([band, total(of, "customers")]).toEqual([band, customers]);
    }
    expect(total(now("grid"), "stale_customers")).toBe(20);
    expect(
      made
        .cube("stale-assessments")
        .map((row) => row.days_ago)
        .every((n) => n === 365 || n === 366),
    ).toBe(true);
  });

  it("part the whole gap in each way, customers without a known gap aside", async () => {
    const rows = made.cube("wallet-segments");
    const gap = total(now("wallet"), "gap");
    const [known] = await made.query<{n: string}>(
      `SELECT count(*) AS n FROM wallet WHERE as_of = '${asOf}' AND gap IS NOT NULL`,
    );
    expect(gap).toBeGreaterThan(0);
    for (const dimension of ["abc", "rfm_segment", "region", "industry"]) {
      const of = rows.filter((row) => row.dimension === dimension);
      expect([dimension, total(of, "gap"), total(of, "customers")]).toEqual([
        dimension,
        gap,
        Number(known!.n),
      ]);
    }
    const parts = (dimension: string, part: string) =>
      rows.filter((row) => row.dimension === dimension && row.part === part);
    // Of ten regions a filter names seven; no gap is known in two of these. A third of accounts have no industry.
    const offered = made.cube("filter-values").filter((row) => row.dimension === "region");
    expect(offered.map((row) => row.name)).toEqual(["R0", "R1", "R2", "R3", "R4", "R5", "R6", null, null]);
    const named = parts("region", "named").map((row) => row.name);
    expect(named.sort()).toEqual(["R1", "R2", "R3", "R4", "R6"]);
    expect(parts("region", "others")).toHaveLength(1);
    expect(
      parts("industry", "named")
        .map((row) => row.name)
        .sort(),
    ).toEqual(["I0", "I1"]);
    expect(parts("industry", "unknown")).toHaveLength(1);
  });

  it("list gaps from the largest, with the figure's age and basis, and our sales of its own period", () => {
    const rows = made.cube("wallet-accounts");
    expect(rows).toHaveLength(20);
    rows.forEach((row, i) => {
      expect(row.gap).toBeLessThanOrEqual(rows[i - 1]?.gap ?? Number.POSITIVE_INFINITY);
      expect(row.gap).toBe(row.category_spend - row.ours);
      expect([row.figure_on, row.days_ago]).toEqual(
        row.days_ago === 0 ? ["2025-12-31", 0] : ["2024-12-31", 365],
      );
      expect(row.basis).toBe("survey");
      // A figure of 2024 covers the sales of 2024: a hundred and a little, not the thousands of 2025.
      expect(row.ours > 50_000).toBe(row.days_ago === 0);
    });
    expect(total(made.cube("wallet-ages"), "gap")).toBe(total(now("wallet"), "gap"));
  });

  it("list who leans by revenue, each on a minimum that is not met", () => {
    const rows = made.cube("reliance-accounts");
    const squares = now("grid").filter((row) => row.lean === "person");
    const person = rows.filter((row) => row.lean === "person");
    expect(person.length).toBe(Math.min(20, total(squares, "customers")));
    for (const row of rows)
      expect([
        row.lean,
        row.lean === "person" ? row.personal > row.company : row.company > row.personal,
      ]).toEqual([row.lean, true]);
    person.forEach((row, i) => {
      expect(row.revenue).toBeLessThanOrEqual(person[i - 1]?.revenue ?? Number.POSITIVE_INFINITY);
    });
  });

  it("are empty of people where nothing is known of visits", () => {
    expect(made.cube("senior-visits")).toEqual([]);
    expect(made.cube("contact-pattern").every((row) => row.met_customers === 0 && row.people === null)).toBe(
      true,
    );
  });

  it("count only contacts that were held, by the date and inside the stretch, and senior visits by role and kind", async () => {
    const rows = [
      "k,2025-12-31,visit,general_manager,held,ann,Buying",
      "k,2025-12-30,call,sales,,bob,buying",
      "k,2025-11-30,email,sales,held,cid,Quality",
      "k,2025-12-01,visit,sales,planned,dan,Finance",
      "k,2025-12-02,visit,manager,cancelled,eve,Law",
      "k,2024-12-31,call,sales,held,old,Past",
      "l,2025-07-04,visit,manager,held,ann,Buying",
      "m,2025-07-05,visit,manager,held,ann,Buying",
      "n,2025-12-30,call,general_manager,held,ann,",
      "n,2026-01-02,visit,general_manager,held,ann,Late",
    ];
    const published = await publishFolder(
      workshop.folder({
        "transactions.csv": `customer_id,ordered_on,amount\n${["k", "l", "m", "n"].map((id) => `${id},${asOf},60\n`).join("")}`,
        "wallets.csv": `customer_id,as_of,share_pct\n${["k", "l", "m", "n"].map((id) => `${id},${asOf},60\n`).join("")}`,
        "interactions.csv": `customer_id,occurred_on,kind,role,status,contact_id,department\n${rows.join("\n")}\n`,
      }),
    );
    expect(
      await published.query(
        `SELECT customer_id, contacts_held, departments, people, senior_visit_on, senior_visit_regular
         FROM contact_pattern WHERE as_of = '${asOf}' ORDER BY customer_id`,
      ),
    ).toEqual([
      {
        customer_id: "k",
        contacts_held: 3,
        departments: 2,
        people: 3,
        senior_visit_on: asOf,
        senior_visit_regular: true,
      },
      {
        customer_id: "l",
        contacts_held: 1,
        departments: 1,
        people: 1,
        senior_visit_on: "2025-07-04",
        senior_visit_regular: false,
      },
      {
        customer_id: "m",
        contacts_held: 1,
        departments: 1,
        people: 1,
        senior_visit_on: "2025-07-05",
        senior_visit_regular: true,
      },
      {
        customer_id: "n",
        contacts_held: 1,
        departments: 0,
        people: 1,
        senior_visit_on: null,
        senior_visit_regular: false,
      },
    ]);
    expect(published.cube("contact-pattern")).toEqual([
      {
        stage: "stable",
        customers: 4,
        met_customers: 4,
        departments: 1,
        people: 1.5,
        senior_customers: 2,
        suppressed: false,
      },
    ]);
    expect(published.cube("senior-visits").map((row) => [row.customer_id, row.senior_visit_on])).toEqual([
      ["l", "2025-07-04"],
      ["n", null],
    ]);
  });

  it("tell executives no name and no count of a group below the smallest cell", async () => {
    const shown = await publishFolder(
      workshop.folder({...files, "report.toml": "smallest_cell = 9\n"}),
      "executives",
    );
    for (const name of [
      "reliance-accounts",
      "stale-assessments",
      "wallet-accounts",
      "senior-visits",
      "stage-mismatches",
    ])
      expect([name, existsSync(join(shown.directory, `${name}.json`))]).toEqual([name, false]);
    const counts: Partial<Record<CubeName, string[]>> = {
      grid: ["customers", "stale_customers"],
      "assessment-ages": ["customers"],
      wallet: ["customers"],
      "wallet-ages": ["customers"],
      "wallet-segments": ["customers"],
      "contact-pattern": ["customers", "met_customers", "senior_customers"],
    };
    let gaps = 0;
    for (const [name, columns] of Object.entries(counts))
      for (const row of shown.cube(name as CubeName) as unknown as Record<string, number | null>[])
        for (const column of columns) {
          const n = row[column]!;
          if (n === null) gaps++;
          expect([name, column, n === null || n === 0 || n >= 9]).toEqual([name, column, true]);
        }
    expect(gaps).toBeGreaterThan(5);
  });
});
