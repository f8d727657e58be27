/** The root of the site, from the page's own address: Chinese pages stand one folder below. */
function root(): URL {
  const chinese = document.documentElement.lang.startsWith("zh") && /\/zh\/[^/]*$/.test(location.pathname);
  return new URL(chinese ? "../" : "./", location.href);
}

/** Whether the page is one file by itself, as an exported page is: there is no site around it. */
export function isOneFile(): boolean {
  return document.querySelector("script[data-file]") !== null;
}

/** Whether the page can read a file: it carries it, or stands in the site. */
export function canRead(path: string): boolean {
  return !isOneFile() || document.querySelector(`script[data-file="${path}"]`) !== null;
}

/**
 * A file that the page carries in itself, as an exported page does: gzipped and in base64, by its path from the site's
 * root. Null where it carries none of that path.
 */
export function carriedFile(path: string): Promise<Response> | null {
  const element = document.querySelector(`script[data-file="${path}"]`);
  if (!element) return null;
  const bytes = Uint8Array.from(atob(element.textContent ?? ""), (c) => c.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return Promise.resolve(new Response(plain));
}

/**
 * Reads a file that stands beside the cubes, such as `files/filters/2025-12-31-rfm.arrow`: what the page carries, else
 * from the site. `version` is the report's input hash: it keeps a browser's copy from outliving the report.
 *
 * @throws Error where there is none
 */
export async function readSiteFile(path: string, version: string): Promise<Response> {
  const carried = carriedFile(path);
  if (carried) return await carried;
  if (isOneFile()) throw new Error(`the page doesn't carry ${path}`);
  const url = new URL(`${path}?${version}`, root());
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response;
}
