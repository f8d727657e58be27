import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll} from "vitest";
import {makeDatabase} from "../../loaders/database.js";
import {computeOwnCubes} from "../../loaders/own/cubes.js";
import type {OwnFiles} from "../../loaders/own/discover.js";
import type {ModelDefinition} from "../../loaders/own/model.js";
import {openForOwn} from "../../loaders/own/own-database.js";
import type {ColumnDefinitions, PageDefinition} from "../../loaders/own/page.js";
import {scoreOwnModels} from "../../loaders/own/score.js";
import type {OwnRow} from "../../src/cubes/own.js";
import type {Audience} from "../../src/cubes.js";

export const words = {en: "Words", zh: "词"};
let warehouse = "";

/**
 * Gives the tests of the file that calls this a warehouse: 40 customers at two dates, customer i of region R0 (25 of them),
 * R1 (12) or R2 (3), with i.005 of revenue.
 */
export function openOwnWarehouse(): void {
  const folder = mkdtempSync(join(tmpdir(), "guanxi-own-"));
  const before = process.env.GUANXI_HOME;
  beforeAll(async () => {
    process.env.GUANXI_HOME = folder;
    warehouse = join(folder, "warehouse.duckdb");
    await makeDatabase(warehouse, async (connection) => {
      await connection.run(
        `CREATE TABLE scores AS
         SELECT as_of, 'C' || i AS customer_id, true AS is_customer, (i + 0.005)::DECIMAL(24, 4) AS revenue,
                NULL::DECIMAL(24, 4) AS profit, CASE WHEN i < 10 THEN 'A' ELSE 'B' END AS abc_customers_revenue,
                'unknown' AS wallet_stage, 'unassessed' AS grid_stage, NULL::VARCHAR AS rfm_segment
         FROM range(40) AS t(i), (VALUES (DATE '2025-09-30'), (DATE '2025-12-31')) AS days(as_of)`,
      );
      await connection.run(
        `CREATE TABLE accounts AS SELECT 'C' || i AS customer_id, CASE WHEN i < 25 THEN 'R0' WHEN i < 37 THEN 'R1' ELSE 'R2' END AS region, NULL::VARCHAR AS industry FROM range(40) AS t(i)`,
      );
      await connection.run("CREATE TABLE purchases AS SELECT customer_id, as_of AS day FROM scores");
    });
  });
  afterAll(() => {
    rmSync(folder, {recursive: true, force: true});
    if (before === undefined) delete process.env.GUANXI_HOME;
    else process.env.GUANXI_HOME = before;
  });
}

export const regions = `-- Customers by region.
SELECT region, count(*) AS customers, sum(revenue) AS spent
FROM scores JOIN accounts USING (customer_id)
WHERE as_of = (SELECT max(as_of) FROM scores)
GROUP BY region ORDER BY region`;
export const regionColumns: ColumnDefinitions = {
  region: {kind: "text", label: words},
  customers: {kind: "count", label: words},
  spent: {kind: "money", label: words},
};

export function page(
  sql: string,
  columns = regionColumns,
  audiences: Audience[] = ["analysts"],
): OwnFiles["pages"][0] {
  const definition: PageDefinition = {title: words, about: words, audiences, columns, chart: ["bars"]};
  return {name: "mine", file: "loaders/own/pages/mine.sql", sql, definition};
}

export function model(
  sql: string,
  name = "half",
  audiences: Audience[] = ["analysts"],
): OwnFiles["models"][0] {
  const definition: ModelDefinition = {
    title: words,
    about: words,
    audiences,
    classes: {low: words, high: words},
  };
  return {name, file: `loaders/own/models/${name}.sql`, sql, definition};
}

const names = {en: {}, zh: {R0: "零区"}};

/** The cubes of own pages and models over it, for an audience. */
export async function cubesOf(
  own: Partial<OwnFiles>,
  audience: Audience = "analysts",
): Promise<Record<string, OwnRow[]>> {
  const files = {pages: [], models: [], ...own};
  const scored = await scoreOwnModels({file: warehouse, key: "key"}, files.models, () => {});
  const {connection, close} = await openForOwn(
    scored.file,
    files.models.map(({name}) => name),
  );
  try {
    const smallest = audience === "executives" ? 5 : 1;
    const options = {audience, smallest, minorDigits: 2, hasProfit: false, names};
    return (await computeOwnCubes(connection, files, options)) as Record<string, OwnRow[]>;
  } finally {
    close();
  }
}

/** The rows of a page of this query. */
export const rowsOf = async (
  sql: string,
  columns = regionColumns,
  audience: Audience = "analysts",
): Promise<OwnRow[]> => (await cubesOf({pages: [page(sql, columns, [audience])]}, audience)).mine!;
