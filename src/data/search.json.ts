import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {searchSections} from "../components/search-index.js";

const source = fileURLToPath(new URL("..", import.meta.url));
const pages = ["", "zh"].flatMap((folder) =>
  readdirSync(join(source, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({
      path: join(folder, name),
      markdown: readFileSync(join(source, folder, name), "utf8"),
    })),
);

process.stdout.write(JSON.stringify(searchSections(pages)));
