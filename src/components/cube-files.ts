import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {CubeName, Cubes, ExportName, ReportCube} from "../cubes.js";

/** The cubes of one build, as the pages ask for them. */
export interface CubeReader {
  report: ReportCube;
  /** The cube, or an error that names it where this build does not have it. */
  read<K extends CubeName>(name: K): Cubes[K];
  /** The cube, or null where this audience may not have it. */
  find<K extends CubeName>(name: K): Cubes[K] | null;
  has(name: ExportName): boolean;
  /** Where a reader chose a date and nothing else: the cubes are of everyone at that date. */
  dateAlone?: boolean;
}

/**
 * Reads cubes from a folder of JSON files, one per cube.
 *
 * @throws Error where the folder is not named, has no report, or lacks a cube that is read.
 */
export function openCubes(folder = process.env.GUANXI_CUBES): CubeReader {
  if (!folder) throw new Error("GUANXI_CUBES names no folder of cubes: build with npm run build");
  const find = <K extends CubeName>(name: K): Cubes[K] | null => {
    const file = join(folder, `${name}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Cubes[K]) : null;
  };
  const read = <K extends CubeName>(name: K): Cubes[K] => {
    const cube = find(name);
    if (cube === null) throw new Error(`cube "${name}" is not in ${folder}`);
    return cube;
  };
  const report = read("report");
  return {report, read, find, has: (name) => report.exports[name]};
}
