import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {
  addsUp,
  type CellMark,
  cellCode,
  cellMark,
  customersOf,
  isOf,
  parseCellMark,
} from "../../src/components/drill/cell-mark.js";
import {type DrillTable, drillSpec, drillTables} from "../../src/components/drill/drill-tables.js";
import {parseMark} from "../../src/components/drill/mark.js";
import {cellFilesOf, cellIndexFile, cellMembersFile} from "../../src/components/drill/member-files.js";
import {
  largestMembers,
  type Member,
  type MemberTable,
  memberTable,
  mostMembers,
} from "../../src/components/drill/members.js";
import {noFilter} from "../../src/components/filter/filter.js";
import {cellsUnder} from "../../src/components/filter/filter-table.js";
import {tableSpec} from "../../src/components/filter/tables.js";
import type {Published} from "../warehouse/published.js";
import {publishSample} from "../warehouse/sample-folder.js";
import {readFilterTable} from "./filter-files.js";
import {readPeople} from "./member-people.js";

let published: Published;
let newest: string;
/** Customers by rank. */
let people: Member[];

beforeAll(async () => {
  published = await publishSample("analysts", 450);
  newest = published.cube("report").as_of;
  people = readPeople(join(published.directory, "files/members"));
});

const file = (name: string): Uint8Array =>
  readFileSync(join(published.directory, "files/members", `${name}.arrow`));
const indexOf = (table: DrillTable): {code: string; part: number; as_of?: string}[] =>
  tableFromIPC(file(cellIndexFile(table))).toArray() as {code: string; part: number; as_of?: string}[];
const parts = new Map<string, MemberTable>();
function partOf(table: DrillTable, part: number): MemberTable {
  const name = cellMembersFile(table, part);
  if (!parts.has(name)) parts.set(name, memberTable(file(name)));
  return parts.get(name)!;
}

/** The table of filters at the newest date. */
const cubes = (table: DrillTable) =>
  readFilterTable(join(published.directory, "files/filters"), table, newest, null);

/** The day whose customers are listed: of cuts the newest. */
function listedDay(table: DrillTable): string {
  const days = drillSpec(table).cut ? (cubes(table).cells.as_of as ArrayLike<string>) : [newest];
  return Array.from(days).reduce((a, b) => (a > b ? a : b));
}

/** Customers of each cell and key, as the filters' table has them at the day that is listed. */
function counted(table: DrillTable): Map<string, number> {
  const {key, cells, measures} = cubes(table);
  const day = listedDay(table);
  const found = new Map<string, number>();
  for (let i = 0; i < key.length; i++) {
    if (cells.as_of && cells.as_of[i] !== day) continue;
    const cell = Object.fromEntries(Object.keys(cells).map((name) => [name, cells[name]![i]!]));
    const at = `${cellCode(table, cell)} ${key[i]}`;
    found.set(at, (found.get(at) ?? 0) + measures[drillSpec(table).counted ?? "customers"]![i]!);
  }
  return found;
}

function listed(table: DrillTable, mark: CellMark, filter = noFilter) {
  const own = indexOf(table).flatMap(({code, part}, place) => (isOf(mark, code) ? [{part, place}] : []));
  const tables = [...new Set(own.map(({part}) => part))].map((part) => ({
    ...partOf(table, part),
    places: new Set(own.filter((cell) => cell.part === part).map(({place}) => place)),
  }));
  return largestMembers(tables, filter, published.cube("report"));
}

const query = <Row>(sql: string): Promise<Row[]> => published.query<Row>(sql);
const now = "as_of = (SELECT max(as_of) FROM scores)";

