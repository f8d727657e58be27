import type {NameKeys, NamePage} from "../customer/record.js";
import {knowledge} from "./filter-knowledge.js";
import {readSiteFile} from "./site-files.js";

const kept = new Map<string, Promise<unknown>>();

/** A file of the names, once; what failed is asked for again the next time. */
function readNames<T>(name: string): Promise<T> {
  let file = kept.get(name) as Promise<T> | undefined;
  if (!file) {
    file = knowledge()
      .then(({report}) => readSiteFile(`files/customers/${name}.json`, report.input_hash))
      .then((response) => response.json() as Promise<T>);
    kept.set(name, file);
    file.catch(() => kept.delete(name));
  }
  return file;
}

/** By which names the pages of names begin. */
export const readNameKeys = (): Promise<NameKeys> => readNames("names");
export const readNamePage = (page: number): Promise<NamePage> => readNames(`names/${page}`);
