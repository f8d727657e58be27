import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {expect, it} from "vitest";
import {countingCode} from "../../loaders/publish.js";
import {scoringCode} from "../../loaders/warehouse/warehouse.js";

/** Modules that decide nothing of what stands in a cube or a file, though those that do import them. */
const besides = [
  // Where things stand, what is said of faults, and the hashes themselves.
  /^loaders\/(places|errors|nearest|content-hash)\.ts$/,
  // What the settings say is in the keys, however it was read.
  /^loaders\/settings\//,
  // Words and drawings of pages.
  /^src\/components\/(charts\/|(terms|formats|customer-count)\.ts$)/,
];

it("what is counted is counted again after a change to any module that it imports", async () => {
  const {metafile} = await build({
    entryPoints: ["loaders/publish.ts"],
    absWorkingDir: fileURLToPath(new URL("../..", import.meta.url)),
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    metafile: true,
    write: false,
    logLevel: "error",
    // What is imported when it is asked for makes the sample, which is an export like others.
    plugins: [
      {
        name: "static",
        setup: ({onResolve}) =>
          onResolve({filter: /./}, ({kind}) => (kind === "dynamic-import" ? {external: true} : null)),
      },
    ],
  });
  const modules = Object.keys(metafile.inputs);
  expect(modules).toContain("src/components/drill/cell-mark.ts");
  expect(modules.length).toBeGreaterThan(100);
  const hashed = [...countingCode, ...scoringCode];
  const forgotten = modules.filter(
    (path) =>
      !hashed.some((part) => path === part || path.startsWith(`${part}/`)) &&
      !besides.some((pattern) => pattern.test(path)),
  );
  expect(forgotten).toEqual([]);
});