describe("the lists of customers behind cells", () => {
  it("are there for every table, but of the scheme whose cells are classes", () => {
    const empty = drillTables.filter((table) => indexOf(table).length === 0);
    expect(empty).toEqual([`rfm-${published.cube("report").primary_scheme}`]);
  });

  it("are those of the newest cut, which is before the newest date, of the methods compared", () => {
    for (const table of drillTables) {
      const cut = drillSpec(table).cut ?? false;
      expect([table, cut]).toEqual([table, table.startsWith("method")]);
      const days = new Set(indexOf(table).map(({as_of}) => as_of));
      expect([table, ...days]).toEqual([
        table,
        ...(cut ? [listedDay(table)] : indexOf(table).length ? [undefined] : []),
      ]);
      expect(listedDay(table) < newest).toBe(cut);
    }
  });

  it.each(drillTables)("of %s are as long as the table's count, up to 20 for each key", (table) => {
    const wanted = new Map([...counted(table)].filter(([, customers]) => customers > 0));
    const told = new Map<string, Set<number>>();
    const index = indexOf(table);
    for (const [place, {code, part}] of index.entries()) {
      const {key, cell, rank} = partOf(table, part);
      for (let i = 0; i < key.length; i++) {
        if (cell![i] !== place) continue;
        const name = `${code} ${key[i]}`;
        told.set(name, (told.get(name) ?? new Set()).add(rank[i]!));
      }
    }
    // Where a mark takes several of a table's finer cells together, a customer may be in more than one of them.
    const finer = tableSpec(table).cells.length > drillSpec(table).by.length && !drillSpec(table).parted;
    for (const [name, customers] of wanted) {
      const n = told.get(name)?.size ?? 0;
      if (finer) expect([name, n > 0 && n <= Math.min(mostMembers, customers)]).toEqual([name, true]);
      else expect([name, n]).toEqual([name, Math.min(mostMembers, customers)]);
    }
    expect([...told.keys()].filter((name) => !wanted.has(name))).toEqual([]);
  });

  it.each(drillTables.filter((table) => drillSpec(table).parted !== undefined))(
    "of %s have each customer in one cell where its columns say so",
    (table) => {
      const {parted, by} = drillSpec(table);
      const seen = new Set<string>();
      let rows = 0;
      for (const [place, {code, part}] of indexOf(table).entries()) {
        const values = code.split("/");
        const within = parted!.map((column) => values[by.indexOf(column)]).join("/");
        const {key, cell, rank} = partOf(table, part);
        for (let i = 0; i < key.length; i++) {
          if (cell![i] !== place) continue;
          rows++;
          seen.add(`${within} ${rank[i]}`);
        }
      }
      expect(seen.size).toBe(rows);
    },
  );

  it("name the largest of the warehouse, in order, from one cell or several", async () => {
    for (const [mark, sql] of [
      [
        cellMark("service-levels", {suggested: 2, delivered: null}),
        `SELECT customer_id FROM service_levels JOIN scores USING (as_of, customer_id)
         WHERE ${now} AND suggested = 2 AND delivered IS NULL`,
      ],
      [
        cellMark("complaint-outcomes", [{outcome: "open"}, {outcome: "unsatisfied"}]),
        `SELECT DISTINCT customer_id, revenue FROM complaint_status JOIN scores USING (as_of, customer_id)
         WHERE ${now} AND in_window AND outcome IN ('open', 'unsatisfied')`,
      ],
      [
        cellMark("alerts", {phase: "warning"}),
        `SELECT DISTINCT customer_id, revenue FROM alerts JOIN scores USING (as_of, customer_id)
         WHERE ${now} AND phase = 'warning'`,
      ],
      [
        cellMark("wallet-over-time", [{stage: "strategic"}, {stage: "stable"}], "2025-12-31"),
        `SELECT customer_id FROM scores WHERE ${now} AND wallet_stage IN ('strategic', 'stable')`,
      ],
      [
        cellMark("method-agreement", {one: "rfm", other: "clv"}),
        `SELECT customer_id FROM method_tops
         WHERE rfm AND clv AND as_of = (SELECT max(as_of) FROM method_tops)`,
      ],
    ] as const) {
      const parsed = parseMark(mark) as CellMark;
      const wanted = await query<{customer_id: string}>(
        `SELECT customer_id FROM (${sql}) JOIN scores USING (customer_id) WHERE ${now}
         ORDER BY scores.revenue DESC, scores.revenue_ever DESC, customer_id`,
      );
      expect(wanted.length).toBeGreaterThan(0);
      const {ranks, all} = listed(parsed.table, parsed);
      expect([mark, all]).toEqual([mark, wanted.length]);
      expect(ranks.map((rank) => people[rank]!.customer_id)).toEqual(
        wanted.slice(0, 20).map((row) => row.customer_id),
      );
    }
  });

  it("are counted as the figure's table counts them, under any key", () => {
    const table = "service-levels";
    const accepted = new Uint8Array(3000);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(2834), {minLength: 1, maxLength: 600}), (keys) => {
        accepted.fill(0);
        for (const key of keys) accepted[key] = 1;
        const found = cellsUnder(cubes(table), accepted);
        const mark = parseMark(cellMark(table, {suggested: 2})) as CellMark;
        const wanted = found
          .filter(({cell}) => cell.suggested === 2)
          .reduce((sum, {sums}) => sum + sums.customers!, 0);
        expect(customersOf(mark, found, newest)).toBe(wanted);
      }),
      {numRuns: 20},
    );
  });

  it("are not made for executives", async () => {
    const {directory} = await publishSample("executives", 450);
    expect(existsSync(join(directory, "files/members"))).toBe(false);
  });
});

