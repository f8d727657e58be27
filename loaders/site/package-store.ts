import {cp, mkdir, readdir, rename, rm, stat} from "node:fs/promises";
import {join} from "node:path";
import {hashCode, sha256} from "../content-hash.js";
import {filesBelow} from "./sources.js";

/** Days for which packages of other lock files are kept. */
const kept = 7;

/**
 * The packages as browsers load them, from build to build: Framework makes each anew in an empty cache, though they come
 * of the lock file alone. A set of them stands under the lock's hash and the number of its files, whole or not at all,
 * since a package that is there is never looked into for others that it needs.
 */
export class PackageStore {
  readonly #store: string;
  readonly #cache: string;
  readonly #key: string;

  /** `sources` is the folder of a site's sources, in which Framework has its cache. */
  constructor(home: string, sources: string) {
    this.#store = join(home, "packages");
    this.#cache = join(sources, ".observablehq/cache/_node");
    this.#key = sha256([
      hashCode("package-lock.json", "loaders/site/browser-packages.ts"),
      process.versions.node,
    ]).slice(0, 16);
  }

  /** Puts what an earlier build made into Framework's cache. */
  async take(): Promise<void> {
    const largest = await this.#largest();
    if (largest > 0) await cp(this.#set(largest), this.#cache, {recursive: true});
  }

  /** Keeps what Framework has made since. */
  async keep(): Promise<void> {
    const count = (await filesBelow(this.#cache)).length;
    if (count <= (await this.#largest())) return;
    const aside = `${this.#set(count)}.${process.pid}.tmp`;
    await cp(this.#cache, aside, {recursive: true});
    // Another build was quicker, with the same files.
    await rename(aside, this.#set(count)).catch(() => rm(aside, {recursive: true, force: true}));
    await this.#removeUnused();
  }

  #set(count: number): string {
    return join(this.#store, `${this.#key}-${count}`);
  }

  async #largest(): Promise<number> {
    const names = await readdir(this.#store).catch(() => []);
    const counts = names.map((name) => new RegExp(`^${this.#key}-(\\d+)$`).exec(name)?.[1]);
    return Math.max(0, ...counts.map((count) => Number(count ?? 0)));
  }

  async #removeUnused(): Promise<void> {
    await mkdir(this.#store, {recursive: true});
    for (const name of await readdir(this.#store)) {
      const path = join(this.#store, name);
      const made = (await stat(path).catch(() => null))?.mtimeMs ?? Date.now();
      if (!name.startsWith(this.#key) && Date.now() - made > kept * 86_400_000)
        await rm(path, {recursive: true, force: true});
    }
  }
}
