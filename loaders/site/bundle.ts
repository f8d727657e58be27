import {createHash} from "node:crypto";
import {mkdir, readFile, rename, rmdir, writeFile} from "node:fs/promises";
import {basename, dirname, join, relative} from "node:path/posix";
import {findImports} from "@observablehq/framework/dist/javascript/imports.js";
import {parseProgram} from "@observablehq/framework/dist/javascript/parse.js";
import type {Metafile, Plugin} from "esbuild";
import {type FinishedSite, resolveInside} from "./finished-site.js";
import {closure, type ModuleGraph, shareModules} from "./module-graph.js";
import {isModule, rewritePage, type Start, startOf} from "./page-modules.js";

/** Where the new files stand. */
const folder = "_import";

/** An address as seen from the folder of the new files. */
function seenFromFolder(path: string): string {
  const address = relative(folder, path);
  return address.startsWith(".") ? address : `./${address}`;
}

/**
 * Modules of the site as esbuild reads them. What a module says of its own place goes on meaning that place: files are
 * found relative to it, and pages register them under that address. `company` is what else an entry starts with, and
 * `asked` collects what modules name as files, such as a worker.
 */
function modulesOf(site: FinishedSite, company: Map<string, string[]>, asked: Set<string>): Plugin {
  return {
    name: "site",
    setup({onResolve, onLoad}) {
      onResolve({filter: /./}, ({path, importer, kind}) => {
        if (kind === "entry-point") return {path: join(site.directory, path)};
        if (!/^\.{0,2}\//.test(path)) return {path, external: true};
        const target = path.startsWith("/") ? path : join(dirname(importer), path);
        const inside = relative(site.directory, target);
        return isModule(inside) ? {path: target} : {path: seenFromFolder(inside), external: true};
      });
      onLoad({filter: /\.js$/}, async ({path}) => {
        const inside = relative(site.directory, path);
        const source = await readFile(path, "utf8");
        const placed = source
          .replace(/\bimport\.meta\.resolve\("(\.[^"]+)"\)/g, (_, name: string) => {
            const target = join(dirname(inside), name);
            asked.add(target);
            return `import.meta.resolve(${JSON.stringify(seenFromFolder(target))})`;
          })
          .replace(
            /\bimport\.meta\.url\b/g,
            `new URL(${JSON.stringify(seenFromFolder(inside))}, import.meta.url).href`,
          );
        const first = (company.get(inside) ?? []).map(
          (other) => `import ${JSON.stringify(join(site.directory, other))};\n`,
        );
        return {contents: first.join("") + placed, loader: "js"};
      });
    },
  };
}

interface Bundled {
  /** Every module that was read, and what it imports. */
  graph: ModuleGraph;
  outputs: Metafile["outputs"];
  texts: Map<string, string>;
}

async function runEsbuild(site: FinishedSite, entries: string[], plugin: Plugin): Promise<Bundled> {
  const {build} = await import("esbuild");
  const {outputFiles, metafile} = await build({
    absWorkingDir: site.directory,
    entryPoints: entries,
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "eof",
    metafile: true,
    write: false,
    plugins: [plugin],
    logLevel: "silent",
  });
  const texts = new Map(outputFiles.map(({path, text}) => [relative(site.directory, path), text]));
  return {graph: metafile.inputs, outputs: metafile.outputs, texts};
}

/** Asks for all that a lazily loaded file imports together with it, not once it has come. */
function askAtOnce(path: string, {outputs, texts}: Bundled): string {
  let text = texts.get(path)!;
  const there = closure(outputs, path);
  const lazily = outputs[path]!.imports.filter(({kind, external}) => kind === "dynamic-import" && !external);
  for (const target of new Set(lazily.map((found) => found.path))) {
    const others = [...closure(outputs, target)].filter((other) => other !== target && !there.has(other));
    const call = (to: string): string => `import("./${basename(to)}")`;
    const early = others.map((other) => `${call(other)}.catch(()=>{})`);
    if (early.length > 0) text = text.replaceAll(call(target), `(${[...early, call(target)].join()})`);
  }
  return text;
}

const esbuildName = /[\w.-]+\.[A-Z2-7]{8}\.js/g;

