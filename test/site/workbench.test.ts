import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {openDatabase, rowsOf} from "../../loaders/database.js";
import {visit} from "../browser.js";
import {sampleReport, servedSample} from "./sample-report.js";

const {browser, report, site} = await servedSample();

const clean = {errors: [], foreign: [], failed: []};

/** Waits for what the query that was just sent says: its rows, or an error. */
async function answered(page: Page): Promise<string> {
  const status = page.locator(".workbench-status");
  await page.waitForFunction(
    () =>
      /\d 毫秒|毫秒。| ms[.:]|DuckDB says/.test(document.querySelector(".workbench-status")!.textContent!),
    null,
    {timeout: 60_000},
  );
  return (await status.textContent())!;
}

/** Sends a query by the keyboard. */
async function ask(page: Page, sql: string): Promise<string> {
  await page.locator("#workbench-sql").fill(sql);
  await page.evaluate(() => {
    document.querySelector(".workbench-status")!.textContent = "";
  });
  await page.keyboard.press("Control+Enter");
  return await answered(page);
}

/** The cells of the table that is shown, row by row. */
async function cells(page: Page): Promise<string[][]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLTableRowElement>(".workbench-table tbody tr")].map((row) =>
      [...row.cells].map((cell) => cell.textContent!),
    ),
  );
}

async function warehouse<Row>(sql: string): Promise<Row[]> {
  const folder = join(report.store, "warehouse");
  const {connection, close} = await openDatabase(join(folder, readdirSync(folder)[0]!));
  try {
    return await rowsOf<Row>(connection, sql);
  } finally {
    close();
  }
}

