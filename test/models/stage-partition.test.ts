import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {rowsOf, runFile} from "../../loaders/database.js";
import {gridOf} from "../../loaders/models/grid-settings.js";
import {literal} from "../../loaders/quote.js";
import {parseSettings} from "../../loaders/settings.js";

const days = ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"];
const ids = ["a", "b", "c", "d"];
const dayArbitrary = fc.integer({min: 0, max: 400}).map((n) => {
  const date = new Date(Date.UTC(2024, 0, 1 + n));
  return date.toISOString().slice(0, 10);
});
const level = fc.integer({min: 1, max: 5});
const assessments = fc.array(
  fc.record({
    customer_id: fc.constantFrom(...ids),
    assessed_on: dayArbitrary,
    personal: level,
    company: level,
    contact_id: fc.constantFrom(null, "x", "y"),
  }),
  {maxLength: 14},
);
const wallets = fc.uniqueArray(
  fc.record({
    customer_id: fc.constantFrom(...ids),
    as_of: dayArbitrary,
    share_pct: fc.constantFrom(0, 0.01, 49.99, 50, 79.99, 80, 100),
  }),
  {maxLength: 10, selector: (w) => `${w.customer_id} ${w.as_of}`},
);
const purchases = fc.array(
  fc.record({customer_id: fc.constantFrom(...ids), day: dayArbitrary, amount: fc.constantFrom(10, -10)}),
  {maxLength: 8},
);

type Row = Record<string, string | number | null>;

describe("the stages of both models", () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(":memory:");
    connection = await instance.connect();
    await connection.run(
      "SET VARIABLE contacts = 'max'; SET VARIABLE role_weights = MAP([]::VARCHAR[], []::DECIMAL(18, 6)[]); SET VARIABLE period_months = 12; SET VARIABLE stable_from = 0.5; SET VARIABLE strategic_from = 0.8",
    );
    await fill(
      "as_of_dates",
      "as_of DATE",
      days.map((as_of) => ({as_of})),
    );
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  const fill = async (name: string, columns: string, rows: readonly Row[]): Promise<void> => {
    await connection.run(`CREATE OR REPLACE TABLE ${name} (${columns})`);
    for (const row of rows) {
      const values = Object.values(row).map((v) => (typeof v === "string" ? literal(v) : String(v)));
      await connection.run(
        `INSERT INTO ${name} (${Object.keys(row).join(", ")}) VALUES (${values.join(", ")})`,
      );
    }
  };

  for (const preset of ["A", "B"] as const) {
    it(`part the accounts at every date, each at the stage that counting by hand gives, in preset ${preset}`, async () => {
      const {minimums} = gridOf(parseSettings(`[grid]\npreset = "${preset}"\n`));
      await fill(
        "grid_minimums",
        "rank INTEGER, stage VARCHAR, personal INTEGER, company INTEGER",
        minimums.map((m, i) => ({rank: minimums.length - i, ...m})),
      );
      await fc.assert(
        fc.asyncProperty(assessments, wallets, purchases, async (assessed, figures, bought) => {
          await fill(
            "assessments",
            "customer_id VARCHAR, assessed_on DATE, personal INTEGER, company INTEGER, contact_id VARCHAR, contact_role VARCHAR, weight DECIMAL(18, 6), sequence BIGINT",
            assessed.map((row, sequence) => ({...row, sequence})),
          );
          await fill(
            "wallets",
            "customer_id VARCHAR, as_of DATE, category_spend DECIMAL(24, 4), share_pct DECIMAL(18, 6), basis VARCHAR",
            figures,
          );
          await fill("purchases", "customer_id VARCHAR, day DATE, amount DECIMAL(24, 4)", bought);
          await connection.run(
            "CREATE OR REPLACE TABLE activity AS SELECT as_of, customer_id, min(day) FILTER (amount > 0) AS first_order_on, sum(amount) AS revenue_ever FROM as_of_dates JOIN purchases ON day <= as_of GROUP BY ALL",
          );
          await runFile(connection, import.meta.url, "../../loaders/models/relationship-grid.sql");
          await runFile(connection, import.meta.url, "../../loaders/models/share-of-wallet.sql");
          const read = async (table: string, column: string): Promise<string[]> => {
            const rows = await rowsOf<{line: string}>(
              connection,
              `SELECT as_of || ' ' || customer_id || ' ' || ${column} AS line FROM ${table} ORDER BY line`,
            );
            return rows.map(({line}) => line);
          };
          const grid: string[] = [];
          const wallet: string[] = [];
          for (const as_of of days) {
            for (const id of ids) {
              const newest = new Map<string | null, (typeof assessed)[number]>();
              assessed.forEach((a) => {
                const before = newest.get(a.contact_id);
                if (
                  a.customer_id === id &&
                  a.assessed_on <= as_of &&
                  !(before && before.assessed_on > a.assessed_on)
                )
                  newest.set(a.contact_id, a);
              });
              if (newest.size > 0) {
                const [p, c] = (["personal", "company"] as const).map((axis) =>
                  Math.max(...[...newest.values()].map((a) => a[axis])),
                );
                const stage = minimums.find((m) => p! >= m.personal && c! >= m.company)?.stage ?? "pre";
                grid.push(`${as_of} ${id} ${stage}`);
              }
              const figure = figures
                .filter((f) => f.customer_id === id && f.as_of <= as_of)
                .sort((a, b) => (a.as_of < b.as_of ? 1 : -1))[0];
              if (figure) {
                const s = figure.share_pct;
                const lines = bought.filter((b) => b.customer_id === id && b.day <= as_of);
                const ever = lines.some(({amount}) => amount > 0);
                const stage =
                  s === 0
                    ? ever
                      ? "interrupted"
                      : "development"
                    : s < 50
                      ? "initial"
                      : s < 80
                        ? "stable"
                        : "strategic";
                wallet.push(`${as_of} ${id} ${lines.length > 0 && !ever ? "none" : stage}`);
              }
            }
          }
          // One row for each account that stands in a model at a date: the rest are unassessed, or of unknown share.
          expect(await read("grid", "grid_stage")).toEqual(grid.sort());
          expect(await read("wallet", "wallet_stage")).toEqual(wallet.sort());
        }),
        {numRuns: 25, seed: 7},
      );
    });
  }
});
