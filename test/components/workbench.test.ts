import {createRequire} from "node:module";
import {beforeAll, describe, expect, it} from "vitest";
import {arrowStream} from "../../loaders/files/scores/arrow.js";
import {draw} from "../../src/components/charts/frame.js";
import {drawingDocument} from "../../src/components/site.js";
import {type Arrangement, arranged, asGiven} from "../../src/components/workbench/arrange.js";
import {purchaseColumns, scoreColumns, type WorkbenchColumn} from "../../src/components/workbench/columns.js";
import {exampleQueries} from "../../src/components/workbench/examples.js";
import {
  type ChartChoice,
  firstChoice,
  mostDrawn,
  quickChart,
  quickMarks,
} from "../../src/components/workbench/quick-chart.js";
import {allRows, type QueryResult, readResult, shown} from "../../src/components/workbench/result.js";
import {arrangedWords, drawnWords, resultTable} from "../../src/components/workbench/result-view.js";
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

/** A result as the workbench draws it. */
function drawn(result: QueryResult, choice: ChartChoice, width = 600): SVGSVGElement {
  const label = drawnWords(result, choice, workbenchWords.en, "en");
  return draw(
    {document: drawingDocument(), width, id: "drawing", label},
    quickChart(result, choice, {width, locale: "en"}),
  );
}
let ask: (sql: string) => QueryResult;

beforeAll(async () => {
  ({ask} = await engine());
});