describe("the workbench", () => {
  it("loads nothing heavy until it is opened, and then answers as the warehouse does", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "workbench.html");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload({waitUntil: "networkidle"});
    expect(asked.filter((url) => /duckdb|arrow|files\//.test(url))).toEqual([]);
    const scripts = await Promise.all(
      asked.filter((url) => /\.js(\?|$)/.test(url)).map(async (url) => (await page.request.get(url)).text()),
    );
    expect(scripts.length).toBeGreaterThan(0);
    // Of Plot and of arquero, a text that each has in all of its builds.
    for (const text of ["--plot-background", "Unrecognized column"])
      expect(scripts.filter((script) => script.includes(text))).toEqual([]);
    await page.getByRole("button", {name: "Open the workbench"}).click();
    await page.waitForFunction(
      () => /^Ready/.test(document.querySelector(".workbench-status")!.textContent!),
      null,
      {timeout: 60_000},
    );
    const [counted] = await warehouse<{n: string}>(
      "SELECT count(*) AS n FROM scores WHERE as_of = (SELECT max(as_of) FROM scores)",
    );
    expect(await page.locator(".workbench-status").textContent()).toContain(`all ${counted!.n} customers`);

    // From here on there is no network.
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await page.getByRole("button", {name: "What each account manager holds"}).click();
    await answered(page);
    const owners = await warehouse<{owner: string; customers: string; revenue: string}>(
      `SELECT coalesce(owner, 'nobody') AS owner, count(*) AS customers, sum(revenue)::DECIMAL(18, 2) AS revenue
       FROM scores LEFT JOIN accounts USING (customer_id)
       WHERE as_of = (SELECT max(as_of) FROM scores) AND is_customer
       GROUP BY ALL ORDER BY revenue DESC`,
    );
    const shown = (await cells(page)).map(([owner, customers, revenue]) => [
      owner,
      customers,
      revenue!.replaceAll(",", ""),
    ]);
    expect(shown).toEqual(owners.map(({owner, customers, revenue}) => [owner, customers, revenue]));
    expect(await page.locator(".workbench-drawing [fill='var(--link)'] rect").count()).toBe(owners.length);

    await page.getByRole("button", {name: "Monthly revenue of class A"}).click();
    await page.waitForFunction(() => document.querySelector(".workbench-table th")?.textContent === "month");
    const sum = (await cells(page)).reduce(
      (all, [, revenue]) => all + Number(revenue!.replace(/[,−]/g, (c) => (c === "−" ? "-" : ""))),
      0,
    );
    const [ledger] = await warehouse<{revenue: number}>(
      `SELECT sum(amount)::DOUBLE AS revenue FROM purchases JOIN class_places USING (customer_id)
       WHERE as_of = (SELECT max(as_of) FROM scores) AND abc = 'A' AND day <= as_of`,
    );
    expect(sum).toBeCloseTo(Number(ledger!.revenue), 1);
    expect(misdeeds).toEqual(clean);
    await page.close();
  });

  it("agrees with the Pareto page on the Gini", async () => {
    const {page} = await visit(browser, site.url, "workbench.html");
    await page.getByRole("button", {name: "The Gini of revenue"}).click();
    await answered(page);
    const [, gini] = (await cells(page))[0]!;
    const store = join(report.store, "cubes");
    const cube = (folder: string, name: string) =>
      JSON.parse(readFileSync(join(store, folder, `${name}.json`), "utf8"));
    // Another file may have built the report of another audience into the same store.
    const own = readdirSync(store).find((folder) => cube(folder, "report").audience === "analysts")!;
    const kpis: {role: string; gini: number}[] = cube(own, "kpis");
    expect(Number(gini)).toBeCloseTo(kpis.find(({role}) => role === "now")!.gini, 4);
    await page.close();
  });

  it("shows DuckDB's error and keeps the query, which stands in the address for both languages", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "workbench.html");
    const wrong = "SELECT revenu FROM scores";
    expect(await ask(page, wrong)).toContain("DuckDB says");
    expect(await page.locator(".workbench-error").textContent()).toMatch(
      /"revenu" not found[\s\S]*"revenue"/,
    );
    expect(await page.locator("#workbench-sql").inputValue()).toBe(wrong);
    expect(new URL(page.url()).searchParams.get("q")).toBe(wrong);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");

    await page.locator("a.language").click();
    await page.waitForURL("**/zh/workbench.html?*");
    await expect.poll(() => page.locator("#workbench-sql").inputValue()).toBe(wrong);
    expect(await page.locator(".workbench-result").textContent()).toBe("");
    expect(await ask(page, "SELECT 2 AS n UNION ALL SELECT 40")).toMatch(/^2行/);
    expect(misdeeds).toEqual(clean);
    await page.close();
  });

  it("asks no other host, whatever a query says", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "workbench.html");
    for (const sql of [
      "FROM 'https://example.org/x.csv'",
      "INSTALL json; LOAD json",
      "SELECT json_extract('{}', '$')",
      "FROM read_parquet('https://example.org/x.parquet')",
      "COPY scores TO 'https://example.org/taken.csv'",
    ])
      expect(await ask(page, sql), sql).toContain("DuckDB says");
    expect(misdeeds.foreign).toEqual([]);
    await page.close();
  });

  it("saves every row of a result as CSV, of which it shows the first 500", async () => {
    const {page} = await visit(browser, site.url, "workbench.html");
    await ask(page, "SELECT customer_id, month, revenue FROM purchases_monthly ORDER BY customer_id, month");
    const [first, ...rest] = await cells(page);
    expect(rest).toHaveLength(499);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "Save all rows as CSV"}).click(),
    ]);
    const lines = readFileSync(await file.path(), "utf8")
      .trimEnd()
      .split("\r\n");
    expect(lines[0]).toBe("\ufeffcustomer_id,month,revenue");
    expect(lines[1]!.split(",").slice(0, 2)).toEqual(first!.slice(0, 2));
    const [counted] = await warehouse<{n: string}>(
      "SELECT count(DISTINCT (customer_id, date_trunc('month', day))) AS n FROM purchases WHERE day <= (SELECT max(as_of) FROM scores)",
    );
    expect(lines.length - 1).toBe(Number(counted!.n));
    expect(lines.slice(1).every((line) => /^[^,]+,\d{4}-\d{2}-01,-?\d+\.\d{2}$/.test(line))).toBe(true);
    await page.close();
  });

  it("sorts, filters and groups a result without another query, and without the network", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "workbench.html");
    const sql = "SELECT customer_id, region, revenue FROM scores WHERE is_customer ORDER BY customer_id";
    await ask(page, sql);
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    const given = await cells(page);

    const head = page.locator(".workbench-table th", {hasText: "revenue"});
    await head.locator("button").focus();
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    const amounts = (rows: string[][]): number[] =>
      rows.map(([, , revenue]) => Number(revenue!.replace(/[,−]/g, (c) => (c === "−" ? "-" : ""))));
    const sorted = amounts(await cells(page));
    expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
    // The head is drawn anew, and keeps the focus.
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort")).toBeNull();
    expect(await cells(page)).toEqual(given);

    await page.getByLabel("group by").selectOption({label: "region"});
    await page.locator("select[name=how]").selectOption({label: "the sum"});
    const regions = await warehouse<{region: string; revenue: string; rows: string}>(
      `SELECT coalesce(region, '–') AS region, sum(revenue)::DECIMAL(18, 2)::VARCHAR AS revenue, count(*)::VARCHAR AS rows
       FROM scores LEFT JOIN accounts USING (customer_id)
       WHERE as_of = (SELECT max(as_of) FROM scores) AND is_customer
       GROUP BY ALL ORDER BY sum(revenue) DESC`,
    );
    const summed = async (): Promise<string[][]> =>
      (await cells(page)).map((row) => row.map((cell) => cell.replaceAll(",", "")));
    expect(await summed()).toEqual(regions.map(({region, revenue, rows}) => [region, revenue, rows]));
    expect(await page.locator(".workbench-drawing title").count()).toBe(regions.length);
    await page.getByLabel("rows with").fill("china");
    await page.locator(".workbench-arranged", {hasText: "groups, from"}).waitFor();
    const inChina = regions.filter(({region}) => region.includes("China"));
    await expect.poll(summed).toEqual(inChina.map(({region, revenue, rows}) => [region, revenue, rows]));
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "Save these rows as CSV"}).click(),
    ]);
    expect(readFileSync(await file.path(), "utf8")).toBe(
      `\ufeffregion,sum of revenue,rows\r\n${inChina.map(({region, revenue, rows}) => `${region},${revenue},${rows}\r\n`).join("")}`,
    );
    expect(misdeeds).toEqual(clean);
    await page.close();
  });

  it("draws a result in four ways, each with marks that the keyboard goes through", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "workbench.html");
    await ask(
      page,
      "SELECT last_order_on, revenue FROM scores WHERE is_customer AND revenue > 0 ORDER BY customer_id",
    );
    const drawing = page.locator(".workbench-drawing");
    for (const [mark, shape] of [
      ["bars", "rect"],
      ["dots", "circle"],
      ["a line", "path"],
      ["a histogram", "rect"],
    ] as const) {
      await page.getByLabel("drawn as").selectOption({label: mark});
      await expect.poll(() => drawing.locator(shape).count(), {message: mark}).toBeGreaterThan(0);
      expect(await drawing.locator("svg").getAttribute("aria-label")).toBe(
        await page.locator(".workbench-drawn").textContent(),
      );
      expect(await drawing.getAttribute("tabindex"), mark).toBe("0");
      expect(await drawing.locator("title").count(), mark).toBeGreaterThan(2);
    }
    const [first, second] = await drawing.locator("title").allTextContents();
    await drawing.focus();
    await expect.poll(() => page.locator(".mark-layer").textContent()).toContain(first!);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator(".mark-layer").textContent()).toContain(second!);
    expect(misdeeds).toEqual(clean);
    await page.close();
  });

  it("can be stopped, and asked again", async () => {
    const {page, misdeeds} = await visit(browser, site.url, "workbench.html");
    await ask(page, "SELECT 1 AS one");
    await page
      .locator("#workbench-sql")
      .fill("SELECT count(*) FROM range(100000000000) a WHERE range % 7 = 3");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", {name: "Stop"}).click();
    expect(await page.locator(".workbench-status").textContent()).toContain("Stopped");
    expect(await ask(page, "SELECT 2 AS two")).toContain("One row");
    expect(misdeeds).toEqual(clean);
    await page.close();
  });
});

describe("the report for executives", () => {
  it("has no workbench, no engine and no scores", async () => {
    const {out} = await sampleReport("executives");
    expect(existsSync(join(out, "index.html"))).toBe(true);
    for (const path of ["workbench.html", "zh/workbench.html", "_node/@duckdb", "files/scores"])
      expect(existsSync(join(out, path)), path).toBe(false);
    expect(readFileSync(join(out, "index.html"), "utf8")).not.toContain("workbench.html");
  });
});
