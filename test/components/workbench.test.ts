import {beforeAll, describe, expect, it} from "vitest";
import {arrowStream} from "../../loaders/files/scores/arrow.js";
import {asGiven} from "../../src/components/workbench/arrange.js";
import {purchaseColumns, scoreColumns} from "../../src/components/workbench/columns.js";
import {exampleQueries} from "../../src/components/workbench/examples.js";
import {firstChoice} from "../../src/components/workbench/quick-chart.js";
import {allRows, type QueryResult, shown} from "../../src/components/workbench/result.js";
import {resultTable} from "../../src/components/workbench/result-view.js";
import {changes, refused, runUndone, statements} from "../../src/components/workbench/statements.js";
import {workbenchWords} from "../../src/components/workbench/words.js";
import {drawnQuickly} from "./quick-drawing.js";
import {workbenchEngine} from "./workbench-engine.js";

let ask: (sql: string) => QueryResult;

beforeAll(async () => {
  ({ask} = await workbenchEngine());
});

describe("the workbench's tables", () => {
  it("have the listed columns, once each, described in both languages", () => {
    for (const [table, list] of [
      ["scores", scoreColumns],
      ["purchases_monthly", purchaseColumns],
    ] as const) {
      const {columns} = ask(`SELECT * FROM ${table} LIMIT 0`);
      expect(columns.map(({name}) => name)).toEqual(list.map(({name}) => name));
      expect(new Set(list.map(({name}) => name)).size).toBe(list.length);
      for (const {en, zh} of list) {
        expect(en).toBeTruthy();
        expect(zh).toMatch(/\p{Script=Han}/u);
      }
    }
  });
  it("hold money as decimals, to the last minor unit", () => {
    const result = ask("SELECT sum(revenue) AS money, typeof(any_value(revenue)) AS type FROM scores");
    const minor = Array.from({length: 60}, (_, row) =>
      (row + "revenue".length) % 11 === 0 ? 0 : (row * 7919 - 3000) * 100 + (row % 100),
    ).reduce((sum, x) => sum + x, 0);
    expect(allRows(result)[1]).toEqual([(minor / 100).toFixed(2), "DECIMAL(18,2)"]);
  });
  it("refuse a query whose columns are not the listed ones", () => {
    expect(() => arrowStream(purchaseColumns, ["phone"], [["139"]])).toThrow(
      /gives phone and its list names/,
    );
  });
});

describe("the engine", () => {
  it("reaches no other host and no file, and can't be told to", () => {
    for (const sql of [
      "FROM 'https://example.org/x.csv'",
      "FROM read_csv('/etc/hosts')",
      "COPY scores TO '/tmp/scores.csv'",
      "SET enable_external_access = true",
      "LOAD httpfs",
    ])
      expect(() => ask(sql)).toThrow(/disabled|locked/);
  });
});

describe("a script", () => {
  it("leaves the tables as they were, whatever it does to them", async () => {
    const rows = (): unknown => allRows(ask("SELECT count(*) AS n FROM scores"));
    const before = rows();
    for (const script of [
      "drop table scores",
      "DROP TABLE scores; DROP TABLE purchases_monthly",
      "DELETE FROM scores",
      "WITH some AS (SELECT 1) DELETE FROM scores",
      "UPDATE scores SET revenue = 0",
      "ALTER TABLE scores RENAME TO gone",
      "CREATE OR REPLACE TABLE scores AS SELECT 1 AS one",
      "CREATE TEMP VIEW scores AS SELECT 2 AS two",
      "DROP TABLE scores; FROM nowhere",
    ]) {
      expect(refused(statements(script)), script).toBeNull();
      await runUndone(statements(script), ask).catch(() => null);
      expect(rows(), script).toEqual(before);
    }
  });
  it("may build its answer of tables of its own, which are gone after it", async () => {
    const script = "CREATE TABLE one AS SELECT 7 AS n; SELECT n + 1 AS m FROM one";
    expect(allRows((await runUndone(statements(script), ask))!)).toEqual([["m"], ["8"]]);
    expect(changes(statements(script))).toBe(true);
    expect(() => ask("FROM one")).toThrow(/one/);
    expect(await runUndone(statements("-- nothing"), ask)).toBeNull();
  });
  it("is refused where it would keep its changes, and is told to have changed nothing where it reads", () => {
    expect(refused(statements("SELECT 1; /* x */ commit"))).toBe("COMMIT");
    expect(refused(statements("-- BEGIN\nSELECT 'COMMIT'"))).toBeNull();
    for (const sql of [
      "FROM scores",
      "(SELECT 1)",
      "with x as (from scores) from x",
      "SUMMARIZE scores",
      "SHOW TABLES",
    ])
      expect(changes(statements(sql)), sql).toBe(false);
  });
});

