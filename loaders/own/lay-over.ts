import {copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Audience, ReportCube} from "../../src/cubes.js";
import type {Settings} from "../settings.js";
import {computeOwnCubes} from "./cubes.js";
import type {OwnFiles} from "./discover.js";
import {openForOwn} from "./own-database.js";

/**
 * Fills a folder with a publication and, in place of its empty list of own pages, what analysts have added. The
 * publication's files are linked, not copied: a change to an own page counts nothing else again.
 *
 * @throws UserError where an own query can't be run or doesn't give what its definition declares
 */
export async function layOwnCubes(
  folder: string,
  {
    published,
    warehouse,
    own,
    audience,
    names,
  }: {published: string; warehouse: string; own: OwnFiles; audience: Audience; names: Settings["names"]},
): Promise<void> {
  const report = JSON.parse(readFileSync(join(published, "report.json"), "utf8")) as ReportCube;
  const {connection, close} = await openForOwn(
    warehouse,
    own.models.map(({name}) => name),
  );
  try {
    const cubes = await computeOwnCubes(connection, own, {
      audience,
      smallest: report.smallest_cell,
      minorDigits: report.minor_digits,
      hasProfit: report.has_profit,
      names,
    });
    linkAll(published, folder);
    for (const [name, cube] of Object.entries(cubes)) {
      const file = join(folder, `${name}.json`);
      // Through a link the publication's own file would be written.
      rmSync(file, {force: true});
      writeFileSync(file, JSON.stringify(cube));
    }
  } finally {
    close();
  }
}

function linkAll(from: string, to: string): void {
  for (const entry of readdirSync(from, {withFileTypes: true})) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(target);
      linkAll(source, target);
    } else {
      try {
        linkSync(source, target);
      } catch {
        // A disk without links.
        copyFileSync(source, target);
      }
    }
  }
}
