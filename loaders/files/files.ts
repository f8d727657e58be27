import type {FileSet} from "./file-set.js";

/** Every set of files by name: beside the cubes, all that leaves the building. */
export const fileSets: Readonly<Record<string, FileSet>> = {};
