import {buildSite} from "../../loaders/site/build.js";
import {runCommand} from "../../loaders/site/command-line.js";
import {columns, publish} from "./publisher.js";

// Builds a project of the tests as the command line builds the real one: build-once.ts <project> <data> <home> <out> <browser>
const [project, data, home, out, browser] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  "never" | "required",
];
await runCommand(async () => {
  const identifiers = async () => process.env.TEST_IDENTIFIERS?.split(",") ?? [];
  const built = await buildSite({
    project,
    cubes: await publish({data}),
    columns,
    identifiers,
    home,
    out,
    browser,
    progress: console.log,
  });
  console.log(built.reused ? "reused" : "built");
});