const all = (svg: SVGSVGElement, selector: string): Element[] => [...svg.querySelectorAll(selector)];
const titles = (svg: SVGSVGElement): (string | null)[] => all(svg, "title").map((title) => title.textContent);
/** The bars of a drawing. */
const inked = "[fill='var(--link)'] rect, rect[fill='var(--link)']";
const at = (element: Element | undefined, name: string): number => Number(element!.getAttribute(name));

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
    for (const {name, sql} of exampleQueries(365)) {
      const result = ask(statements(sql)[0]!);
      expect(result.rows, name).toBeGreaterThan(0);
      const choice = firstChoice(result)!;
      expect(choice, name).not.toBeNull();
      expect(all(drawn(result, choice), "title").length, name).toBeGreaterThan(0);
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

const {grouping} = workbenchWords.en;
const as = (result: QueryResult, to: Partial<Arrangement>): QueryResult =>
  arranged(result, {...asGiven, ...to}, grouping, "en");
const body = (result: QueryResult): string[][] => allRows(result).slice(1);

describe("a result that is arranged", () => {
  const rows = `SELECT * FROM (VALUES ('b', 'North', 10.10, 0.5, DATE '2025-02-01'), ('a', 'South', -2.05, 0.25, '2025-01-01'),
    ('c', 'North', NULL, NULL, NULL), (NULL, NULL, 9007199254740993.01, 0.1, '2025-02-01'), ('c10', 'South', 3.00, 1, '2024-12-31'))
    AS v(id, region, money, share, day)`;
  it("is sorted by any column, either way, with nothing always last", () => {
    const ids = (column: number, descending: boolean): (string | undefined)[] =>
      body(as(ask(rows), {sort: {column, descending}})).map(([id]) => id);
    expect(ids(2, false)).toEqual(["a", "c10", "b", "", "c"]);
    expect(ids(2, true)).toEqual(["", "b", "c10", "a", "c"]);
    expect(ids(0, false)).toEqual(["a", "b", "c", "c10", ""]);
    expect(ids(0, true)).toEqual(["c10", "c", "b", "a", ""]);
    expect(ids(4, false)).toEqual(["c10", "a", "b", "", "c"]);
    expect(ids(3, true)).toEqual(["c10", "b", "a", "", "c"]);
  });
  it("sorts texts as the reader's language does", () => {
    const names = ask("SELECT unnest(['郑州', '北京', 'Zurich', '客户10', '客户9']) AS name");
    const sorted = arranged(names, {...asGiven, sort: {column: 0, descending: false}}, grouping, "zh");
    expect(body(sorted).flat()).toEqual(["北京", "客户9", "客户10", "郑州", "Zurich"]);
  });
  it("keeps the rows that hold a text anywhere, letter case aside", () => {
    const ids = (filter: string): (string | undefined)[] => body(as(ask(rows), {filter})).map(([id]) => id);
    expect(ids(" NORTH ")).toEqual(["b", "c"]);
    expect(ids("2025-02")).toEqual(["b", ""]);
    expect(ids("10.1")).toEqual(["b"]);
    expect(ids("nowhere")).toEqual([]);
    expect(ids("")).toHaveLength(5);
  });
  it("is grouped into counts, exact sums and means, the largest first", () => {
    const group = (of: number, how: "count" | "sum" | "mean", by = 1): string[][] =>
      allRows(as(ask(rows), {group: {by, of, how}}));
    expect(group(2, "sum")).toEqual([
      ["region", "sum of money", "rows"],
      ["", "9007199254740993.01", "1"],
      ["North", "10.10", "2"],
      ["South", "0.95", "2"],
    ]);
    expect(group(3, "mean").slice(1)).toEqual([
      ["South", "0.625", "2"],
      ["North", "0.5", "2"],
      ["", "0.1", "1"],
    ]);
    expect(group(3, "count")[0]).toEqual(["region", "rows"]);
    expect(group(2, "count", 4)).toEqual([
      ["day", "rows"],
      ["2024-12-31", "1"],
      ["2025-01-01", "1"],
      ["2025-02-01", "2"],
      ["", "1"],
    ]);
  });
  it("has no sum where a group has no numbers", () => {
    const none = ask("SELECT * FROM (VALUES ('a', NULL::INTEGER), ('b', 2)) AS v(name, n)");
    expect(body(as(none, {group: {by: 0, of: 1, how: "sum"}}))).toEqual([
      ["b", "2", "1"],
      ["a", "", "1"],
    ]);
  });
  it("is filtered first, then grouped, then sorted, and says what became of it", () => {
    const given = ask(rows);
    const to: Arrangement = {
      filter: "o",
      group: {by: 1, of: 2, how: "sum"},
      sort: {column: 1, descending: false},
    };
    const now = as(given, to);
    expect(body(now)).toEqual([
      ["South", "0.95", "2"],
      ["North", "10.10", "2"],
    ]);
    const says = (arrangement: Arrangement, result: QueryResult): string =>
      arrangedWords(given, result, arrangement, workbenchWords.en, "en");
    expect(says(to, now)).toBe("2 groups, from 5 rows of the query.");
    expect(says({...asGiven, filter: "north"}, as(given, {filter: "north"}))).toBe("2 of 5 rows.");
    expect(says(asGiven, given)).toBe("");
    expect(firstChoice(now)).toEqual({x: 0, y: 1, mark: "bars"});
  });
  it("sums groups as DuckDB does", () => {
    const scores = ask("SELECT region, revenue FROM scores");
    const byDuck = ask(
      "SELECT region, sum(revenue) AS s, count(*) AS n FROM scores GROUP BY ALL ORDER BY s DESC NULLS LAST, region",
    );
    expect(body(as(scores, {group: {by: 0, of: 1, how: "sum"}}))).toEqual(body(byDuck));
  });
  it("tells by aria-sort which head it is sorted by, each head being a button", () => {
    const sort = {column: 1, descending: true};
    const html = resultTable(as(ask(rows), {sort}), {...asGiven, sort}, workbenchWords.en, "en").text;
    expect(html.match(/aria-sort="descending"/g)).toHaveLength(1);
    expect(html).toContain('<th scope="col" aria-sort="descending"><button type="button" data-sort="1"');
    expect(html.match(/data-sort=/g)).toHaveLength(5);
  });
});

describe("the quick chart", () => {
  it("draws bars from zero, as long as their numbers, to both sides", () => {
    const result = ask("SELECT * FROM (VALUES ('up', 30), ('down', -10), ('none', NULL)) AS v(name, n)");
    const drawing = drawn(result, firstChoice(result)!);
    const [up, down] = all(drawing, inked);
    expect(at(up, "width") / at(down, "width")).toBeCloseTo(3, 2);
    expect(at(up, "x")).toBeCloseTo(at(down, "x") + at(down, "width"), 1);
    expect(titles(drawing)).toEqual(["up: 30", "down: −10"]);
    expect(drawing.textContent).toContain("none");
    expect(drawing.getAttribute("role")).toBe("img");
    expect(drawing.getAttribute("aria-label")).toBe("n by name: all 3 rows");
  });
  it("draws dots for two columns of numbers, and days along time", () => {
    const result = ask("SELECT i::INTEGER AS a, i * i AS b FROM range(1, 6) AS r(i)");
    const choice = firstChoice(result)!;
    expect(choice).toEqual({x: 0, y: 1, mark: "dots"});
    const xs = all(drawn(result, choice), "circle").map((c) => at(c, "cx"));
    expect(xs).toHaveLength(5);
    expect(xs[2]! - xs[1]!).toBeCloseTo(xs[1]! - xs[0]!, 1);
    const days = ask(
      "SELECT * FROM (VALUES (DATE '2025-01-01', 1), ('2025-01-02', 2), ('2025-01-04', 3)) AS v(d, n)",
    );
    const along = all(drawn(days, {x: 0, y: 1, mark: "dots"}), "circle").map((c) => at(c, "cx"));
    expect((along[2]! - along[1]!) / (along[1]! - along[0]!)).toBeCloseTo(2, 1);
  });
  it("draws many days as a line in their order, with a mark to go to on each", () => {
    const months = ask(
      "SELECT (DATE '2020-01-01' + to_months(i::INTEGER))::DATE AS month, i AS n FROM range(60) AS r(i) ORDER BY hash(i)",
    );
    const choice = firstChoice(months)!;
    expect(choice).toEqual({x: 0, y: 1, mark: "line"});
    const drawing = drawn(months, choice);
    const [path] = all(drawing, "[stroke='var(--link)'] path");
    const xs = path!
      .getAttribute("d")!
      .match(/[\d.]+(?=,)/g)!
      .map(Number);
    expect(xs).toHaveLength(60);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(titles(drawing)).toContain("2024-12-01: 59");
  });
  it("counts a column in a histogram, each value once", () => {
    const result = ask("SELECT i % 10 AS n FROM range(5000) AS r(i)");
    const choice = firstChoice(result)!;
    expect(choice).toEqual({x: 0, y: 0, mark: "histogram"});
    const drawing = drawn(result, choice);
    const counts = titles(drawing).map((title) => Number(title!.split(": ")[1]!.replace(",", "")));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(5000);
    expect(all(drawing, inked)).toHaveLength(counts.length);
    expect(drawing.getAttribute("aria-label")).toBe("How often n takes which values: all 5,000 rows");
  });
  it("stops at the rows that it can show, and chooses nothing where there is no number", () => {
    const many = ask("SELECT i::VARCHAR AS name, i FROM range(5000) AS r(i)");
    expect(titles(drawn(many, firstChoice(many)!))).toHaveLength(mostDrawn.bars);
    expect(all(drawn(many, {x: 1, y: 1, mark: "dots"}), "circle")).toHaveLength(mostDrawn.dots);
    expect(firstChoice(ask("SELECT 'a' AS a, DATE '2025-01-01' AS b"))).toBeNull();
    const nothing = ask("SELECT 1 AS a, 2 AS b WHERE false");
    for (const mark of quickMarks) expect(titles(drawn(nothing, {x: 0, y: 1, mark})), mark).toEqual([]);
  });
  it("draws one value, and values that are all alike, inside its frame at every width", () => {
    for (const sql of ["SELECT 5 AS a, 7 AS b", "SELECT 0 AS a, 0 AS b FROM range(3)"]) {
      const result = ask(sql);
      for (const mark of quickMarks)
        for (const width of [280, 1080])
          for (const element of all(drawn(result, {x: 0, y: 1, mark}, width), "circle, rect"))
            for (const name of ["cx", "cy", "x", "y", "width"])
              if (element.hasAttribute(name)) expect(Number.isFinite(at(element, name))).toBe(true);
    }
  });
  it("names a row of words by its place in the drawing's axis, however often the name stands there", () => {
    const result = ask("SELECT * FROM (VALUES ('same', 1), ('same', 2)) AS v(name, n)");
    expect(titles(drawn(result, firstChoice(result)!))).toEqual(["same: 1", "same: 2"]);
  });
});
