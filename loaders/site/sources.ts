import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";

/** One file as it was at the moment of reading; `path` is relative to the project, with slashes. */
export interface Source {
  path: string;
  bytes: Buffer;
}

/** Paths of all files below `directory`, relative to it, sorted; none where the folder doesn't exist. */
export async function filesBelow(directory: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(directory, below), {withFileTypes: true})) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) await visit(path);
      else found.push(path);
    }
  };
  if (existsSync(directory)) await visit("");
  return found.sort();
}

/** Framework's cache, what the system keeps in folders, and the half-written files of editors are no sources. */
const isSource = (path: string) => !/(^|\/)\.|~$|\.tmp$/.test(path);

async function sourcesBelow(directory: string, under: string): Promise<string[]> {
  return (await filesBelow(join(directory, under))).filter(isSource).map((path) => `${under}/${path}`);
}

async function read(project: string, paths: string[]): Promise<Source[]> {
  return await Promise.all(paths.map(async (path) => ({path, bytes: await readFile(join(project, path))})));
}

/** The site's own sources, read once: what is hashed is what is staged, whatever an editor does meanwhile. */
export async function readSite(project: string): Promise<Source[]> {
  return await read(project, ["observablehq.config.ts", ...(await sourcesBelow(project, "src"))]);
}

/** Hash over the code that makes the site but isn't staged: the loaders and the versions of every library. */
export async function hashCode(project: string): Promise<string> {
  return hashSources(await read(project, [...(await sourcesBelow(project, "loaders")), "package-lock.json"]));
}

export function hashSources(sources: readonly Source[]): string {
  const hash = createHash("sha256");
  for (const {path, bytes} of sources) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
}

/** One key for everything that decides the bytes of a site. */
export function buildKey(parts: Record<string, string>): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
