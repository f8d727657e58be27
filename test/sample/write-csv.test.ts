import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {CsvFile, csvRecord} from "../../loaders/sample/write-csv.js";

it("quotes only the values that need it and leaves nulls empty", () => {
  expect(csvRecord(["a", "b, c", 'd "e"', "f\ng", "恒毅 h", null, 1, true])).toBe(
    'a,"b, c","d ""e""","f\ng",恒毅 h,,1,true\n',
  );
});

it("writes several chunks in their order", async () => {
  const folder = await mkdtemp(join(tmpdir(), "guanxi-csv-"));
  try {
    const file = await CsvFile.create(join(folder, "a.csv"), ["k"]);
    const expected = ["k\n"];
    for (let k = 0; k < 30_000; k++) {
      const record = csvRecord([`${k} ${"恒毅".repeat(50)}`]);
      expected.push(record);
      file.add(record);
      await file.drain();
    }
    await file.close();
    expect((await readFile(join(folder, "a.csv"), "utf8")) === expected.join("")).toBe(true);
  } finally {
    await rm(folder, {recursive: true});
  }
});
