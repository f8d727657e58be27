import type {ChildProcess} from "node:child_process";
import {once} from "node:events";
import {afterAll, beforeAll, expect, test} from "vitest";
import {freePort} from "../../loaders/site/serve.js";
import {exportsOfRegions, OwnProject} from "./own-project.js";

let project: OwnProject;
let preview: ChildProcess;
let url: string;
let heard = "";

beforeAll(async () => {
  project = new OwnProject(exportsOfRegions());
  const port = await freePort(4500, false);
  url = `http://127.0.0.1:${port}/`;
  preview = project.preview(port, (text) => (heard += text));
});
afterAll(async () => {
  if (preview.exitCode === null) {
    preview.kill("SIGTERM");
    await once(preview, "exit");
  }
  project.remove();
});

const shown = async (path: string): Promise<string> => {
  const response = await fetch(url + path).catch(() => undefined);
  return (await response?.text()) ?? "";
};
// Each look has the page drawn, on a core that the preview needs for what is waited for.
const soon = {timeout: 100_000, interval: 1000};
const query = "loaders/own/pages/regions-lost.sql";
const definition = "loaders/own/pages/regions-lost.ts";

test("a running preview shows a new page in both languages", async () => {
  await expect.poll(() => shown("index.html"), soon).toContain("Evidence");
  expect(project.run("npm run -s new -- page regions-lost --title-zh 各地区流失").code).toBe(0);
  await expect.poll(() => shown("regions-lost.html"), soon).toContain("Lost customers by ABC class");
  expect(await shown("zh/regions-lost.html")).toContain("流失客户数");
});

test("a mistake in a query is told with its file and line, and the page stays until it is mended", async () => {
  project.replace(query, "abc_customers_revenue AS part", "abc_class AS part");
  const line =
    project
      .read(query)
      .split("\n")
      .findIndex((text) => text.includes("abc_class")) + 1;
  await expect.poll(() => heard, soon).toContain(`${query}:${line}:`);
  expect(heard).toMatch(/regions-lost\.sql:\d+:\d+: binder error/);
  const banner = `data from before, since it can’t be made anew:</p><pre tabindex="0">${query}:${line}:`;
  await expect.poll(() => shown("regions-lost.html"), soon).toContain(banner);
  expect(await shown("regions-lost.html")).toContain("Lost customers by ABC class");
  project.replace(query, "abc_class AS part", "region AS part");
  await expect.poll(() => shown("regions-lost.html"), soon).toContain("North has the most, 2 of 3 in all.");
});

test("a typo in a definition is told at once, every page stays, and the mended one shows by itself", async () => {
  project.replace(definition, "audiences: [", "audiences [");
  await expect.poll(() => heard, soon).toMatch(/regions-lost\.ts:\d+:\d+: can't be loaded: Expected/);
  expect(await shown("rfm.html")).toContain(`${definition}:`);
  expect(await shown("regions-lost.html")).toContain("North has the most, 2 of 3 in all.");
  // A cube that nobody has asked for yet is read all the same.
  expect(JSON.parse(await shown("_file/data/movement.json"))).toBeInstanceOf(Array);
  project.replace(definition, "audiences [", "audiences: [");
  await expect.poll(() => shown("rfm.html"), soon).not.toContain(`${definition}:`);
  expect(await shown("regions-lost.html")).toContain("North has the most, 2 of 3 in all.");
});

test("a drawing of one's own shows when it is written, and when it is written anew", async () => {
  const text = project.read(definition);
  const drawing = text.slice(text.indexOf("  // draw:"), text.lastIndexOf("});"));
  project.replace(definition, drawing, drawing.replaceAll("  // ", "  "));
  await expect.poll(() => shown("regions-lost.html"), soon).toContain("<title>North: 2 / 3</title>");
  project.replace(definition, 'fill: "var(--link)"', 'fill: "var(--down)"');
  await expect.poll(() => shown("regions-lost.html"), soon).toContain('<g fill="var(--down)"');
});
