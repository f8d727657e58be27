import {tableFromIPC} from "@uwdata/flechette";
import type {ReportCube} from "../../cubes.js";
import {acceptedKeys} from "../filter/accepted-keys.js";
import type {Filter} from "../filter/filter.js";

/** How many customers a list names at most. */
export const mostMembers = 20;

/** A customer behind a mark; money is in minor units of the window. */
export interface Member {
  customer_id: string;
  name: string | null;
  revenue: number;
  profit: number | null;
  orders: number;
  /** Days since the last purchase; null for who never bought. */
  recency_days: number | null;
}

/** The members of a class as its file has them, largest revenue first, with the filter's key of each. */
export interface MemberTable {
  key: ArrayLike<number>;
  at: (row: number) => Member;
}

/** The table in a file of members. */
export function memberTable(bytes: Uint8Array): MemberTable {
  const table = tableFromIPC(bytes);
  const keys = table.getChild("key")!.toArray() as ArrayLike<number>;
  return {
    key: keys,
    at(row) {
      const {key: _, ...member} = table.get(row) as Member & {key: number};
      return member;
    },
  };
}

/** The largest customers of a class under a filter at the newest date: at most `most`. */
export function largestMembers(
  {key, at}: MemberTable,
  filter: Filter,
  report: Pick<ReportCube, "audience" | "grid_minimums">,
  most = mostMembers,
): Member[] {
  const accepted = acceptedKeys(filter, report);
  const found: Member[] = [];
  for (let i = 0; i < key.length && found.length < most; i++) if (accepted[key[i]!] === 1) found.push(at(i));
  return found;
}
