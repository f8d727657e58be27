import {tableFromIPC} from "@uwdata/flechette";
import type {ReportCube} from "../../cubes.js";
import {
  type Member,
  type MemberTable,
  memberTable,
  peopleFile,
  peopleIn,
  peopleInFile,
} from "../drill/members.js";
import {readSiteFile} from "./site-files.js";

/** Where a file of members stands, from the site's root. */
export const memberPath = (file: string): string => `files/members/${file}.arrow`;

const read = new Map<string, Promise<unknown>>();

/** What a file holds, asked for once; one that could not be read is asked for again. */
function once<Content>(file: string, version: string, as: (bytes: Uint8Array) => Content): Promise<Content> {
  let content = read.get(file) as Promise<Content> | undefined;
  if (!content) {
    content = readSiteFile(memberPath(file), version).then(async (response) =>
      as(new Uint8Array(await response.arrayBuffer())),
    );
    read.set(file, content);
    content.catch(() => read.delete(file));
  }
  return content;
}

/** The customers that a file of members lists. */
export function fetchMembers(file: string, {input_hash}: ReportCube): Promise<MemberTable> {
  return once(file, input_hash, memberTable);
}

/** The files that describe the customers of ranks. */
export function peopleFiles(ranks: readonly number[]): string[] {
  return [...new Set(ranks.map(peopleFile))];
}

/** The customers of ranks, in their order. */
export async function fetchPeople(ranks: readonly number[], {input_hash}: ReportCube): Promise<Member[]> {
  const files = peopleFiles(ranks);
  const found = await Promise.all(files.map((file) => once(file, input_hash, peopleIn)));
  return ranks.map((rank) => found[files.indexOf(peopleFile(rank))]![rank % peopleInFile]!);
}

/** A cell in the list of a table's: its code, the part that lists its customers, and their day where it is an older one. */
interface CellPlace {
  code: string;
  part: number;
  as_of?: string;
}

/** A table's cells that hold customers: the code of each, in the order of their places, and the part that lists them. */
export function fetchCells(file: string, {input_hash}: ReportCube): Promise<readonly CellPlace[]> {
  return once(file, input_hash, (bytes) => tableFromIPC(bytes).toArray() as CellPlace[]);
}
