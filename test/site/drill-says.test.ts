import type {BrowserContextOptions, Page} from "playwright-core";
import {afterEach, describe, expect, it} from "vitest";
import {counts, idsOf, mark, nothing, now, openPage, panelOf, query, rows} from "./drill-panel.js";
import {servedSample} from "./sample-report.js";

const {browser, report, site} = await servedSample();

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const open = (path: string, options: BrowserContextOptions = {}) =>
  openPage(browser, site.url, path, options);

const heading = (page: Page): Promise<string | null> => panelOf(page).locator("h3").textContent();
const caption = (page: Page): Promise<string | null> => panelOf(page).locator("caption").textContent();
const heads = (page: Page): Promise<string[]> => panelOf(page).locator("thead th").allTextContents();

/** The numbers in a text, without their separators. */
const numbersIn = (text: string): number[] =>
  (text.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((found) => Number(found.replaceAll(",", "")));

describe("the panel of a class", () => {
  it("says every number that the chart says of its mark", async () => {
    for (const [path, one] of [
      ["wallet.html", "wallet:initial"],
      ["zh/wallet.html", "wallet:strategic"],
      ["pareto.html", "abc:B"],
      ["pyramid.html", "metal:gold"],
      ["rfm.html", "segment:loyal"],
      ["rfm.html", "rfm:555"],
      ["relationship.html", "grid:43"],
      ["pareto.html", "pareto:1-35"],
      ["pareto.html", "profit:1-35"],
    ] as const) {
      const {page} = await open(`${path}?at=${one}`);
      const told = numbersIn(Object.values(await counts(page)).join(" "));
      const titles = await page
        .locator(`.drawing.wide [data-mark="${one}"] title`)
        .evaluateAll((all) => all.map((title) => title.textContent!.split(/: |：/).at(-1)!));
      const drawn = numbersIn(titles.map((title) => title.replace(/\(top .*?\)/, "")).join(" "));
      expect([path, one, drawn.length > 1]).toEqual([path, one, true]);
      // The chart rounds shares to a tenth of a hundredth, above one to whole ones.
      const lacking = drawn.filter((x) => !told.some((y) => Math.abs(x - y) < (x < 100 ? 0.051 : 0.51)));
      expect([path, one, lacking]).toEqual([path, one, []]);
      await page.context().close();
    }
  });

  it("names the largest by profit behind the curve of profit, with the numbers of that curve", async () => {
    const {page, misdeeds} = await open("pareto.html");
    await mark(page, "profit:1-20").click();
    await expect.poll(() => rows(page).count()).toBe(20);
    const wanted = await query<{customer_id: string; all: string}>(
      report,
      `SELECT customer_id, count(*) OVER () AS all FROM activity WHERE ${now}
       ORDER BY profit DESC, customer_id LIMIT 20`,
    );
    expect(await idsOf(page)).toEqual(wanted.map((row) => row.customer_id));
    expect(await heading(page)).toBe("The top 20% of customers by profit");
    expect(await caption(page)).toBe("The 20 largest customers by profit");
    expect((await heads(page))[2]).toBe("Profit (CNY)");
    const said = await counts(page);
    expect(said.Customers).toBe(String(Math.ceil(Number(wanted[0]!.all) / 5)));
    expect(Object.keys(said)).not.toContain("Revenue");
    expect(new URL(page.url()).search).toBe("?at=profit:1-20");
    expect(await panelOf(page).getByRole("button", {name: "Show only"}).count()).toBe(0);
    await page.locator("select[name=region]").selectOption("East China");
    const east = await query<{customer_id: string}>(
      report,
      `SELECT customer_id FROM activity JOIN accounts USING (customer_id)
       WHERE ${now} AND region = 'East China' ORDER BY profit DESC, customer_id LIMIT 20`,
    );
    const few = Number((await counts(page)).Customers);
    await expect.poll(() => idsOf(page)).toEqual(east.map((row) => row.customer_id).slice(0, few));
    expect(misdeeds).toEqual(nothing);
  });

  it("is another for every point of the curve", async () => {
    const {page} = await open("pareto.html");
    const marks = await page
      .locator("#figure-whale-curve .drawing.wide [data-mark]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("data-mark")));
    expect(marks.length).toBeGreaterThan(40);
    expect(new Set(marks).size).toBe(marks.length);
    // Each twentieth of the customers is there; the peak stands between two hundredths, and filters know no such part.
    for (let part = 5; part <= 100; part += 5)
      for (const kind of ["pareto", "profit"]) expect(marks).toContain(`${kind}:1-${part}`);
    const peak = marks.find((text) => /^profit:.*\./.test(text!))!;
    await page.goto(new URL(`pareto.html?at=${peak}`, site.url).href);
    const at = Number(peak.slice("profit:1-".length));
    await expect.poll(() => heading(page)).toBe(`The top ${at.toFixed(1)}% of customers by profit`);
    expect(Object.values(await counts(page))).toContain(`${at.toFixed(2)}%`);
  });
});

describe("the panel of a mark of cells", () => {
  it("calls those who left so, lists them by all that they brought, and tells of dates without a list", async () => {
    const {page} = await open("warnings.html?at=churn:true@2025-12-31", {
      viewport: {width: 375, height: 812},
      hasTouch: true,
    });
    await expect.poll(() => rows(page).count()).toBe(20);
    expect(await heading(page)).toBe("Left by 31 December 2025");
    const [, , sorted] = await heads(page);
    expect(sorted).toBe("Revenue of all time (CNY)");
    const money = await panelOf(page).locator("tbody tr td:nth-child(3)").allTextContents();
    const ever = money.map((text) => numbersIn(text)[0]!);
    expect(ever).toEqual([...ever].sort((a, b) => b - a));
    expect(ever[19]).toBeGreaterThan(0);
    await page.goto(new URL("zh/warnings.html?at=churn:true@2023-12-31", site.url).href);
    await expect.poll(() => heading(page)).toBe("截至2023年12月31日已流失的客户");
    const [lost] = await query<{lost: string}>(
      report,
      "SELECT count(*) AS lost FROM churned WHERE lost AND as_of = '2023-12-31'",
    );
    expect((await counts(page)).客户数).toBe(lost!.lost);
    await expect.poll(() => panelOf(page).locator(".note").textContent()).toContain("最新截止日");
  });

  it("shows on a phone what its list is ordered by, without a scroll", async () => {
    for (const [path, column] of [
      ["wallet.html?at=wallet:stable", "Revenue (CNY)"],
      ["pareto.html?at=profit:1-20", "Profit (CNY)"],
      ["warnings.html?at=churn:true@2025-12-31", "Revenue of all time (CNY)"],
      ["zh/service.html?at=loyalty:true/true/true", "收入 (CNY)"],
    ] as const) {
      const {page} = await open(path, {viewport: {width: 375, height: 812}, hasTouch: true});
      await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
      expect((await heads(page))[2]).toBe(column);
      const list = (await panelOf(page).locator(".members").boundingBox())!;
      const head = (await panelOf(page).locator("thead th").nth(2).boundingBox())!;
      expect([path, head.x + head.width <= list.x + list.width]).toEqual([path, true]);
      const words = (await panelOf(page).locator("caption").boundingBox())!;
      expect([path, words.x + words.width <= list.x + list.width + 1]).toEqual([path, true]);
      await page.context().close();
    }
  });

  it("lists those whom two methods both chose at the newest cut, and says of when they are", async () => {
    const {page, misdeeds} = await open("methods.html");
    const drawn = page.locator("#figure-agreement .drawing:visible [data-mark^='method-agreement:rfm/clv@']");
    const cut = (await drawn.first().getAttribute("data-mark"))!.split("@")[1]!;
    expect(cut < "2025-12-31").toBe(true);
    await drawn.first().click();
    const wanted = await query<{customer_id: string; all: string}>(
      report,
      `SELECT customer_id, count(*) OVER () AS all FROM method_tops JOIN scores USING (customer_id)
       WHERE method_tops.as_of = '${cut}' AND rfm AND clv AND scores.${now.replace("FROM", "FROM main.")}
       ORDER BY revenue DESC, revenue_ever DESC, customer_id LIMIT 20`,
    );
    await expect.poll(() => idsOf(page)).toEqual(wanted.map((row) => row.customer_id));
    expect(await heading(page)).toBe("RFM × Lifetime value");
    expect((await counts(page))["Chosen by both"]).toBe(wanted[0]!.all);
    expect(await panelOf(page).locator(".note").textContent()).toMatch(
      /^Listed are those chosen on 31 December/,
    );
    expect(misdeeds).toEqual(nothing);
  });

  it("says that a chart has no such mark, whatever numbers an address invents", async () => {
    const {page, misdeeds} = await open("service.html?at=service-levels:99/7");
    await expect.poll(() => panelOf(page).textContent()).toContain("The chart doesn’t show this.");
    expect(await panelOf(page).locator("dd, table").count()).toBe(0);
    expect(misdeeds).toEqual(nothing);
  });

  it("stays readable in the address when a filter is set after it", async () => {
    const {page} = await open("service.html?at=service-levels:2/1");
    await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
    await page.locator("form.filters select[name=region]").selectOption("East China");
    await expect.poll(() => page.url()).toContain("region=East");
    expect(page.url()).toMatch(/service\.html\?at=service-levels:2\/1&region=East\+China$/);
  });
});
