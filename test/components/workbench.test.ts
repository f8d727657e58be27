import {createRequire} from "node:module";
import {beforeAll, describe, expect, it} from "vitest";
import {arrowStream} from "../../loaders/files/scores/arrow.js";
import type {Shape} from "../../src/components/charts/shape.js";
import {purchaseColumns, scoreColumns, type WorkbenchColumn} from "../../src/components/workbench/columns.js";
import {exampleQueries} from "../../src/components/workbench/examples.js";
import {firstChoice, mostDrawn, quickChart} from "../../src/components/workbench/quick-chart.js";
import {allRows, type QueryResult, readResult, shown} from "../../src/components/workbench/result.js";
import {resultTable} from "../../src/components/workbench/result-view.js";
import {statements} from "../../src/components/workbench/statements.js";
import {lockDown, typedTables} from "../../src/components/workbench/tables.js";
import {workbenchWords} from "../../src/components/workbench/words.js";

interface Blocking {
  instantiate(): Promise<unknown>;
  open(config: object): void;
  connect(): {_conn: number};
  runQuery(connection: number, sql: string): Uint8Array;
  insertArrowFromIPCStream(connection: number, bytes: Uint8Array, options: {name: string}): void;
}

/** The browser's own engine, in this process. */
async function engine(): Promise<{db: Blocking; ask: (sql: string) => QueryResult}> {
  const require = createRequire(import.meta.url);
  const wasm = require("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");
  const module = (name: string): {mainModule: string; mainWorker: string} => ({
    mainModule: require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`),
    mainWorker: "",
  });
  const bundles = {mvp: module("mvp"), eh: module("eh")};
  const db = (await wasm.createDuckDB(bundles, new wasm.VoidLogger(), wasm.NODE_RUNTIME)) as Blocking;
  await db.instantiate();
  db.open({});
  const {_conn} = db.connect();
  for (const [name, list, count] of [
    ["scores_file", scoreColumns, 60],
    ["purchases_file", purchaseColumns, 200],
  ] as const) {
    db.insertArrowFromIPCStream(_conn, madeUp(list, count), {name});
  }
  for (const sql of [...typedTables(2), ...lockDown]) db.runQuery(_conn, sql);
  return {db, ask: (sql) => readResult(db.runQuery(_conn, sql))};
}

/** Rows of every kind of value, some of them absent. */
function madeUp(list: readonly WorkbenchColumn[], rows: number): Uint8Array {
  const value = ({name, kind}: WorkbenchColumn, row: number): unknown => {
    if (name === "customer_id") return `C${row % 60}`;
    if (name === "is_customer") return row % 7 > 0;
    if (name !== "as_of" && name !== "month" && (row + name.length) % 11 === 0) return null;
    if (typeof kind !== "string") return kind[(row + name.length) % kind.length];
    if (kind === "day") return new Date(Date.UTC(2025, name === "as_of" ? 11 : row % 12, 1));
    if (kind === "count") return row % 6;
    if (kind === "money") return BigInt((row * 7919 - 3000) * 100 + (row % 100));
    if (kind === "share" || kind === "number") return (row % 10) / 10;
    return kind === "flag" ? row % 2 === 0 : `${name} ${row % 4}`;
  };
  const columns = list.map((column) => Array.from({length: rows}, (_, row) => value(column, row)));
  return arrowStream(
    list,
    list.map(({name}) => name),
    columns,
  );
}

const options = {width: 600, locale: "en", id: "drawing", label: "a chart"} as const;
let ask: (sql: string) => QueryResult;

beforeAll(async () => {
  ({ask} = await engine());
});

function all(shape: Shape, tag: string): Shape[] {
  const inside = shape.children.flatMap((child) => (typeof child === "string" ? [] : all(child, tag)));
  return shape.tag === tag ? [shape, ...inside] : inside;
}

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

describe("the example queries", () => {
  it("run as they stand, and give a chart something to draw", () => {
    for (const {name, sql} of exampleQueries) {
      const result = ask(statements(sql)[0]!);
      expect(result.rows, name).toBeGreaterThan(0);
      const choice = firstChoice(result)!;
      expect(choice, name).not.toBeNull();
      expect(all(quickChart(result, choice, options), "svg"), name).toHaveLength(1);
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

describe("the quick chart", () => {
  it("draws bars from zero, as long as their numbers, to both sides", () => {
    const result = ask("SELECT * FROM (VALUES ('up', 30), ('down', -10), ('none', NULL)) AS v(name, n)");
    const drawing = quickChart(result, firstChoice(result)!, options);
    const [up, down] = all(drawing, "rect").filter(({attributes}) => attributes.fill === "var(--link)");
    const number = (shape: Shape | undefined, name: string): number => Number(shape!.attributes[name]);
    expect(number(up, "width") / number(down, "width")).toBeCloseTo(3, 2);
    expect(number(up, "x")).toBeCloseTo(number(down, "x") + number(down, "width"), 1);
    expect(all(drawing, "g")).toHaveLength(3);
  });
  it("draws dots for two columns of numbers, and days along time", () => {
    const result = ask("SELECT i::INTEGER AS a, i * i AS b FROM range(1, 6) AS r(i)");
    const choice = firstChoice(result)!;
    expect(choice).toEqual({x: 0, y: 1, mark: "dots"});
    const xs = all(quickChart(result, choice, options), "circle").map(({attributes}) =>
      Number(attributes.cx),
    );
    expect(xs).toHaveLength(5);
    expect(xs[2]! - xs[1]!).toBeCloseTo(xs[1]! - xs[0]!, 1);
    const days = ask(
      "SELECT * FROM (VALUES (DATE '2025-01-01', 1), ('2025-01-02', 2), ('2025-01-04', 3)) AS v(d, n)",
    );
    const at = all(quickChart(days, {x: 0, y: 1, mark: "dots"}, options), "circle").map((c) =>
      Number(c.attributes.cx),
    );
    expect((at[2]! - at[1]!) / (at[1]! - at[0]!)).toBeCloseTo(2, 1);
    const months = ask(
      "SELECT (DATE '2020-01-01' + to_months(i::INTEGER))::DATE AS month, i AS n FROM range(60) AS r(i)",
    );
    expect(firstChoice(months)).toEqual({x: 0, y: 1, mark: "dots"});
  });
  it("stops at the rows that it can show, and chooses nothing where there is no number", () => {
    const many = ask("SELECT i::VARCHAR AS name, i FROM range(5000) AS r(i)");
    expect(all(quickChart(many, firstChoice(many)!, options), "g")).toHaveLength(mostDrawn.bars);
    expect(all(quickChart(many, {x: 1, y: 1, mark: "dots"}, options), "circle")).toHaveLength(mostDrawn.dots);
    expect(firstChoice(ask("SELECT 'a' AS a, DATE '2025-01-01' AS b"))).toBeNull();
    const nothing = ask("SELECT 1 AS a, 2 AS b WHERE false");
    expect(all(quickChart(nothing, firstChoice(nothing)!, options), "circle")).toEqual([]);
  });
  it("draws one value, and values that are all alike, inside its frame", () => {
    for (const sql of ["SELECT 5 AS a, 7 AS b", "SELECT 0 AS a, 0 AS b FROM range(3)"]) {
      const result = ask(sql);
      for (const mark of ["bars", "dots"] as const) {
        const drawing = quickChart(result, {x: 0, y: 1, mark}, options);
        const marks = [...all(drawing, "circle"), ...all(drawing, "rect")];
        for (const {attributes} of marks)
          for (const name of ["cx", "cy", "x", "y", "width"])
            if (attributes[name] !== undefined) expect(Number.isFinite(Number(attributes[name]))).toBe(true);
      }
    }
  });
});
