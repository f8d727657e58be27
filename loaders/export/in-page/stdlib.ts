import {carriedFile} from "../../../src/components/browser/site-files.js";

/** Framework lists a page's files; in an exported page they stand in the page. */
export function registerFile(): void {}

/** Stands in for Framework's: gives what the exported page carries. */
export function FileAttachment({path}: {path: string}): {json(): Promise<unknown>} {
  return {
    async json() {
      const response = await carriedFile(path.replace(/^(\.\.?\/)+/, ""));
      if (!response) throw new Error(`the exported page doesn't carry ${path}`);
      return await response.json();
    },
  };
}
