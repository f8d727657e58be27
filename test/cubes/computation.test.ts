import {readFileSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {audiences} from "../../loaders/audiences.js";
import {settingsOfVariables} from "../../loaders/cubes/computation/settings-of-variables.js";
import {statementsOf} from "../../loaders/cubes/computation/sql-statement.js";
import {definitions} from "../../loaders/cubes/cubes.js";
import {parseSettings} from "../../loaders/settings.js";
import {cubeWords} from "../../src/components/computed/words.js";
import type {ComputationCube} from "../../src/cubes/computation.js";
import type {CubeName} from "../../src/cubes.js";
import {publishFolder, Workshop} from "../warehouse/published.js";

const textOf = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

describe("what a statement says of itself", () => {
  const only = (sql: string) => statementsOf(sql)[0]!;
  it("is the tables after FROM, JOIN and commas, without its own CTEs", () => {
    const sql = `CREATE OR REPLACE TABLE made AS
      WITH one AS (SELECT * FROM a, b AS other WHERE x = 1), two (p, q) AS MATERIALIZED (FROM one JOIN c USING (k, d))
      SELECT extra, (SELECT max(day) FROM e) FROM two LEFT JOIN f ON f.k = two.k, range(3) AS r(i), g
      WHERE h IS DISTINCT FROM i GROUP BY j, k;`;
    expect(only(sql)).toMatchObject({makes: "made", tables: ["a", "b", "c", "e", "f", "g"]});
  });
  it("looks into no comment and no string", () => {
    const sql =
      "-- FROM secret; getvariable('no')\nSELECT 'FROM other; it''s', \"FROM\" FROM real WHERE getvariable('yes')";
    expect(statementsOf(sql)).toHaveLength(1);
    expect(only(sql)).toMatchObject({makes: null, tables: ["real"], variables: ["yes"]});
  });
  it("names what rows are added to, and each statement apart", () => {
    const made = statementsOf(
      "INSERT INTO x FROM y; CREATE TEMP MACRO m(a) AS a + 1; CREATE VIEW v AS FROM x",
    ).map((s) => s.makes);
    expect(made).toEqual(["x", "m", "v"]);
  });
});

describe("the settings of a variable", () => {
  it("are those that it would change with, also through arithmetic", () => {
    const settings = parseSettings("");
    const found = settingsOfVariables(settings, (s) => ({
      units: String(10 ** s.minor_digits),
      both: `[${s.budget.vip_share}, ${s.budget.vip_share + s.budget.large_share}]`,
      fixed: "7",
    }));
    expect(found.get("units")).toEqual(["minor_digits"]);
    expect(found.get("both")).toEqual(["budget.vip_share", "budget.large_share"]);
    expect(found.has("fixed")).toBe(false);
  });
});

describe("how each cube is computed", () => {
  let workshop: Workshop;
  let told: ComputationCube;
  let forExecutives: ComputationCube;
  beforeAll(async () => {
    workshop = new Workshop();
    const lines = Array.from(
      {length: 60},
      (_, i) => `K${i % 20},202${4 + (i % 2)}-0${1 + (i % 9)}-15,${100 + i},${i}`,
    );
    const folder = workshop.folder({
      "transactions.csv": `customer_id,ordered_on,amount,cost\n${lines.join("\n")}\n`,
      "report.toml": `[transactions]\nwhere = "customer_id <> 'SECRET9'"\n[pareto]\ncustomers_a = 0.25\n`,
    });
    told = (await publishFolder(folder, "analysts")).cube("computation");
    forExecutives = (await publishFolder(folder, "executives")).cube("computation");
  });
  afterAll(() => workshop.remove());
  const entry = (name: CubeName) => told.cubes.find((c) => c.name === name)!;

  it("is told for every cube of the list, with the SQL of its file to the letter", () => {
    expect(told.cubes.map(({name}) => name)).toEqual(Object.keys(definitions));
    for (const {file, sql} of told.cubes) {
      expect(sql.length).toBeGreaterThan(30);
      expect(sql).toBe(textOf(file));
    }
    for (const {file, sql} of told.models) if (sql !== null) expect(sql).toBe(textOf(file));
  });
  it("tells executives of their own cubes alone, and no setting that may name a customer", () => {
    expect(forExecutives.cubes.map(({name}) => name)).toEqual(
      Object.keys(definitions).filter((name) => name in audiences.executives),
    );
    expect(JSON.stringify(forExecutives)).not.toMatch(/SECRET9|transactions\.where/);
  });
  it("lists every model after those that it rests on, back to the exports", () => {
    const {models, exports, near} = entry("abc");
    const place = (name: string): number => models.indexOf(`loaders/models/${name}.sql`);
    expect(place("as-of-dates")).toBeGreaterThanOrEqual(0);
    expect(place("as-of-dates")).toBeLessThan(place("activity"));
    expect(place("activity")).toBeLessThan(place("pareto"));
    expect(place("pareto")).toBeLessThan(place("scores"));
    expect(exports).toContain("transactions");
    expect(near).toContain("loaders/models/pareto.sql");
    expect(near).not.toContain("loaders/models/share-of-wallet.sql");
    const known = new Set(told.models.map(({file}) => file));
    for (const cube of told.cubes)
      for (const file of [...cube.models, ...cube.near]) expect(known).toContain(file);
  });
  it("finds the settings behind the columns that a query reads from the wide table", () => {
    expect(entry("abc").settings).toEqual(
      expect.arrayContaining([
        "pareto.customers_a",
        "pareto.customers_b",
        "pareto.value_a",
        "pareto.value_b",
      ]),
    );
    expect(entry("abc").settings.some((key) => key.startsWith("wallet."))).toBe(false);
    expect(entry("wallet").settings).toEqual(
      expect.arrayContaining(["wallet.stable_from", "wallet.strategic_from"]),
    );
    expect(entry("rfm").settings).toContain("rfm.fixed.recency");
    expect(entry("lifetime-values").settings).toContain("lifetime.discount_rate");
    expect(entry("complaint-kept").settings).toContain("service.complaint_limit_hours");
  });
  it("gives the variables the values in force", () => {
    expect(told.variables.find(({name}) => name === "customers_a")).toEqual({
      name: "customers_a",
      value: "0.25",
      settings: ["pareto.customers_a"],
    });
    const values = new Set(told.variables.map(({name}) => name));
    const set = [
      "method_cut",
      "minor_digits",
      "method_money",
      "method_period",
      "discount_rate",
      "holdout_days",
    ];
    for (const {variables} of [...told.cubes, ...told.models])
      for (const name of variables)
        expect([name, values.has(name) || set.includes(name)]).toEqual([name, true]);
  });
  it("is worded in both languages for every cube", () => {
    for (const name of Object.keys(definitions) as CubeName[]) {
      expect([name, cubeWords[name]?.en ?? ""]).toEqual([name, expect.stringMatching(/^[A-Z].*\.$/)]);
      expect([name, cubeWords[name]?.zh ?? ""]).toEqual([
        name,
        expect.stringMatching(/\p{Script=Han}.*。$/u),
      ]);
    }
  });
});
