import {existsSync} from "node:fs";
import {resolve} from "node:path";
import type {Audience} from "../src/cubes.js";
import {UserError} from "./errors.js";
import type {BuiltReport} from "./export/command.js";
import {home, out, root} from "./places.js";
import {endingPlainly, readOptions, readPort, runCommand} from "./site/command-line.js";

const help = `usage: npm run <command> -- [options]

  npm start            build the site and serve it here: --data --audience --port
  npm run build        build the site into dist/: --data --audience --out --browser --no-browser
  npm run dev          show the site while it is being written: --data --audience --port
  npm run pdf          print the report as one PDF (npm run pdf -- --help)
  npm run export       one page as one HTML file, for a mail (npm run export -- --help)
  npm run sample       make exports of an invented business (npm run sample -- --help)
  npm run bench        measure how long everything takes (npm run bench -- --help)
  npm run new          add a page or a model of your own (npm run new -- --help)

  --data <folder>      the exports and their report.toml (data; without a report.toml there, the sample business)
  --audience <name>    executives, account-team or analysts (as report.toml says)
  --out <folder>       where the site shall stand (dist)
  --port <number>      where to serve it (3000, or the next that is free)
  --browser            fail where the pages can't be tried in a browser; --no-browser doesn't try
  --help               this text`;

const audiences: readonly Audience[] = ["executives", "account-team", "analysts"];
const common = {data: {type: "string"}, audience: {type: "string"}} as const;
const progress = (line: string) => console.log(line);

function readAudience(text: string | undefined): Audience | undefined {
  if (text === undefined || (audiences as readonly string[]).includes(text))
    return text as Audience | undefined;
  throw new UserError(`--audience ${text}: must be one of ${audiences.join(", ")}`);
}

/** The folder named on the command line, else `data/`; the sample business where that has no `report.toml`. */
async function readData(text: string | undefined): Promise<string> {
  if (text === undefined) {
    const {resolveData} = await import("./publish.js");
    return await resolveData(progress);
  }
  const data = resolve(text);
  if (!existsSync(data)) throw new UserError(`--data ${text}: there is no such folder`);
  return data;
}

/** Builds the site or finds it built, and says what its audience may see. */
async function buildReport(argv: string[]): Promise<BuiltReport> {
  const options = readOptions("build", argv, {
    ...common,
    out: {type: "string"},
    browser: {type: "boolean"},
    "no-browser": {type: "boolean"},
  });
  const audience = readAudience(options.audience);
  const data = await readData(options.data);
  const [{publish, identifiersOf}, {audiences: columns}, {fileSets}, {buildSite}, own] = await Promise.all([
    import("./publish.js"),
    import("./audiences.js"),
    import("./files/files.js"),
    import("./site/build.js"),
    import("./own/own-sources.js"),
  ]);
  const started = performance.now();
  const target = options.out === undefined ? out() : resolve(options.out);
  const {cubes, built} = await endingPlainly(`${target} is as it was`, async () => {
    const cubes = await publish({data, audience, progress});
    const built = await buildSite({
      project: root,
      cubes,
      columns,
      fileSets,
      identifiers: () => identifiersOf(cubes),
      home: home(),
      out: target,
      browser: options["no-browser"] ? "never" : options.browser ? "required" : "when-possible",
      progress,
    });
    return {cubes, built};
  });
  const {files, bytes} = built.manifest;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (!built.reused)
    progress(
      `${target}: ${Object.keys(files).length} files, ${(bytes / 1e6).toFixed(1)} MB, for ${cubes.audience}, in ${seconds} s`,
    );
  const allowed = async () => ({
    audience: cubes.audience,
    columns,
    fileSets,
    identifiers: await identifiersOf(cubes),
  });
  return {site: target, ownPages: own.publishedOwnPages(cubes.directory), allowed};
}

async function build(argv: string[]): Promise<string> {
  return (await buildReport(argv)).site;
}

async function start(argv: string[]): Promise<void> {
  const {port, ...options} = readOptions("start", argv, {...common, port: {type: "string"}});
  const exactly = readPort(port);
  const passed = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const site = await build(passed);
  const {serve} = await import("./site/serve.js");
  const {url} = await serve(site, {port: exactly, firstPort: 3000});
  progress(`${url}\n(end with Ctrl+C)`);
}

async function dev(argv: string[]): Promise<void> {
  const options = readOptions("dev", argv, {...common, port: {type: "string"}});
  const exactly = readPort(options.port);
  const audience = readAudience(options.audience);
  const data = await readData(options.data);
  const [{previewSite}, {freePort}] = await Promise.all([
    import("./site/preview.js"),
    import("./site/serve.js"),
  ]);
  const port = await freePort(exactly ?? 3000, exactly !== undefined);
  const publisher = new URL("publish.ts", import.meta.url).href;
  const preview = await previewSite({project: root, data, audience, publisher, home: home(), port, progress});
  progress(`${preview.url}\n(changes to pages, data and loaders show by themselves; end with Ctrl+C)`);
  const end = () => void preview.close().then(() => process.exit(0));
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

async function run([command, ...argv]: string[]): Promise<void> {
  switch (command) {
    case "start":
    case "build":
    case "dev":
      if (argv.includes("--help")) console.log(help);
      else if (command === "start") await start(argv);
      else if (command === "dev") await dev(argv);
      else await build(argv);
      break;
    case "pdf":
      await (await import("./site/pdf-command.js")).pdf(argv, buildReport);
      break;
    case "export":
      await (await import("./export/command.js")).exportCommand(argv, buildReport);
      break;
    case "sample":
      await (await import("./sample/command.js")).sample(argv);
      break;
    case "bench":
      await (await import("./bench/command.js")).bench(argv);
      break;
    case "new":
      await (await import("./new/command.js")).makeNew(argv);
      break;
    case undefined:
    case "help":
    case "--help":
    case "-h":
      console.log(help);
      break;
    default:
      throw new UserError(
        `unknown command ${command}: it is one of start, build, dev, pdf, export, sample, bench, new (--help says more)`,
      );
  }
}

await runCommand(() => run(process.argv.slice(2)));