describe("the example queries", () => {
  it("run as they stand, and give a chart something to draw", () => {
    for (const {name, sql} of exampleQueries(365)) {
      const result = ask(statements(sql)[0]!);
      expect(result.rows, name).toBeGreaterThan(0);
      const choice = firstChoice(result)!;
      expect(choice, name).not.toBeNull();
      expect(drawnQuickly(result, choice).querySelectorAll("title").length, name).toBeGreaterThan(0);
    }
  });
});

describe("a script", () => {
  it("is parted at the semicolons that end statements", () => {
    expect(statements("SELECT ';' AS \"a;b\"; -- one; two\n /* ; */ SELECT $$;$$;\n;-- end")).toEqual([
      "SELECT ';' AS \"a;b\"",
      " -- one; two\n /* ; */ SELECT $$;$$",
    ]);
    expect(statements("-- nothing")).toEqual([]);
    expect(statements("SELECT 'it''s; fine'")).toEqual(["SELECT 'it''s; fine'"]);
  });
});

describe("a result", () => {
  it("keeps every digit for the file, and is rounded and grouped for the table", () => {
    const result = ask(
      `SELECT 12345678901234567.89::DECIMAL(20, 2) AS d, -0.05::DECIMAL(4, 2) AS s, 1/3 AS f, 1234567.891::DOUBLE AS g,
              2025 AS y, 9223372036854775807 AS b, DATE '2025-03-01' AS day, NULL AS nothing, true AS yes,
              TIMESTAMP '2025-03-01 10:11:12' AS t, [1, 2] AS list`,
    );
    expect(allRows(result)[1]).toEqual([
      "12345678901234567.89",
      "-0.05",
      "0.3333333333333333",
      "1234567.891",
      "2025",
      "9223372036854775807",
      "2025-03-01",
      "",
      "true",
      "2025-03-01 10:11:12",
      "[1,2]",
    ]);
    expect(result.columns.map((column) => shown(column, 0)).slice(0, 8)).toEqual([
      "12,345,678,901,234,567.89",
      "−0.05",
      "0.333333",
      "1,234,567.89",
      "2025",
      "9,223,372,036,854,775,807",
      "2025-03-01",
      "–",
    ]);
  });
  it("shows 500 rows and says how many more there are, with its text escaped", () => {
    const html = resultTable(
      ask("SELECT i, '<b>' AS t FROM range(1234) AS r(i)"),
      asGiven,
      workbenchWords.en,
      "en",
    ).text;
    expect(html.match(/<tr>/g)).toHaveLength(501);
    expect(html).toContain("734 more rows");
    expect(html).toContain("&lt;b&gt;");
    expect(html).not.toContain("<b>");
  });
  it("may have two columns of one name, and no rows", () => {
    expect(allRows(ask("SELECT 1 AS a, 2 AS a"))).toEqual([
      ["a", "a"],
      ["1", "2"],
    ]);
    expect(allRows(ask("SELECT 1 AS a WHERE false"))).toEqual([["a"]]);
  });
});
