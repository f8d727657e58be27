import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Filter, noFilter} from "../../src/components/filter/filter.js";
import {filteredCubes} from "../../src/components/filter/filtered-cubes.js";
import {type TableName, tableSpec} from "../../src/components/filter/tables.js";
import type {ReportCube} from "../../src/cubes.js";
import {type Published, publishWhole, Workshop} from "../warehouse/published.js";
import {readFilterTable} from "./filter-files.js";

type Row = Record<string, string | number | boolean | null>;

const regions = ["North", "South"];
const buyers = Array.from({length: 40}, (_, i) => `B${10 + i}`);
const regionOf = (i: number): string => regions[(i >> 1) % 2]!;
const month = (m: number): string => `${2023 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`;

/**
 * Forty who order in every second month for three years, those of the first half more than the others; every third
 * complains twice, at times of its own to the minute; of the two who only complain, one does so before anyone has it on
 * a list.
 */
const files = {
  "transactions.csv": [
    "order_id,customer_id,ordered_on,amount",
    ...buyers.flatMap((id, i) =>
      Array.from({length: 18}, (_, k) => `${id}-${k},${id},${month(2 * k + (i % 2))}-11,${500 - i}`),
    ),
  ].join("\n"),
  "customers.csv": [
    "customer_id,name,region",
    ...[...buyers, "EARLY"].map((id, i) => `${id},Buyer ${id},${regionOf(i)}`),
  ].join("\n"),
  "complaints.csv": [
    "customer_id,opened_on,resolved_on,valid,satisfied",
    ...buyers.flatMap((id, i) =>
      i % 3 === 0
        ? [
            `${id},${month(22 + (i % 9))}-03 08:00,${month(22 + (i % 9))}-0${3 + (i % 5)} 1${i % 9}:${10 + i},true,${i % 2 === 0}`,
            `${id},${month(31)}-05 09:00,${month(31)}-05 2${i % 3}:${59 - i},true,true`,
          ]
        : [],
    ),
    "EARLY,2024-05-05,2024-05-06,true,true",
    "NOWHERE,2025-11-05,2025-11-06,true,true",
  ].join("\n"),
};

let workshop: Workshop;
let published: Published;
let report: ReportCube;

beforeAll(async () => {
  workshop = new Workshop();
  published = await publishWhole(workshop.folder(files));
  report = published.cube("report");
});
afterAll(() => workshop.remove());

function rowsUnder(name: TableName, filter: Filter): Row[] {
  const folder = join(published.directory, "files", "filters");
  const table = readFilterTable(folder, name, filter.as_of ?? report.as_of, null);
  const cubes = filteredCubes(report, published.cube("settings"), {[name]: table}, filter);
  return cubes([name]).read(tableSpec(name).cube) as unknown as Row[];
}

const place = (region: string): number =>
  published.cube("filter-values").find((v) => v.dimension === "region" && v.name === region)!.place;

describe("filters of complaints", () => {
  it("tell the times to resolve that the warehouse tells, at every date", async () => {
    let told = 0;
    for (const region of regions)
      for (const as_of of report.dates) {
        const [wanted] = await published.query<{median: number | null; p90: number | null}>(
          `SELECT round(quantile_cont(hours, 0.5), 4) AS median, round(quantile_cont(hours, 0.9), 4) AS p90
           FROM complaint_status JOIN accounts USING (customer_id)
           WHERE region = '${region}' AND in_window AND as_of = '${as_of}'`,
        );
        const [row] = rowsUnder("complaint-hours", {...noFilter, region: place(region), as_of});
        expect([row!.median_hours, row!.p90_hours], `${region} ${as_of}`).toEqual([
          wanted!.median,
          wanted!.p90,
        ]);
        if (wanted!.median !== wanted!.p90) told++;
      }
    expect(told).toBeGreaterThan(4);
  });

  it("leave a twin with the customer that it stands beside, whatever its own region", async () => {
    const across = await published.query<{n: string}>(
      `SELECT count(*) AS n FROM complaint_twins JOIN accounts AS own ON own.customer_id = complaint_twins.customer_id
       JOIN accounts AS cases ON cases.customer_id = case_id WHERE own.region <> cases.region`,
    );
    expect(Number(across[0]!.n)).toBeGreaterThan(0);
    for (const region of regions) {
      const wanted = await published.query<{side: string; customers: string; bought: string; orders: string}>(
        `SELECT side, count(*) AS customers, count(*) FILTER (orders_after > 0) AS bought, sum(orders_after) AS orders
         FROM complaint_twins JOIN accounts ON accounts.customer_id = case_id
         WHERE region = '${region}' GROUP BY side ORDER BY side`,
      );
      const rows = rowsUnder("complaint-aftermath", {...noFilter, region: place(region)});
      const sum = (side: string, column: string): number =>
        rows.filter((r) => r.side === side).reduce((all, r) => all + (r[column] as number), 0);
      expect(wanted).toHaveLength(2);
      for (const {side, customers, bought, orders} of wanted)
        expect(["customers", "bought", "orders_after"].map((column) => sum(side, column))).toEqual(
          [customers, bought, orders].map(Number),
        );
    }
  });

  it("count who complained and stands in no score as of no class", () => {
    for (const as_of of report.dates) {
      const cube = published.cube("complaint-summary").find((r) => r.as_of === as_of);
      const rows = rowsUnder("complaint-summary", {...noFilter, as_of});
      expect(rows.find((r) => r.as_of === as_of)?.complaints).toBe(cube?.complaints);
    }
    const of = (as_of: string): Row | undefined =>
      rowsUnder("complaint-summary", {...noFilter, class: 4, as_of}).find((r) => r.as_of === as_of);
    expect(of("2024-06-30")).toMatchObject({complaints: 1, complainants: 1});
    expect(of(report.as_of)).toMatchObject({complaints: 1, complainants: 1});
  });
});
