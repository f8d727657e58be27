import {readdirSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {openDatabase, rowsOf} from "../../loaders/database.js";
import {change} from "../../src/components/change.js";
import {count, money} from "../../src/components/formats.js";
import {visit} from "../browser.js";
import {servedSample} from "./sample-report.js";

const {browser, report, site} = await servedSample();

/** A headline figure as a reader sees it. */
interface Seen {
  value: string;
  changes: string[];
  line: boolean;
  why: string;
}

async function headlines(page: Page): Promise<Record<string, Seen>> {
  await page.waitForFunction(
    () =>
      performance.getEntriesByName("filter").length > 0 &&
      document.querySelector(".figure.waits, .figure.past-waits") === null,
  );
  return await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>(".figures .figure")].map((figure) => [
        figure.dataset.figure!,
        {
          value: figure.querySelector(".value")!.textContent!,
          changes: [...figure.querySelectorAll(".change")].map((change) => change.textContent!),
          line: figure.querySelector(".spark svg") !== null,
          why: figure.querySelector(".why")?.textContent ?? "",
        },
      ]),
    ),
  );
}

async function query<Row>(sql: string): Promise<Row[]> {
  const folder = join(report.store, "warehouse");
  const {connection, close} = await openDatabase(join(folder, readdirSync(folder)[0]!));
  try {
    return await rowsOf<Row>(connection, sql);
  } finally {
    close();
  }
}

/** What the warehouse counts at the newest date, a quarter and a year before. */
async function counted(sql: string): Promise<number[]> {
  const rows = await query<{as_of: string; n: string}>(sql);
  return ["2025-12-31", "2025-09-30", "2024-12-31"].map((day) =>
    Number(rows.find((row) => row.as_of === day)?.n ?? 0),
  );
}

const signs = {up: "▲", down: "▼", same: "■"};

/** The two changes in words, as the page tells them when nothing is filtered. */
function changes([now, quarter, year]: number[], since: readonly [string, string]): string[] {
  return [quarter, year].map((then, i) => {
    const {direction, text} = change(now, then, "count", "en")!;
    return `${signs[direction]} ${text} ${since[i]}`;
  });
}

const ago = ["on a quarter ago", "on a year ago"] as const;

describe("the headline figures under a filter", () => {
  it("of relationships are the warehouse's, with their changes", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "relationship.html?region=East+China");
    const seen = await headlines(page);
    const stage = (stages: string) =>
      counted(`SELECT as_of::VARCHAR AS as_of, count(*) AS n FROM scores JOIN accounts USING (customer_id)
               WHERE region = 'East China' AND grid_stage IN (${stages}) GROUP BY as_of`);
    for (const [id, stages] of [
      ["grid-high", "'advanced', 'partner'"],
      ["grid-none", "'unassessed'"],
    ] as const) {
      const numbers = await stage(stages);
      expect(numbers[0]).toBeGreaterThan(0);
      expect(seen[id]).toEqual({
        value: count(numbers[0]!, "en"),
        changes: changes(numbers, ago),
        line: true,
        why: "",
      });
    }
    const [person] = await query<{n: string; revenue: string}>(
      `SELECT count(*) AS n, (100 * sum(revenue))::BIGINT AS revenue
       FROM scores JOIN accounts USING (customer_id) JOIN grid USING (as_of, customer_id)
       WHERE as_of = (SELECT max(as_of) FROM scores) AND region = 'East China' AND lean = 'person'`,
    );
    expect(seen.person).toEqual({value: count(Number(person!.n), "en"), changes: [], line: false, why: ""});
    expect(seen["person-revenue"]!.value).toBe(
      money(Number(person!.revenue), {currency: "CNY", minor_digits: 2}, "en"),
    );
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await page.close();
  });

  it("of the Pareto page are the warehouse's, with their changes, and everyone's again without it", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "pareto.html");
    const heights = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".figures .figure, .figures dl")].map((e) =>
          Math.round(e.getBoundingClientRect().height),
        ),
      );
    const shown = () => page.locator(".figures dl").innerText();
    const [everyone, high] = [await shown(), await heights()];
    await page.locator("select[name=region]").selectOption("East China");
    const seen = await headlines(page);
    const customers = await counted(
      `SELECT as_of::VARCHAR AS as_of, count(*) AS n FROM scores JOIN accounts USING (customer_id)
       WHERE region = 'East China' AND is_customer GROUP BY as_of`,
    );
    const below = await counted(
      `SELECT as_of::VARCHAR AS as_of, count(*) AS n FROM activity JOIN accounts USING (customer_id)
       WHERE region = 'East China' AND revenue < 0 GROUP BY as_of`,
    );
    expect(seen.customers).toMatchObject({
      value: count(customers[0]!, "en"),
      changes: changes(customers, ago),
    });
    expect(seen["below-zero-customers"]).toMatchObject({
      value: count(below[0]!, "en"),
      changes: changes(below, ago),
    });
    const [{share}] = (await query<{share: number}>(
      `WITH ranked AS (
         SELECT revenue, row_number() OVER (ORDER BY revenue DESC) AS place, count(*) OVER () AS n
         FROM activity JOIN accounts USING (customer_id)
         WHERE as_of = (SELECT max(as_of) FROM scores) AND region = 'East China'
       )
       SELECT (sum(revenue) FILTER (place <= ceil(0.2 * n)) / sum(revenue))::DOUBLE AS share FROM ranked`,
    )) as [{share: number}];
    expect(Math.abs(Number.parseFloat(seen["top20-share"]!.value) / 100 - share)).toBeLessThan(0.005);
    expect(seen["top20-share"]!.changes.every((text) => /point/.test(text))).toBe(true);
    expect(Object.values(seen).every(({line}) => line)).toBe(true);
    expect(await heights()).toEqual(high);
    await page.locator("form.filters button[type=reset]").click();
    await expect.poll(shown).toBe(everyone);
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    await page.close();
  });

  it("say why they are put aside, and count those who stood in a chosen cell at each date", async () => {
    const warnings = await visit(browser, site.url, "warnings.html?class=B");
    const {precision, churn} = await headlines(warnings.page);
    expect(precision).toMatchObject({
      value: "–",
      why: "Tested on all customers: not filtered.",
    });
    expect(churn!.value).toMatch(/%$/);
    await warnings.page.close();
    const past = await visit(browser, site.url, "movement.html?as_of=2025-06-30");
    expect(Object.values(await headlines(past.page)).map(({value}) => value)).toEqual(["–", "–", "–", "–"]);
    await past.page.close();
    const {page} = await visit(browser, site.url, "rfm.html?brush=rfm:545.555");
    const {customers} = await headlines(page);
    const cells = await counted(
      `SELECT as_of::VARCHAR AS as_of, count(*) AS n FROM rfm_primary
       WHERE r = 5 AND f IN (4, 5) AND m = 5 GROUP BY as_of`,
    );
    expect(customers).toMatchObject({value: count(cells[0]!, "en"), changes: changes(cells, ago)});
    expect(await page.locator(".filter-state").textContent()).toBe(
      "Chosen: RFM cells 545, 555. Over time: those who stood in the chosen part at each date.",
    );
    await page.close();
  });
});
