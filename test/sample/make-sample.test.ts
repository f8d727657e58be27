import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {mkdir, readdir, readFile, rm, symlink, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {parse} from "smol-toml";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {UserError} from "../../loaders/errors.js";
import {makeSample} from "../../loaders/sample/make-sample.js";
import {exportNames} from "../../src/cubes.js";
import {openSample, temporaryFolder} from "./read-sample.js";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, {recursive: true}));

const csvFiles = [...exportNames, "truth"].map((name) => `${name}.csv`);

async function hashes(of: string): Promise<Record<string, string>> {
  const names = (await readdir(of)).sort();
  const entries = names.map(async (name) => {
    const bytes = await readFile(join(of, name));
    return [name, createHash("sha256").update(bytes).digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function records(of: string, name: string): Promise<string[]> {
  return (await readFile(join(of, name), "utf8")).trimEnd().split("\n").slice(1);
}

describe("makeSample", () => {
  it("writes the same bytes twice, and others for another seed", async () => {
    for (const [name, seed] of [
      ["a", 2],
      ["b", 2],
      ["c", 3],
    ] as const) {
      await makeSample({out: join(folder, name), seed});
    }
    const [a, b, c] = await Promise.all(["a", "b", "c"].map((name) => hashes(join(folder, name))));
    expect(a).toEqual(b);
    for (const name of csvFiles) expect(c![name], name).not.toBe(a![name]);
  });

  it("gives customer k the same records whatever the number of customers", async () => {
    await makeSample({out: join(folder, "50"), customers: 50});
    await makeSample({out: join(folder, "100"), customers: 100});
    for (const name of csvFiles) {
      const few = await records(join(folder, "50"), name);
      const many = await records(join(folder, "100"), name);
      expect(many.filter((record) => Number(/C(\d{6})/.exec(record)![1]) <= 50)).toEqual(few);
      expect(many.length).toBeGreaterThan(few.length);
    }
  });

  it("sorts lines by date up to 5,000 customers and by customer beyond, and tells its progress", async () => {
    const told: string[] = [];
    await makeSample({out: join(folder, "few"), customers: 200});
    await makeSample({out: join(folder, "many"), customers: 5001, progress: (line) => told.push(line)});
    const column = async (name: string, k: number) =>
      (await records(join(folder, name), "transactions.csv")).map((record) => record.split(",")[k]!);
    const days = await column("few", 2);
    expect(days).toEqual([...days].sort());
    const customers = await column("many", 1);
    expect(customers).toEqual([...customers].sort());
    expect(told.at(-1)).toContain("5,001 customers");
  });

  it("holds the same rows in Parquet as in CSV, with dates, decimals and integers", async () => {
    const csv = await openSample({customers: 150});
    const parquet = await openSample({customers: 150, format: "parquet"});
    try {
      for (const table of [...exportNames, "truth"]) {
        const rows = await csv.rows(`from ${table}`);
        expect(rows.length).toBeGreaterThan(40);
        expect(await parquet.rows(`from ${table}`)).toEqual(rows);
      }
      const types = await parquet.rows("select column_name, column_type from (describe transactions)");
      expect(Object.fromEntries(types.map((t) => [t.column_name, t.column_type]))).toMatchObject({
        ordered_on: "DATE",
        quantity: "INTEGER",
        amount: "DECIMAL(18,2)",
        cost: "DECIMAL(18,2)",
      });
      const settings = parse(await readFile(join(parquet.folder, "report.toml"), "utf8"));
      expect(settings).toMatchObject({sample: true, transactions: {files: "transactions.parquet"}});
    } finally {
      await csv.close();
      await parquet.close();
    }
  });

  it("leaves one sample behind, whole and without temporary files, when the format changes", async () => {
    await makeSample({out: folder, customers: 20});
    await makeSample({out: folder, customers: 20, format: "parquet"});
    const rest = ["report.toml", "truth.csv", "truth.json"];
    expect((await readdir(folder)).sort()).toEqual(
      [...exportNames.map((n) => `${n}.parquet`), ...rest].sort(),
    );
    await makeSample({out: folder, customers: 20});
    expect((await readdir(folder)).sort()).toEqual([...exportNames.map((n) => `${n}.csv`), ...rest].sort());
  });

  it.each(exportNames)("refuses a folder with somebody's own %s", async (name) => {
    await writeFile(join(folder, `${name}.csv`), "mine\n");
    await expect(makeSample({out: folder, customers: 5})).rejects.toThrow(`holds ${name}.csv`);
    expect(await readdir(folder)).toEqual([`${name}.csv`]);
  });

  it("refuses a folder with somebody's own exports and leaves it as it was", async () => {
    await writeFile(join(folder, "transactions.csv"), "mine\n");
    await expect(makeSample({out: folder, customers: 5})).rejects.toThrow(UserError);
    await writeFile(join(folder, "report.toml"), 'title = "Mine"\n');
    await expect(makeSample({out: folder, customers: 5})).rejects.toThrow(/report\.toml is not a sample's/);
    await writeFile(join(folder, "report.toml"), "title = \n");
    await expect(makeSample({out: folder, customers: 5})).rejects.toThrow(UserError);
    expect((await readdir(folder)).sort()).toEqual(["report.toml", "transactions.csv"]);
    expect(await readFile(join(folder, "transactions.csv"), "utf8")).toBe("mine\n");
  });

  it("says so when the disk is full, and leaves the earlier sample as it was", async (context) => {
    // The device that is always full stands in for a full disk.
    if (!existsSync("/dev/full")) context.skip("no /dev/full on this system to stand in for a full disk");
    await makeSample({out: folder, customers: 20});
    const before = await hashes(folder);
    await symlink("/dev/full", join(folder, "transactions.csv.tmp"));
    const failed = makeSample({out: folder, customers: 400});
    await expect(failed).rejects.toThrow(UserError);
    await expect(failed).rejects.toThrow(/the disk is full/);
    expect(await hashes(folder)).toEqual(before);
  });

  it("says so when the disk fills up while Parquet is written", async (context) => {
    if (!existsSync("/dev/full")) context.skip("no /dev/full on this system to stand in for a full disk");
    await symlink("/dev/full", join(folder, "transactions.parquet.tmp"));
    await expect(makeSample({out: folder, customers: 400, format: "parquet"})).rejects.toThrow(
      /the disk is full/,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it("says so when the folder can't be one", async () => {
    await mkdir(join(folder, "a"));
    await writeFile(join(folder, "a", "file"), "");
    await expect(makeSample({out: join(folder, "a", "file")})).rejects.toThrow(/is a file, not a folder/);
    await expect(makeSample({out: join(folder, "a", "file", "b")})).rejects.toThrow(/not a folder/);
  });

  it.each([{customers: 0}, {customers: 1.5}, {customers: Number.NaN}, {seed: -1}, {seed: 2 ** 32}])(
    "refuses %j",
    async (options) => {
      await expect(makeSample({out: folder, ...options})).rejects.toThrow(UserError);
    },
  );
});
