import {type Finding, type FinishedSite, pageName} from "../finished-site.js";
import {decode} from "../tags.js";

const error = /class="observablehq--inspect observablehq--error"[^>]*>([^<]*)</g;
const hashed = /\.[0-9a-f]{8}\.[a-z0-9]+$/;

/** Errors that Framework prints into a page instead of failing. */
export function verifyPages(site: FinishedSite): Finding[] {
  return site.pages.flatMap(({path, html}) =>
    [...html.matchAll(error)].map(([, message = ""]) => ({where: pageName(path), problem: decode(message)})),
  );
}

/** Files without a hash of their contents in the name: a browser would go on showing an old one. */
export function verifyNames(site: FinishedSite): Finding[] {
  return (
    site.files
      .filter((path) => !path.endsWith(".html") && !hashed.test(path))
      // A file of a library stands in a folder that carries the library's version.
      .filter((path) => !/^_node\/(@[^/]+\/)?[^/@]+@\d+\.\d+\.\d+[^/]*\//.test(path))
      // Files beside the cubes are asked for with the hash of the report's inputs behind their name.
      .filter((path) => !path.startsWith("files/"))
      .map((path) => ({
        where: path,
        problem: "has no hash in its name: read it with FileAttachment or import it",
      }))
  );
}
