import {isBuiltFor, sitePages, slugOf} from "../../src/components/site-map.js";
import type {Audience} from "../../src/cubes.js";
import type {Source} from "./sources.js";

/**
 * The sources without the pages that an audience's report doesn't have: Framework copies whatever a page imports, so what
 * is left out here brings nothing along.
 */
export function sourcesFor(audience: Audience, sources: readonly Source[]): Source[] {
  const absent = sitePages.filter((page) => !isBuiltFor(page, audience)).map(({slug}) => slug as string);
  return sources.filter(
    ({path}) => !/^src\/(zh\/)?[\w-]+\.md$/.test(path) || !absent.includes(slugOf(path.slice("src".length))),
  );
}
