import {renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {type Preview, previewSite} from "../../loaders/site/preview.js";
import {freePort} from "../../loaders/site/serve.js";
import {Project} from "./project.js";

const project = new Project();
const said: string[] = [];
let preview: Preview;

beforeAll(async () => {
  preview = await previewSite({
    project: project.project,
    data: project.data,
    publisher: new URL("publisher.ts", import.meta.url).href,
    home: project.home,
    port: await freePort(4300, false),
    progress: (line) => said.push(line),
  });
});
afterAll(async () => {
  await preview?.close();
  project.remove();
});

const shown = async (path: string) => {
  const response = await fetch(preview.url + path).catch(() => undefined);
  return response?.text() ?? "";
};
const soon = {timeout: 60_000, interval: 200};

test("the preview shows pages as they are written, also new ones", async () => {
  await expect.poll(() => shown("index.html"), soon).toContain("The report");
  project.write("src/index.md", "# Rewritten\n");
  project.write("src/added.md", "# Added\n");
  await expect.poll(() => shown("index.html"), soon).toContain("Rewritten");
  await expect.poll(() => shown("added.html"), soon).toContain("Added");
});

test("a page shows after each save, also by an editor that renames another file over it", async () => {
  const page = join(project.project, "src/index.md");
  for (const word of ["Renamed once", "Renamed twice", "Renamed thrice"]) {
    writeFileSync(`${page}~`, `# ${word}\n`);
    renameSync(`${page}~`, page);
    await expect.poll(() => shown("index.html"), soon).toContain(word);
  }
  project.write("src/index.md", "# In place again\n");
  await expect.poll(() => shown("index.html"), soon).toContain("In place again");
});

test("changed data is published again and shown, in files and in what the config draws", async () => {
  expect(await shown("_file/data/abc.json")).toContain('"customers":12');
  project.writeCubes({
    report: {title: {en: "Another title", zh: "另一个"}},
    abc: [{class: "A", customers: 99, revenue: 1, suppressed: false}],
  });
  await expect.poll(() => shown("cells.html"), soon).toContain("Another title</p>");
  expect(await shown("_file/data/abc.json")).toContain('"customers":99');
});

test("changed code of the site is shown", async () => {
  project.write("src/data/abc.json.ts", 'process.stdout.write("[7]");\n');
  await expect.poll(() => shown("_file/data/abc.json"), soon).toBe("[7]");
});

test("broken data is said, and the data from before stays until it is mended", async () => {
  writeFileSync(join(project.data, "cubes.json"), "{");
  await expect.poll(() => said.join("\n"), soon).toContain("cubes.json: is no JSON");
  expect(await shown("cells.html")).toContain("Another title");
  project.writeCubes({});
  await expect.poll(() => shown("cells.html"), soon).toContain("Customer relationships</p>");
});
