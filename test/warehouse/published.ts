import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, relative} from "node:path";
import {inject} from "vitest";
import {openDatabase, rowsOf} from "../../loaders/database.js";
import type {FileSet} from "../../loaders/files/file-set.js";
import {publish} from "../../loaders/publish.js";
import {readSettings} from "../../loaders/settings.js";
import {openWarehouse} from "../../loaders/warehouse/warehouse.js";
import type {Audience, CubeName, Cubes} from "../../src/cubes.js";

function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/**
 * Folders of exports for one test file, which go with `remove`, and a store: that of all test files, in which what equals
 * another's is made once, or for tests of the store itself one of its own.
 */
export class Workshop {
  readonly root = mkdtempSync(join(tmpdir(), "guanxi-test-"));
  #folders = 0;

  constructor(store: "shared" | "own" = "shared") {
    process.env.GUANXI_HOME =
      store === "own" ? join(this.root, "home") : join(inject("sharedFolder"), "home");
  }

  /** A new folder with these files in it. */
  folder(files: Record<string, string | Buffer>): string {
    const folder = join(this.root, `data-${++this.#folders}`);
    mkdirSync(folder);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), {recursive: true});
      writeFileSync(join(folder, name), content);
    }
    return folder;
  }

  remove(): void {
    rmSync(this.root, {recursive: true, force: true});
  }
}

/** A finished warehouse, to be asked. */
export class Finished {
  constructor(readonly warehouse: string) {}

  async query<Row>(sql: string): Promise<Row[]> {
    const {connection, close} = await openDatabase(this.warehouse);
    try {
      return await rowsOf<Row>(connection, sql);
    } finally {
      close();
    }
  }
}

export class Published extends Finished {
  constructor(
    readonly directory: string,
    warehouse: string,
    /** What the build said while it worked. */
    readonly lines: string[],
  ) {
    super(warehouse);
  }

  cube<Name extends CubeName>(name: Name): Cubes[Name] {
    return JSON.parse(readFileSync(join(this.directory, `${name}.json`), "utf8")) as Cubes[Name];
  }

  /** Every cube, and every file beside them, as its bytes. */
  bytes(): Record<string, string> {
    const files = filesBelow(this.directory).sort();
    return Object.fromEntries(
      files.map((file) => [file, readFileSync(join(this.directory, file), "latin1")]),
    );
  }

  /** The cubes alone. */
  cubeBytes(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.bytes()).filter(([file]) => !file.startsWith("files/")));
  }
}

/** Scores a folder's customers and counts no cubes, which takes half the time of a small ledger's publication. */
export async function scoreFolder(folder: string): Promise<Finished> {
  const {file} = await openWarehouse(readSettings(folder), folder, () => {});
  return new Finished(file);
}

/** Publishes a folder's cubes for an audience, by default the one that sees everything, and no files beside them. */
export async function publishFolder(folder: string, audience: Audience = "analysts"): Promise<Published> {
  return await published(folder, audience, {});
}

/** The same with every file beside the cubes, which takes longer than the cubes of a small ledger. */
export async function publishWhole(folder: string, audience: Audience = "analysts"): Promise<Published> {
  return await published(folder, audience);
}

async function published(
  folder: string,
  audience: Audience,
  sets?: Readonly<Record<string, FileSet>>,
): Promise<Published> {
  const lines: string[] = [];
  const {directory, warehouse} = await publish({
    data: folder,
    audience,
    progress: (line) => lines.push(line),
    ...(sets && {sets}),
  });
  return new Published(directory, warehouse, lines);
}
