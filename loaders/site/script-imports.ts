import {type FoundImport, findImports} from "@observablehq/framework/dist/javascript/imports.js";
import {parseProgram} from "@observablehq/framework/dist/javascript/parse.js";
import type {FinishedSite} from "./finished-site.js";

const read = new WeakMap<FinishedSite, Map<string, FoundImport[] | Error>>();

/**
 * What a script of a site imports; `path` is that of the script, or of the page that it stands in. Several checks ask, and
 * each script is read for the first of them.
 *
 * @throws Error where the script can't be read
 */
export function importsOf(site: FinishedSite, path: string, source: string): FoundImport[] {
  const known = read.get(site) ?? new Map<string, FoundImport[] | Error>();
  read.set(site, known);
  const key = `${path}\0${source}`;
  let found = known.get(key);
  if (found === undefined) {
    found = readImports(path, source);
    known.set(key, found);
  }
  if (found instanceof Error) throw found;
  return found;
}

function readImports(path: string, source: string): FoundImport[] | Error {
  try {
    return findImports(parseProgram(source), `/${path}`, source);
  } catch (error) {
    return error as Error;
  }
}
