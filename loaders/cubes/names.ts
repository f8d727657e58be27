import type {DuckDBConnection} from "@duckdb/node-api";
import type {Cubes, ReportCube} from "../../src/cubes.js";
import {rowsOf} from "../database.js";
import type {Settings} from "../settings.js";

type Names = Settings["names"];

/** A text of an export with what the publisher calls it in each language; null where no name is set. */
export function nameRow(text: string, {en, zh}: Names): ReportCube["names"][number] | null {
  const of = (names: Readonly<Record<string, string>>): string | null =>
    Object.hasOwn(names, text) ? names[text]! : null;
  const row = {text, en: of(en), zh: of(zh)};
  return row.en === null && row.zh === null ? null : row;
}

/**
 * The publisher's names of regions, industries and categories, of those alone that the report shows. Where small groups
 * are suppressed that is what its cubes hold: the list of translations must not tell that there is a region of one
 * customer. Who may see customers sees the regions and industries of each.
 */
export async function namesShown(
  connection: DuckDBConnection,
  {names}: Settings,
  cubes: Partial<Pick<Cubes, "filter-values" | "categories" | "wallet-segments">>,
  isNamed: boolean,
): Promise<ReportCube["names"]> {
  const texts = new Set<string | null>([
    ...(cubes["filter-values"] ?? []).map(({name}) => name),
    ...(cubes.categories ?? []).map(({category}) => category),
    ...(cubes["wallet-segments"] ?? []).map(({name}) => name),
  ]);
  if (isNamed) {
    const rows = await rowsOf<{text: string | null}>(
      connection,
      `SELECT trim(unnest([region, industry])) AS text FROM accounts
       UNION SELECT category FROM purchases_by_category ORDER BY text`,
    );
    for (const {text} of rows) texts.add(text);
  }
  return [...texts]
    .flatMap((text) => (text === null ? [] : (nameRow(text, names) ?? [])))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
}
