import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {classPlaces, type Filter, noFilter, stagePlaces} from "../../src/components/filter/filter.js";
import {chooseRows} from "../../src/components/filter/list-choice.js";
import {
  heldOf,
  type KeyedRow,
  type ListCount,
  listCubes,
  listFile,
  listPath,
} from "../../src/components/filter/list-files.js";
import {namedLists} from "../../src/components/filter/named-lists.js";
import type {ReportCube} from "../../src/cubes.js";
import type {Published} from "../warehouse/published.js";
import {publishSample} from "../warehouse/sample-folder.js";

type Row = Record<string, unknown> & KeyedRow;

let published: Published;
let report: ReportCube;

beforeAll(async () => {
  published = await publishSample();
  report = published.cube("report");
});

const listRows = (cube: (typeof listCubes)[number], from = published): {rows: Row[]; counts: ListCount[]} => {
  const file = JSON.parse(readFileSync(join(from.directory, listPath(cube)), "utf8"));
  return {rows: file[cube], counts: file.counts};
};
const fileOf = (cube: (typeof listCubes)[number]): Row[] => listRows(cube).rows;

const own = ["key", "rfm", "grid", "pareto", "listed_in", "listed_at", "listed_of"];
const plainRow = (row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !own.includes(column)));

describe("the files of lists", () => {
  // Of RFM's three lists the page has the first of each cell.
  it.each(listCubes.filter((cube) => cube !== "rfm-members"))(
    "of %s begin with the rows of the page, in their order",
    (cube) => {
      const shown = published.cube(cube) as unknown as Row[];
      const {apart = []} = listFile(cube);
      const groupOf = (row: Row): string => JSON.stringify(apart.map((column) => row[column]));
      const counts = new Map<string, number>();
      for (const row of shown) counts.set(groupOf(row), (counts.get(groupOf(row)) ?? 0) + 1);
      const taken = new Map<string, number>();
      const first = fileOf(cube).filter((row) => {
        const n = (taken.get(groupOf(row)) ?? 0) + 1;
        taken.set(groupOf(row), n);
        return n <= (counts.get(groupOf(row)) ?? 0);
      });
      expect(first.length).toBeGreaterThan(0);
      expect(first.map(plainRow)).toEqual(shown);
    },
  );

  it("tell each customer's values of the filters as the warehouse has them", async () => {
    const customers = await published.query<Record<string, string | null>>(
      `SELECT customer_id, region, industry, abc_customers_profit AS class, wallet_stage AS stage,
              rfm_primary.r, rfm_primary.f, rfm_primary.m
       FROM scores LEFT JOIN accounts USING (customer_id) LEFT JOIN rfm_primary USING (as_of, customer_id)
       WHERE as_of = (SELECT max(as_of) FROM scores)`,
    );
    const known = new Map(customers.map((row) => [row.customer_id, row]));
    const values = published.cube("filter-values");
    const place = (dimension: "region" | "industry", name: string | null | undefined): number =>
      name ? (values.find((v) => v.dimension === dimension && v.name === name)?.place ?? 7) : 8;
    const wrong = listCubes.flatMap((cube) =>
      fileOf(cube).filter(({customer_id, key, rfm}) => {
        const own = known.get(customer_id)!;
        const stage = stagePlaces(report).indexOf(own.stage ?? "unknown");
        const places = [place("region", own.region), place("industry", own.industry)];
        const abc = classPlaces.indexOf((own.class ?? "none") as never);
        const cell = own.r === null ? null : Number(`${own.r}${own.f}${own.m}`);
        return key !== ((places[0]! * 9 + places[1]!) * 5 + abc) * 7 + stage || rfm !== cell;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("are the page's lists again where everyone matches, for every list that a page shows", () => {
    for (const [id, list] of Object.entries(namedLists)) {
      const file = fileOf(list.cube);
      const {rows, of} = chooseRows(list, listRows(list.cube), noFilter, report);
      const mine = (published.cube(list.cube) as unknown as Row[])
        .filter((row) => list.own === undefined || list.own(row as never))
        .filter((row) => list.cube !== "rfm-members" || row.scheme === report.primary_scheme);
      const all = chooseRows(
        list,
        {rows: mine.map((row) => ({...row, key: 0, listed_in: 1, listed_at: 1, listed_of: 1})), counts: []},
        noFilter,
        report,
      );
      expect(rows.map(plainRow as never), id).toEqual(all.rows.map(plainRow as never));
      expect(of === null || file.length > heldOf(list.cube).all, id).toBe(true);
    }
  });

  it("tell the three lists of RFM apart as the page does", () => {
    const file = fileOf("rfm-members");
    const three = Object.entries(namedLists).filter(([, {cube}]) => cube === "rfm-members");
    expect(three).toHaveLength(3);
    const groups = three.map(([, {own}]) => file.filter(own as never));
    for (const rows of groups) {
      expect(new Set(rows.map(({listed_of}) => listed_of))).toEqual(new Set([rows.length]));
      const ordered = [...rows].sort((a, b) => a.listed_at - b.listed_at).map(({revenue}) => revenue);
      expect(ordered).toEqual([...ordered].sort((a, b) => Number(b) - Number(a)));
    }
  });

  it("leave out nobody who matches, under single choices and several", () => {
    const choices: Filter[] = [
      {...noFilter, region: 0},
      {...noFilter, class: 1},
      {...noFilter, region: 0, class: 0},
      {...noFilter, industry: 1, class: 2, stage: 3},
    ];
    for (const [id, list] of Object.entries(namedLists))
      for (const filter of choices) {
        const {rows: file, counts} = listRows(list.cube);
        const {rows, matched, total, of} = chooseRows(list, {rows: file, counts}, filter, report);
        const whole = of === null && matched === total;
        const matching = file.filter(({key}) => {
          const k = key!;
          const places = {region: Math.floor(k / 315), industry: Math.floor(k / 35) % 9};
          const rest = {class: Math.floor(k / 7) % 5, stage: k % 7};
          return Object.entries({...places, ...rest}).every(([d, at]) =>
            [null, at].includes(filter[d as "class"]),
          );
        });
        const mine = matching.filter((row) => list.own === undefined || list.own(row as never));
        const ids = new Set(mine.map(({customer_id}) => customer_id));
        if (list.entries === undefined && whole) expect(matched, id).toBe(ids.size);
        if (list.group || listFile(list.cube).entry) continue;
        const ordered = list.order ? [...mine].sort(list.order as never) : mine;
        if (whole) expect(rows, id).toEqual(ordered.slice(0, list.most));
        for (const {customer_id} of rows) expect(ids.has(customer_id), id).toBe(true);
      }
  });

  it("count whom they lack: all who match, of a list that is longer than its file", async () => {
    const region = published.cube("filter-values").find((v) => v.dimension === "region" && v.place === 0)!;
    const levels = await published.query<{level: string; all: number; first: number}>(
      `SELECT metal AS level, count(*)::INTEGER AS "all",
              count(*) FILTER (region = '${region.name}')::INTEGER AS first
       FROM metal_pyramid JOIN accounts USING (customer_id) JOIN scores USING (as_of, customer_id)
       WHERE as_of = (SELECT max(as_of) FROM scores) AND NOT is_refund_only
       GROUP BY metal`,
    );
    expect(Math.max(...levels.map(({all}) => all))).toBeGreaterThan(heldOf("pyramid-members").all);
    const {rows, counts} = listRows("pyramid-members");
    const of = (level: string): typeof counts => {
      const list = rows.find((row) => row.pyramid === "metal" && row.level === level)!.listed_in;
      return counts.filter(({listed_in, by}) => listed_in === list && by === "key");
    };
    const sum = (some: typeof counts): number => some.reduce((all, {entries}) => all + entries, 0);
    for (const {level, all} of levels)
      expect([level, sum(of(level))]).toEqual([level, all > heldOf("pyramid-members").all ? all : 0]);
    const {total} = chooseRows(
      namedLists["members-metal"]!,
      {rows, counts},
      {...noFilter, region: 0},
      report,
    );
    expect(total).toBe(levels.reduce((all, {first}) => all + first, 0));
  });

  it("are not made for executives", async () => {
    const executives = await publishSample("executives");
    expect(existsSync(join(executives.directory, "files/filters"))).toBe(true);
    expect(existsSync(join(executives.directory, "files/lists"))).toBe(false);
  });
});
