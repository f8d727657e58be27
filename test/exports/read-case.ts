import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openDatabase, rowsOf} from "../../loaders/database.js";
import {readSettings} from "../../loaders/settings.js";
import {readExports} from "../../loaders/warehouse/export-store.js";
import {openWarehouse} from "../../loaders/warehouse/warehouse.js";

/** Gives the store of this test file a folder of its own, which `remove` takes away. */
export function ownHome(): {home: string; remove: () => void} {
  const home = mkdtempSync(join(tmpdir(), "guanxi-home-"));
  process.env.GUANXI_HOME = home;
  return {home, remove: () => rmSync(home, {recursive: true, force: true})};
}

export interface ReadResult {
  /** Rows of a query on the tables of one export, as arrays. */
  query: (key: string, sql: string) => Promise<unknown[][]>;
}

/** Reads a folder's exports as a build does, or builds the warehouse over them; the result can be asked with SQL. */
export async function readFolder(folder: string, warehouse = false): Promise<ReadResult> {
  const settings = readSettings(folder);
  const silent = (): void => {};
  const stored = warehouse ? [] : await readExports(settings, folder, silent);
  const file = warehouse ? (await openWarehouse(settings, folder, silent)).file : undefined;
  return {
    query: async (key, sql) => {
      const path = file ?? stored.find((s) => s.key === key)?.database;
      if (path === undefined) throw new Error(`${key} was not read`);
      const {connection, close} = await openDatabase(path);
      try {
        return (await rowsOf<Record<string, unknown>>(connection, sql)).map((row) => Object.values(row));
      } finally {
        close();
      }
    },
  };
}
