import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {type Member, peopleFile, peopleIn, peopleInFile} from "../../src/components/drill/members.js";

/** Every customer that the files of a folder of members describe, by rank. */
export function readPeople(folder: string): Member[] {
  const people: Member[] = [];
  const next = (): string => join(folder, `${peopleFile(people.length)}.arrow`);
  while (people.length % peopleInFile === 0 && existsSync(next()))
    people.push(...peopleIn(readFileSync(next())));
  return people;
}
