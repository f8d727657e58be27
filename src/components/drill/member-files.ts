import type {DrillTable} from "./drill-tables.js";

/** The file that lists a table's cells that hold customers, and in which file of members each stands: without its ending. */
export function cellIndexFile(table: DrillTable): string {
  return `cells-${table}`;
}

/** A file with the largest customers of some of a table's cells, without its ending. */
export function cellMembersFile(table: DrillTable, part: number): string {
  return `cells-${table}-${part}`;
}

/** The files of a table's cells among paths. */
export function cellFilesOf(table: string, paths: readonly string[]): string[] {
  const own = new RegExp(`/cells-${table}(-\\d+)?\\.arrow$`);
  return paths.filter((path) => own.test(path));
}
