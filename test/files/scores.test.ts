import {readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import * as d3 from "d3";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {computeCubes} from "../../loaders/cubes/compute.js";
import {openDatabase, rowsOf} from "../../loaders/database.js";
import {scores} from "../../loaders/files/scores/scores.js";
import {readSettings} from "../../loaders/settings.js";
import type {WorkbenchCounts} from "../../src/components/workbench/columns.js";
import {scoreFolder, Workshop} from "../warehouse/published.js";
import {sampleFolder} from "../warehouse/sample-folder.js";

let workshop: Workshop;
let folder: string;
const [rows, months] = [50, 700];
let ledger: {customer_id: string; revenue: string; months: string; amount: string}[];

const table = (name: string): Record<string, unknown>[] =>
  tableFromIPC(readFileSync(join(folder, name)), {useDate: true}).toArray() as Record<string, unknown>[];

beforeAll(async () => {
  workshop = new Workshop();
  folder = workshop.folder({});
  const data = await sampleFolder();
  const {connection, close} = await openDatabase((await scoreFolder(data)).warehouse);
  const settings = {...readSettings(data), workbench: {rows, months}};
  await computeCubes(connection, settings, "analysts", "");
  await scores.write(connection, {settings, audience: "analysts", smallest: 1, folder});
  ledger = await rowsOf(
    connection,
    `SELECT customer_id, minor(any_value(scores.revenue)) AS revenue, count(DISTINCT date_trunc('month', day)) AS months,
            minor(coalesce(sum(amount), 0)) AS amount
     FROM scores LEFT JOIN purchases USING (customer_id)
     WHERE as_of = (SELECT max(as_of) FROM scores) AND (day <= as_of OR day IS NULL)
     GROUP BY customer_id ORDER BY any_value(scores.revenue) DESC, customer_id`,
  );
  close();
});
afterAll(() => workshop.remove());

describe("the workbench's files", () => {
  it("hold the largest customers by revenue, up to the cap, and say of how many", () => {
    const held = table("scores.arrow").map((row) => [row.customer_id, row.revenue]);
    expect(held).toEqual(ledger.slice(0, rows).map((row) => [row.customer_id, Number(row.revenue)]));
    const counts = JSON.parse(readFileSync(join(folder, "counts.json"), "utf8")) as WorkbenchCounts;
    expect(counts.customers).toBe(rows);
    expect(counts.customers_of).toBe(ledger.length);
    expect(counts.months_of).toBe(ledger.reduce((sum, row) => sum + Number(row.months), 0));
  });

  it("hold whole customers' months up to the cap, which add up to the ledger", () => {
    const held = table("purchases-monthly.arrow");
    const byCustomer = d3.group(held, (row) => row.customer_id as string);
    expect(held.length).toBeLessThanOrEqual(months);
    const next = ledger[byCustomer.size]!;
    expect(held.length + Number(next.months)).toBeGreaterThan(months);
    for (const {customer_id, months: all, amount} of ledger.slice(0, byCustomer.size)) {
      const mine = byCustomer.get(customer_id)!;
      expect(mine).toHaveLength(Number(all));
      expect(mine.reduce((sum, row) => sum + (row.revenue as number), 0)).toBe(Number(amount));
    }
  });
});
