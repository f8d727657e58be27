import {readFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {root} from "../../loaders/places.js";
import {readPages} from "../../loaders/site/pdf-pages.js";
import {openBrowser, serve, visit} from "../browser.js";
import {exportsOfRegions, OwnProject, purchases} from "./own-project.js";

const readme = readFileSync(join(root, "README.md"), "utf8");
const example = readme.slice(readme.indexOf("## A page of your own"), readme.indexOf("## What stands where"));

/** Takes the comment marks from the drawing in a definition. */
function drawItself(project: OwnProject, file: string): void {
  const text = project.read(file);
  const drawing = text.slice(text.indexOf("  // draw:"), text.lastIndexOf("});"));
  project.replace(file, drawing, drawing.replaceAll("  // ", "  "));
}

describe("the worked example of the README", () => {
  const [command] = /^npm run new -- page .*$/m.exec(example)!;
  const [modelCommand] = /npm run new -- model [\w-]+/.exec(example)!;
  const definition = "loaders/own/pages/regions-lost.ts";
  let project: OwnProject;
  let browser: Browser;
  let closeSite: () => Promise<void>;
  beforeAll(() => {
    project = new OwnProject(exportsOfRegions());
  });
  afterAll(async () => {
    await browser?.close();
    await closeSite?.();
    project.remove();
  });

  it("begins with a command that says what it wrote", () => {
    const {code, said} = project.run(command);
    expect([code, said]).toEqual([0, expect.stringContaining("loaders/own/pages/regions-lost.sql")]);
    expect(said).toContain("src/zh/regions-lost.md");
    expect(project.run(modelCommand).code).toBe(0);
  });

  it("has nothing written over by the same command again, or by one of a name that is taken", () => {
    const before = project.read(definition);
    const again = project.run(command);
    expect(again.code).toBe(1);
    expect(again.said).toContain("loaders/own/pages/regions-lost.sql is there already");
    expect(project.run("npm run -s new -- page pareto").said).toContain("src/pareto.md is there already");
    expect(project.run("npm run -s new -- model regions-lost").said).toContain("is there already");
    expect(project.run("npm run -s new -- page Lost_Regions").said).toContain("words in small letters");
    expect(project.run("npm run -s new -- chart x").said).toContain("there are page and model");
    expect(project.read(definition)).toBe(before);
  });

  it("gives files that pass the checks of types, style and format as they are", () => {
    expect(project.run(`npm run -s new -- page quoted --title 'A "quoted" title'`).code).toBe(0);
    drawItself(project, "loaders/own/pages/quoted.ts");
    const types = project.run("npx tsc -p .");
    const style = project.run(
      "npx biome check --error-on-warnings loaders/own/pages loaders/own/models src/data",
    );
    const own = ["sql", "ts"].map((ending) => `loaders/own/pages/quoted.${ending}`);
    project.delete(...own, "src/quoted.md", "src/zh/quoted.md", "src/data/quoted.json.ts");
    expect(types).toEqual({code: 0, said: expect.not.stringContaining("error")});
    expect(style).toEqual({code: 0, said: expect.stringContaining("No fixes applied")});
  });

  it("is built, with the edits that it names, into a page with the right numbers in both languages", () => {
    const edits = [...example.matchAll(/write\s+`([^`]+)`\s+in\s+place\s+of\s+`([^`]+)`/g)];
    expect(edits).toHaveLength(2);
    for (const [i, [, now, instead]] of edits.entries())
      project.replace(["loaders/own/pages/regions-lost.sql", definition][i]!, instead!, now!);
    drawItself(project, definition);
    const {code, said} = project.run(
      `npm run build -- --no-browser --data ${project.data} --out ${project.dist}`,
    );
    expect([code, said]).toEqual([0, expect.stringContaining("for analysts")]);
    const english = project.text("regions-lost.html");
    expect(english).toContain("Own pages Which regions lost customers this quarter?");
    expect(english).toContain("Lost customers: North has the most, 2 of 3 in all.");
    expect(english).toContain(
      "Region Customers Lost customers Revenue (EUR) North 3 2 €400.00 South 2 1 €200.00",
    );
    expect(english).toContain("Region: share of customers lost");
    expect(english).not.toContain("ABC class");
    const drawn = readFileSync(join(project.dist, "regions-lost.html"), "utf8");
    expect(drawn.match(/<title>North: 2 \/ 3<\/title>/g)).toHaveLength(3);
    expect(drawn).toMatch(/>60%<.*>Region</s);
    const chinese = project.text("zh/regions-lost.html");
    expect(chinese).toContain("自建页面 本季度哪些地区流失了客户？");
    expect(chinese).toContain("流失客户数：North最多，为2，合计3。");
    expect(chinese).toContain("地区：流失客户占比");
    expect(chinese).toContain("地区 客户数 流失客户数 收入（EUR） North 3 2 €400.00 South 2 1 €200.00");
  }, 300_000);

  it("has nothing else counted again when its query changes", () => {
    const query = "loaders/own/pages/regions-lost.sql";
    const text = project.read(query);
    const script = `const {publish} = await import("./loaders/publish.ts");
      await publish({data: ${JSON.stringify(project.data)}, progress: console.log});`;
    const published = (): string =>
      project.run(`node --import tsx --input-type=module -e '${script}'`).said.trim();
    expect(published()).toBe("");
    project.replace(query, text, `${text}-- Changed.\n`);
    expect(published()).toBe("counting own pages");
    project.replace(query, `${text}-- Changed.\n`, text);
  });

  it("is found by the search, and its rows stand beside it in the units of its columns", () => {
    const page = readFileSync(join(project.dist, "regions-lost.html"), "utf8");
    const [, rows] = /href="\.\/(_file\/data\/regions-lost\.[0-9a-f]{8}\.json)"/.exec(page)!;
    expect(JSON.parse(readFileSync(join(project.dist, rows!), "utf8"))[0]).toEqual({
      part: "North",
      customers: 3,
      lost: 2,
      revenue: 40_000,
    });
    const found = project.run(`grep -rl "Which regions lost customers" ${project.dist}/_file/data`).said;
    expect(found).toMatch(/search\.[0-9a-f]{8}\.json/);
  });

  it("has a model whose class can be chosen on its page, and which is a column of the workbench", async () => {
    browser = await openBrowser();
    const {url, close} = await serve(project.dist);
    closeSite = close;
    const {page, misdeeds} = await visit(browser, url, "order-trend.html");
    // Nobody bought before July but E2: everyone else grows.
    const growing = new Set(purchases.map(([id]) => id)).size - 1;
    expect(await page.locator("h1").textContent()).toContain(`Growing: ${growing} customers`);
    await page.locator("form.own-filter[data-ready]").waitFor();
    await page.selectOption("select[name=by]", "region");
    await page.locator(".says", {hasText: "All customers: 27, most of them West, 20"}).waitFor();
    await page.selectOption("select[name=class]", "shrinking");
    await page.locator(".says", {hasText: "Shrinking: 1, most of them East, 1 (100%)."}).waitFor();
    expect(new URL(page.url()).search).toBe("?class=shrinking&by=region");
    await page.goBack();
    await page.locator(".says", {hasText: "All customers: 27, most of them West"}).waitFor();
    expect(misdeeds).toEqual({errors: [], foreign: [], failed: []});
    expect(project.text("workbench.html")).toContain("order_trend");
  });

  it("is printed after the report's own pages, and goes into a mail as one file", async () => {
    const argv = (out: string): string => `--data ${project.data} --out ${join(project.folder, out)}`;
    const printed = project.run(
      `npm run -s pdf -- --page pareto --page regions-lost --page order-trend ${argv("pack.pdf")}`,
    );
    expect([printed.code, printed.said]).toEqual([0, expect.stringContaining("pack.pdf")]);
    const {places} = readPages(readFileSync(join(project.folder, "pack.pdf")));
    const sections = [...places].filter(([place]) => place.startsWith("pack-"));
    expect(sections.sort(([, a], [, b]) => a - b).map(([place]) => place)).toEqual([
      "pack-pareto",
      "pack-regions-lost",
      "pack-order-trend",
    ]);
    for (const page of ["regions-lost", "order-trend"]) {
      const {code, said} = project.run(`npm run -s export -- ${page} ${argv(`${page}.html`)}`);
      expect([code, said]).toEqual([0, expect.stringContaining("for analysts")]);
    }
    const disk = `${pathToFileURL(project.folder).href}/`;
    const rows = await visit(browser, disk, "regions-lost.html");
    expect(await rows.page.locator("h1").textContent()).toContain("North has the most, 2 of 3 in all.");
    const {page, misdeeds} = await visit(browser, disk, "order-trend.html");
    await page.selectOption("select[name=by]", "region");
    await page.locator(".says", {hasText: "All customers: 27, most of them West, 20"}).waitFor();
    for (const opened of [misdeeds, rows.misdeeds])
      expect(opened).toEqual({errors: [], foreign: [], failed: []});
    const wrong = project.run("npm run -s export -- regions-los");
    expect(wrong.said).toContain("did you mean regions-lost?");
  }, 300_000);
});