/** The files by their paths, named by a hash as Framework's are; also the new path of each of esbuild's. */
function nameByContents(bundled: Bundled): {files: Map<string, string>; paths: Map<string, string>} {
  const texts = new Map([...bundled.texts.keys()].map((path) => [path, askAtOnce(path, bundled)]));
  const names = new Map<string, string>();
  // The names that a text imports are hashes of what they hold, so a hash of the text says all.
  for (const [path, text] of texts) {
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
    names.set(basename(path), `${basename(path).split(".")[0]}.${hash}.js`);
  }
  const paths = new Map([...texts.keys()].map((path) => [path, join(folder, names.get(basename(path))!)]));
  const renamed = (text: string): string => text.replace(esbuildName, (name) => names.get(name) ?? name);
  return {files: new Map([...texts].map(([path, text]) => [paths.get(path)!, renamed(text)])), paths};
}

/**
 * Makes few files of the modules of a built site: a reader's line waits for each request. What a page starts with stands
 * in its own file and one that all pages share; what is loaded lazily, in a file of its own and one that those share.
 * Workers and other files that modules name stay where they are. Modules shared by pages are run on every page.
 *
 * The modules as they were move to `aside`, with a stand-in under each name that pages import: an export, which leaves
 * parts of them out, starts from there.
 */
export async function bundleModules(site: FinishedSite, aside: string): Promise<void> {
  const starts = site.pages.map((page) => startOf(page, site));
  const entries = [...new Set(starts.flatMap((start) => start.entries))].sort();
  if (entries.length === 0) return;
  const atOnce = new Set(starts.flatMap((start) => start.preloaded));
  const asked = new Set<string>();
  const {graph} = await runEsbuild(site, entries, modulesOf(site, new Map(), asked));
  const company = shareModules(graph, entries, atOnce);
  const bundled = await runEsbuild(site, entries, modulesOf(site, company, asked));
  const {files, paths} = nameByContents(bundled);
  const stays = staying(site, graph, starts, asked);
  const entryFiles = Object.entries(bundled.outputs).flatMap(([path, {entryPoint}]) =>
    entryPoint ? [[entryPoint, path] as const] : [],
  );
  const outputs = new Map(entryFiles);
  const moved = new Map(entryFiles.map(([entry, path]) => [entry, paths.get(path)!]));
  await setAside(
    site,
    Object.keys(graph).filter((module) => !stays.has(module)),
    aside,
  );
  for (const [path, text] of files) await writeFile(join(site.directory, path), text);
  // A script of a page stands in the page's folder when it is put together again.
  for (const {page} of starts) await mkdir(join(aside, dirname(page.path)), {recursive: true});
  for (const entry of entries)
    await writeFile(
      join(aside, moved.get(entry)!),
      `export * from ${JSON.stringify(seenFromFolder(entry))};\n`,
    );
  for (const start of starts) {
    const first = new Set(
      start.preloaded.flatMap((entry) => [...closure(bundled.outputs, outputs.get(entry)!)]),
    );
    const html = rewritePage(
      start,
      moved,
      [...first].map((path) => paths.get(path)!),
    );
    await writeFile(join(site.directory, start.page.path), html);
  }
}

/**
 * Modules that are asked for in another way than by an import that was put together: as the address of a worker, from a
 * module or a page, or by such a worker.
 */
function staying(site: FinishedSite, graph: ModuleGraph, starts: Start[], asked: Set<string>): Set<string> {
  const stay = new Set(asked);
  for (const {page, entries} of starts)
    for (const {text} of page.tags.filter(({text}) => text.includes(".js")))
      for (const module of Object.keys(graph))
        if (!entries.includes(module) && text.includes(module)) stay.add(module);
  for (const path of site.texts.keys()) if (path.endsWith(".js") && !(path in graph)) stay.add(path);
  // What is added on the way is visited too.
  for (const path of stay) {
    const source = site.texts.get(path);
    if (source === undefined || !path.endsWith(".js")) continue;
    for (const {name, type} of findImports(parseProgram(source), `/${path}`, source)) {
      const target = type === "local" ? resolveInside(path, name)?.path : undefined;
      if (target !== undefined && target in graph) stay.add(target);
    }
  }
  return stay;
}

async function setAside(site: FinishedSite, modules: string[], aside: string): Promise<void> {
  for (const module of modules) {
    await mkdir(join(aside, dirname(module)), {recursive: true});
    await rename(join(site.directory, module), join(aside, module));
    await removeEmpty(site.directory, dirname(module));
  }
}

/** Removes a folder and those above it as far as nothing is left in them. */
async function removeEmpty(site: string, directory: string): Promise<void> {
  if (directory === ".") return;
  try {
    await rmdir(join(site, directory));
  } catch {
    return;
  }
  await removeEmpty(site, dirname(directory));
}
