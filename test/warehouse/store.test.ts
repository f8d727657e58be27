import {spawn, spawnSync} from "node:child_process";
import {chmodSync, existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeEach, describe, expect, it} from "vitest";
import {UserError} from "../../loaders/errors.js";
import {publish} from "../../loaders/publish.js";
import {exportNames} from "../../src/cubes.js";
import {publishFolder, publishWhole, Workshop} from "./published.js";

const lines = Array.from({length: 60}, (_, i) => `c${i % 12},2025-0${1 + (i % 9)}-10,${10 + i}.25`);
const files = {
  "transactions.csv": `customer_id,ordered_on,amount\n${lines.join("\n")}\n`,
  "customers.csv": "customer_id,name\nc1,One\nc2,Two\n",
  "wallets.csv": "customer_id,as_of,share_pct\nc1,2025-09-01,40\n",
  "relationships.csv": "customer_id,assessed_on,personal_level,company_level\nc1,2025-09-01,3,3\n",
  "report.toml": 'title = "One"\n',
};
const repository = new URL("../..", import.meta.url).pathname;

describe("the store", () => {
  const workshops: Workshop[] = [];
  let workshop: Workshop;
  beforeEach(() => {
    workshop = new Workshop("own");
    workshops.push(workshop);
  });
  afterAll(() => {
    for (const each of workshops) each.remove();
  });

  /** Everything in the store that is not whole. */
  const halves = (): string[] =>
    ["exports", "warehouse", "cubes"].flatMap((part) => {
      const folder = join(workshop.root, "home", part);
      return existsSync(folder) ? readdirSync(folder).filter((name) => name.includes(".tmp")) : [];
    });

  it("does nothing the second time, and gives the same bytes to a clean store", async () => {
    const folder = workshop.folder(files);
    const first = await publishWhole(folder);
    expect(first.lines).toEqual([
      "reading transactions: transactions.csv (2 kB)",
      "reading customers: customers.csv (1 kB)",
      "reading relationships: relationships.csv (1 kB)",
      "reading wallets: wallets.csv (1 kB)",
      "scoring customers",
      "counting cubes",
    ]);
    const second = await publishWhole(folder);
    expect(second.lines).toEqual([]);
    expect(second.directory).toBe(first.directory);
    const bytes = first.bytes();
    workshop = new Workshop("own");
    workshops.push(workshop);
    // Another store, and the data folder in another place.
    const elsewhere = await publishWhole(workshop.folder(files));
    expect(elsewhere.lines).toHaveLength(6);
    expect(elsewhere.bytes()).toEqual(bytes);
    expect(halves()).toEqual([]);
  });

  it("reads again only the export that has changed, and gives what a clean build gives", async () => {
    const folder = workshop.folder(files);
    await publishWhole(folder);
    writeFileSync(join(folder, "customers.csv"), "customer_id,name\nc1,One\nc2,Zwei\n");
    const changed = await publishWhole(folder);
    expect(changed.lines).toEqual([
      "reading customers: customers.csv (1 kB)",
      "scoring customers",
      "counting cubes",
    ]);
    const bytes = changed.bytes();
    expect(bytes["rfm-members.json"]).toContain("Zwei");
    workshop = new Workshop("own");
    workshops.push(workshop);
    const clean = await publishWhole(
      workshop.folder({...files, "customers.csv": "customer_id,name\nc1,One\nc2,Zwei\n"}),
    );
    expect(clean.bytes()).toEqual(bytes);
  });

  it("tells of rows that aren't used on every build, also when nothing is read or scored again", async () => {
    const folder = workshop.folder({...files, "customers.csv": "customer_id,name\nc1,One\nc1,Eins\n"});
    const first = (await publishFolder(folder)).lines;
    const unused = [
      "  1 of 2 rows used; not used: 1 twice",
      '  customers.csv:3: customer "c1" stands twice; the first row counts',
    ];
    expect(first).toEqual(expect.arrayContaining(["reading customers: customers.csv (1 kB)", ...unused]));
    const kept = ["customers, read before:", ...unused];
    expect((await publishFolder(folder)).lines).toEqual(kept);
    expect((await publishFolder(folder, "executives")).lines).toEqual([...kept, "counting cubes"]);
  });

  it("sees a change that keeps a file's size and time", async () => {
    const folder = workshop.folder(files);
    const first = await publishFolder(folder);
    const file = join(folder, "transactions.csv");
    const old = new Date("2025-01-01");
    utimesSync(file, old, old);
    await publishFolder(folder);
    writeFileSync(file, files["transactions.csv"].replace("10.25", "90.25"));
    utimesSync(file, old, old);
    const second = await publishFolder(folder);
    expect(second.lines[0]).toBe("reading transactions: transactions.csv (2 kB)");
    expect(second.cube("ledger").revenue - first.cube("ledger").revenue).toBe(8000);
  });

  it("doesn't score again for a title, a smallest cell or an audience, but does for a threshold", async () => {
    const folder = workshop.folder(files);
    await publishFolder(folder);
    writeFileSync(join(folder, "report.toml"), 'title = "Two"\nsmallest_cell = 3\n');
    const titled = await publishFolder(folder, "executives");
    expect(titled.lines).toEqual(["counting cubes"]);
    expect(titled.cube("report")).toMatchObject({title: {en: "Two", zh: "Two"}, smallest_cell: 3});
    writeFileSync(join(folder, "report.toml"), "[wallet]\nstable_from = 0.3\n");
    expect((await publishFolder(folder)).lines).toEqual(["scoring customers", "counting cubes"]);
    writeFileSync(join(folder, "report.toml"), '[wallets]\nwhere = "share_pct < 30"\n');
    await expect(publishFolder(folder)).rejects.toThrow(/wallets\.csv: none of 1 rows can be used/);
    writeFileSync(join(folder, "report.toml"), 'title = "One"\n');
    expect((await publishFolder(folder)).lines).toEqual([]);
  });

  it("takes an export away that is no longer there", async () => {
    const folder = workshop.folder(files);
    expect((await publishFolder(folder)).cube("report").exports.wallets).toBe(true);
    spawnSync("rm", [join(folder, "wallets.csv")]);
    const without = await publishFolder(folder);
    expect(without.lines).toEqual(["scoring customers", "counting cubes"]);
    const {exports} = without.cube("report");
    expect(exportNames.filter((name) => exports[name])).toEqual([
      "transactions",
      "customers",
      "relationships",
    ]);
    expect(without.cube("wallet").every((row) => row.stage === "unknown")).toBe(true);
  });

  it("keeps the last good build through a bad one", async () => {
    const folder = workshop.folder(files);
    const good = await publishFolder(folder);
    const bytes = good.bytes();
    writeFileSync(join(folder, "transactions.csv"), "customer_id,ordered_on\n");
    await expect(publishFolder(folder)).rejects.toThrow(UserError);
    expect(good.bytes()).toEqual(bytes);
    expect(halves()).toEqual([]);
  });

  it("serves two at once that want the same, and both get it", async () => {
    const folder = workshop.folder(files);
    const children = [1, 2, 3].map(() => start(folder));
    const results = await Promise.all(children.map((child) => child.done));
    expect(results.map(({code}) => code)).toEqual([0, 0, 0]);
    expect(new Set(results.map(({output}) => output.trim().split("\n").at(-1))).size).toBe(1);
    expect(halves()).toEqual([]);
    expect((await publishFolder(folder, "executives")).lines).toEqual([]);
  });

  it("has nothing half done after a kill at any moment, and the next build is whole", async () => {
    const many = Array.from(
      {length: 30_000},
      (_, i) => `c${i % 1000},2025-0${1 + (i % 9)}-1${i % 10},${i % 977}.25`,
    );
    const folder = workshop.folder({
      "transactions.csv": `customer_id,ordered_on,amount\n${many.join("\n")}\n`,
    });
    for (const stop of ["reading", "scoring", "counting"]) {
      const child = start(folder, stop);
      expect((await child.done).signal).toBe("SIGKILL");
      const wholes = ["exports", "warehouse", "cubes"].flatMap((part) => {
        const at = join(workshop.root, "home", part);
        return existsSync(at)
          ? readdirSync(at)
              .filter((name) => !name.includes(".tmp"))
              .map(() => part)
          : [];
      });
      expect(wholes).toEqual({reading: [], scoring: ["exports"], counting: ["exports", "warehouse"]}[stop]);
    }
    const next = await publishFolder(folder);
    expect(next.lines).toEqual(["counting cubes"]);
    const bytes = next.bytes();
    workshop = new Workshop("own");
    workshops.push(workshop);
    expect((await publishFolder(folder)).bytes()).toEqual(bytes);
  });

  it("clears away what was killed long ago and what is old, but nothing that is in use", async () => {
    const folder = workshop.folder(files);
    const {directory, warehouse} = await publishFolder(folder);
    const old = new Date(Date.now() - 7_200_000);
    const home = join(workshop.root, "home");
    writeFileSync(join(home, "exports", "transactions-x.duckdb.1-2.tmp"), "");
    writeFileSync(join(home, "exports", "transactions-y.duckdb.3-4.tmp"), "");
    utimesSync(join(home, "exports", "transactions-x.duckdb.1-2.tmp"), old, old);
    for (let i = 0; i < 8; ++i) {
      mkdirSync(join(home, "cubes", `newer-${i}`));
      utimesSync(
        join(home, "cubes", `newer-${i}`),
        new Date(old.getTime() + 1000),
        new Date(old.getTime() + 1000),
      );
    }
    for (const path of [directory, warehouse]) utimesSync(path, old, old);
    await publishFolder(folder);
    expect(existsSync(directory) && existsSync(warehouse)).toBe(true);
    expect(readdirSync(join(home, "cubes"))).toHaveLength(6);
    expect(halves()).toEqual(["transactions-y.duckdb.3-4.tmp"]);
  });

  it("reads from folders that can't be written to", async () => {
    const folder = workshop.folder(files);
    const before = readdirSync(folder);
    for (const name of before) chmodSync(join(folder, name), 0o444);
    chmodSync(folder, 0o555);
    try {
      // Root may write anywhere, so what counts is that nothing was.
      expect((await publishFolder(folder)).lines).toHaveLength(6);
      expect(readdirSync(folder)).toEqual(before);
    } finally {
      chmodSync(folder, 0o755);
    }
  });

  it("says that the disk is full, wherever it fills up", async (context) => {
    const mount = join(workshop.root, "small");
    mkdirSync(mount);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=600k", "tmpfs", mount]);
    if (mounted.status !== 0) {
      console.log("skipped: no small disk can be mounted here (it takes root)");
      context.skip();
    }
    try {
      const folder = workshop.folder(files);
      process.env.GUANXI_HOME = join(mount, "home");
      const full = `${join(mount, "home")}`;
      const packed = Array.from({length: 30_000}, (_, i) => `c${i},2025-01-05,${i}`).join("\n");
      const large = workshop.folder({
        "transactions.csv": Buffer.from(`\ufeffcustomer_id,ordered_on,amount\n${packed}\n`, "utf16le"),
      });
      for (const data of [folder, large]) {
        const error = await publish({data, progress: () => {}}).catch((e: unknown) => e);
        expect(error).toBeInstanceOf(UserError);
        expect((error as UserError).message).toMatch(
          new RegExp(
            `^${full}(/[a-z]+)?: no space left on the disk; free some and build again \\(the last report is still whole\\)$`,
          ),
        );
      }
      expect(existsSync(join(mount, "home", "cubes"))).toBe(false);
    } finally {
      spawnSync("umount", [mount]);
    }
  });
});

/** Publishes in a process of its own, which kills itself when it is about to do what `stop` says. */
function start(
  data: string,
  stop = "",
): {done: Promise<{code: number | null; signal: string | null; output: string}>} {
  const script = `
    import {publish} from ${JSON.stringify(new URL("../../loaders/publish.ts", import.meta.url).href)};
    const stop = ${JSON.stringify(stop)};
    const progress = (line) => {
      if (stop && line.startsWith(stop)) setTimeout(() => process.kill(process.pid, "SIGKILL"), 5);
    };
    const {directory} = await publish({data: ${JSON.stringify(data)}, sets: {}, progress});
    console.log(directory);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: repository,
    env: process.env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  return {
    done: new Promise((resolve) => child.on("close", (code, signal) => resolve({code, signal, output}))),
  };
}
