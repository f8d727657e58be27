import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {cube} from "../../loaders/publisher.js";
import {searchSections, searchTerms} from "../components/search-index.js";
import {isFor, sitePages, slugOf} from "../components/site-map.js";
import type {ReportCube} from "../cubes.js";

const source = fileURLToPath(new URL("..", import.meta.url));
const pages = ["", "zh"].flatMap((folder) =>
  readdirSync(join(source, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({
      path: join(folder, name),
      markdown: readFileSync(join(source, folder, name), "utf8"),
    })),
);

const {audience} = JSON.parse(await cube("report")) as ReportCube;
const mine = pages.filter(({path}) => {
  const page = sitePages.find(({slug}) => slug === slugOf(path));
  return page === undefined || isFor(page, audience);
});

process.stdout.write(JSON.stringify([...searchSections(mine), ...searchTerms()]));
