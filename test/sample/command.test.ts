import {readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import {expect, it, vi} from "vitest";
import {UserError} from "../../loaders/errors.js";
import {sample} from "../../loaders/sample/command.js";
import {temporaryFolder} from "./read-sample.js";

it.each([
  [[], /--out is missing/],
  [["--out", "x", "--customers", "12x"], /--customers: "12x" is not a whole number/],
  [["--out", "x", "--customers", "0"], /--customers: 0 is not a whole number from 1/],
  [["--out", "x", "--seed", "1.5"], /--seed: "1\.5"/],
  [["--out", "x", "--format", "xlsx"], /--format: "xlsx" is not csv or parquet/],
  [["--out", "x", "--clients", "5"], /--clients 5: not understood/],
  [["--out"], /--out: not understood/],
  [["600"], /600: not understood/],
])("refuses %j in one plain line", async (argv, message) => {
  const refused = sample(argv);
  await expect(refused).rejects.toThrow(UserError);
  await expect(refused).rejects.toThrow(message);
  await refused.catch((error: Error) => expect(error.message).not.toContain("\n"));
});

it("writes the sample that the arguments ask for and keeps standard output silent", async () => {
  const folder = await temporaryFolder();
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  try {
    await sample(["--customers", "12", "--out", folder, "--format", "csv", "--seed", "7"]);
    const truth = JSON.parse(await readFile(join(folder, "truth.json"), "utf8"));
    expect(truth).toMatchObject({customers: 12, seed: 7});
    expect(log).not.toHaveBeenCalled();
    expect(error).toHaveBeenCalledOnce();
  } finally {
    vi.restoreAllMocks();
    await rm(folder, {recursive: true});
  }
});

it("prints its options with --help and writes nothing", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  try {
    await sample(["--help"]);
    expect(log.mock.calls[0]![0]).toContain("--customers <n>");
  } finally {
    vi.restoreAllMocks();
  }
});
