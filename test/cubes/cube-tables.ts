import {runFile} from "../../loaders/database.js";
import {HandTables} from "../models/hand-tables.js";
import type {Finished} from "../warehouse/published.js";

/**
 * A finished warehouse's tables in memory, with what the cubes' queries share: a test fills one by hand, over and over,
 * and asks for a cube.
 */
export async function cubeTables({warehouse}: Finished): Promise<HandTables> {
  const tables = await HandTables.open();
  await tables.take(warehouse, ["as_of_dates", "purchases", "activity", "scores", "rfm_schemes", "accounts"]);
  await tables.set({rfm_value: "'revenue'"});
  await runFile(tables.connection, import.meta.url, "../../loaders/cubes/macros.sql");
  return tables;
}