describe("a mark of cells", () => {
  it.each([
    "service-levels:5/0",
    "service-levels:5/",
    "service-levels:*/4",
    "survey-loop:sent,answered",
    "alert-accounts:warning@2025-03-31",
    "wallet-segments:industry/named/%E6%9C%BA%E5%BA%8A%2F%2A",
  ])("is what drawings and addresses write: %s", (text) => {
    const mark = parseCellMark(text)!;
    expect(cellMark(mark.table, [], mark.as_of).split(":")[0]).toBe(text.split(":")[0]);
    expect(mark.cells.join()).toBe(text.replace(/^[^:]*:|@.*$/g, ""));
  });

  it.each([
    "",
    "service-levels",
    "service-levels:5",
    "service-levels:5/0/1",
    "totals:",
    "nothing:a",
    "alert-accounts:a@x",
  ])("is nothing else: %s", (text) => expect(parseMark(text)).toBeNull());

  it("keeps its own signs apart from those of a name, and none from a star", () => {
    const name = "a/b, c* @2025-01-01 大 100%";
    const mark = parseCellMark(cellMark("wallet-segments", {dimension: "region", gap_part: "named", name}))!;
    const code = (of: string | null) =>
      cellCode("wallet-segments", {dimension: "region", gap_part: "named", name: of});
    expect(isOf(mark, code(name))).toBe(true);
    expect(isOf(mark, code("a/b"))).toBe(false);
    expect(isOf(mark, code(null))).toBe(false);
    const any = parseCellMark(cellMark("wallet-segments", {dimension: "region"}))!;
    expect([isOf(any, code(name)), isOf(any, code(null))]).toEqual([true, true]);
  });

  it("adds up only where no customer is in two of its cells", () => {
    const of = (text: string): boolean => addsUp(parseCellMark(text)!);
    expect(of("service-levels:5/0,5/1")).toBe(true);
    expect(of("alerts:silent/*")).toBe(true);
    expect(of("alerts:*/warning")).toBe(false);
    expect(of("complaint-outcomes:open,invalid")).toBe(false);
  });

  it("has files of its own among those of tables whose names begin alike", () => {
    const paths = ["wallet-ages-0", "wallet-ages", "wallet-segments", "wallet-ages-12"].map(
      (name) => `files/members/cells-${name}.arrow`,
    );
    expect(cellFilesOf("wallet-ages", paths)).toEqual([paths[0], paths[1], paths[3]]);
    expect(cellFilesOf("wallet", paths)).toEqual([]);
  });
});
