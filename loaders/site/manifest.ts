import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {filesBelow} from "./sources.js";

/** Written last, beside a finished site: without one, or with other bytes than it says, the site doesn't count. */
export interface Manifest {
  /** Hash over all that went in; null where files changed while the site was being built, so that it is never reused. */
  key: string | null;
  audience: string;
  bytes: number;
  /** SHA-256 of each file by its path. */
  files: Record<string, string>;
}

/** Hashes every file of a finished site. */
export async function takeStock(site: string): Promise<Pick<Manifest, "bytes" | "files">> {
  const files: Record<string, string> = {};
  let bytes = 0;
  for (const path of await filesBelow(site)) {
    const contents = await readFile(join(site, path));
    files[path] = createHash("sha256").update(contents).digest("hex");
    bytes += contents.length;
  }
  return {bytes, files};
}

/** The manifest of a build folder (`manifest.json` beside `site/`), or undefined where the site isn't whole. */
export async function readWholeBuild(build: string): Promise<Manifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(build, "manifest.json"), "utf8")) as Manifest;
    const {files} = await takeStock(join(build, "site"));
    const names = Object.keys(files);
    const whole =
      names.length === Object.keys(manifest.files).length &&
      names.every((name) => files[name] === manifest.files[name]);
    return whole ? manifest : undefined;
  } catch {
    return undefined;
  }
}
