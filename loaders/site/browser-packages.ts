import {existsSync} from "node:fs";
import {mkdir, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {dirname, join, relative} from "node:path/posix";
import {resolveNodeImport} from "@observablehq/framework/dist/node.js";

/** Packages whose files for Node have others in their place in a browser, as their `browser` maps say. */
const packages = ["arquero"];

/**
 * Puts these packages' modules for the browser where Framework looks before it makes its own (and where they may be already), below `root`, the folder of
 * the sources: what it makes passes the map over, and so imports Node's own modules, which no browser has.
 */
export async function makeBrowserPackages(root: string): Promise<void> {
  const {build} = await import("esbuild");
  const require = createRequire(join(process.cwd(), "package.json"));
  for (const name of packages) {
    const {version} = require(`${name}/package.json`) as {version: string};
    const path = `/_node/${name}@${version}/index.js`;
    const file = join(root, ".observablehq/cache", path);
    if (existsSync(file)) continue;
    const {outputFiles} = await build({
      entryPoints: [name],
      absWorkingDir: process.cwd(),
      bundle: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      minify: true,
      legalComments: "eof",
      write: false,
      logLevel: "silent",
      plugins: [
        {
          name: "other-packages",
          setup({onResolve}) {
            // Another package stays a module of its own, which pages may share.
            onResolve({filter: /^[^./]/}, async ({path: other, kind}) => {
              if (kind === "entry-point") return null;
              const resolved = await resolveNodeImport(root, other);
              return {path: relative(dirname(path), resolved), external: true};
            });
          },
        },
      ],
    });
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, outputFiles[0]!.contents);
  }
}
