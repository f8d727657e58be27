import type {DuckDBConnection} from "@duckdb/node-api";
import type {Audience} from "../../src/cubes.js";
import type {Columns} from "../audiences/columns.js";
import type {Settings} from "../settings.js";

/** What the writer of a set of files is told. */
export interface FileSetOptions {
  settings: Settings;
  audience: Audience;
  /** Fewest customers that a published cell may hold. */
  smallest: number;
  /** An empty folder that takes the files; the site has it as `files/<name of the set>/`. */
  folder: string;
}

/**
 * Files that a page fetches when a reader asks for them: what is too large, or in too many parts, for a cube. Their
 * names are known, so they stand at `files/<set>/<name>` of the site, JSON or Arrow, and are held to `columns`.
 */
export interface FileSet {
  /** Which columns may leave, per audience; an audience that is not named gets no file. */
  columns: Partial<Record<Audience, Columns>>;
  /** Reads the finished warehouse, and the macros and variables of the cubes. */
  write(connection: DuckDBConnection, options: FileSetOptions): Promise<void>;
}
