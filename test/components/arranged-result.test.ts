import {beforeAll, describe, expect, it} from "vitest";
import {type Arrangement, arranged, asGiven} from "../../src/components/workbench/arrange.js";
import {firstChoice} from "../../src/components/workbench/quick-chart.js";
import {allRows, type QueryResult} from "../../src/components/workbench/result.js";
import {arrangedWords, resultTable} from "../../src/components/workbench/result-view.js";
import {workbenchWords} from "../../src/components/workbench/words.js";
import {workbenchEngine} from "./workbench-engine.js";

let ask: (sql: string) => QueryResult;

beforeAll(async () => {
  ({ask} = await workbenchEngine());
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
