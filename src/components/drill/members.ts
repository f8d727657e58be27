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
  /** Revenue since the first order. */
  revenue_ever: number;
  profit: number | null;
  orders: number;
  /** Days since the last purchase; null for who never bought. */
  recency_days: number | null;
}

/** How many customers a file that describes them holds, largest revenue first. */
export const peopleInFile = 256;

/** The file that describes the customer of a rank, without its ending. */
export function peopleFile(rank: number): string {
  return `people-${Math.floor(rank / peopleInFile)}`;
}

/** The customers that a file describes, in the order of their ranks. */
export function peopleIn(bytes: Uint8Array): Member[] {
  return tableFromIPC(bytes).toArray() as Member[];
}

/**
 * The members in a file, of a class or of each of several cells in turn, largest revenue first: the filter's key and the
 * rank of each.
 */
export interface MemberTable {
  key: ArrayLike<number>;
  /** The place among all customers, largest revenue first. */
  rank: ArrayLike<number>;
  /** The place in another order that the list has; null where it has that of the ranks. */
  place: ArrayLike<number> | null;
  /** The place of each one's cell among those of its table; null in a class's file. */
  cell: ArrayLike<number> | null;
}

/** The table in a file of members. */
export function memberTable(bytes: Uint8Array): MemberTable {
  const table = tableFromIPC(bytes);
  const column = (name: string) => table.getChild(name)?.toArray() as ArrayLike<number> | undefined;
  return {
    key: column("key")!,
    rank: column("rank")!,
    place: column("place") ?? null,
    cell: column("cell") ?? null,
  };
}

/** A file of members, and which of its cells are asked for. */
type MembersOf = MemberTable & {places?: ReadonlySet<number>};

/** The ranks of the largest customers behind a mark, and how many there are in all; null where the files don't hold them all. */
export interface Largest {
  ranks: number[];
  all: number | null;
}

/** The largest customers under a filter at the newest date, each once: at most `most`. */
export function largestMembers(
  tables: readonly MembersOf[],
  filter: Filter,
  report: Pick<ReportCube, "audience" | "grid_minimums">,
  most = mostMembers,
): Largest {
  const accepted = acceptedKeys(filter, report);
  /** Places by rank. */
  const found = new Map<number, number>();
  let whole = true;
  for (const {key, rank, place: order, cell, places} of tables) {
    const listed = new Map<number, number>();
    for (let i = 0; i < key.length; i++) {
      const place = cell?.[i] ?? 0;
      if (accepted[key[i]!] !== 1 || places?.has(place) === false) continue;
      found.set(rank[i]!, (order ?? rank)[i]!);
      const of = place * accepted.length + key[i]!;
      listed.set(of, (listed.get(of) ?? 0) + 1);
    }
    // A cell that has as many under one key as a file lists may have more.
    for (const n of listed.values()) if (n >= mostMembers) whole = false;
  }
  const ranks = [...found.keys()].sort((a, b) => found.get(a)! - found.get(b)!).slice(0, most);
  return {ranks, all: whole ? found.size : null};
}
