import type {OwnColumn, OwnPageRow, OwnRow} from "../../cubes/own.js";

/** A measure of one group: the values of its columns of groups, and null where it is suppressed or not known. */
export interface Grouped {
  keys: (string | number | boolean | null)[];
  value: number | null;
  suppressed: boolean;
}

/**
 * A measure by one or two columns of groups, in the rows' order. Rows of the same group are added up where they are
 * counts or money.
 *
 * @throws Error where a share or a number would have to be added up
 */
export function groupedBy(
  rows: readonly OwnRow[],
  {slug}: OwnPageRow,
  by: readonly OwnColumn[],
  measure: OwnColumn,
): Grouped[] {
  const groups = new Map<string, Grouped>();
  for (const row of rows) {
    const keys = by.map(({name}) => row[name] ?? null);
    const key = JSON.stringify(keys);
    const value = row[measure.name] as number | null;
    const known = groups.get(key);
    if (!known) groups.set(key, {keys, value, suppressed: row.suppressed === true});
    else if (measure.kind !== "count" && measure.kind !== "money")
      throw new Error(
        `${slug}: ${keys.join(", ")} stands in several rows, and ${measure.name}, a ${measure.kind}, can't be added up: draw by more columns, or group by fewer`,
      );
    else {
      known.value = known.value === null || value === null ? null : known.value + value;
      known.suppressed ||= row.suppressed === true;
    }
  }
  return [...groups.values()];
}
