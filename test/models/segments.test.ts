import * as fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {UserError} from "../../loaders/errors.js";
import {segmentCells, standardSegments} from "../../loaders/models/segments.js";
import {publishFolder, Workshop} from "../warehouse/published.js";

const five = [1, 2, 3, 4, 5];
const cells = five.flatMap((r) => five.map((f) => `${r}x${f}`));
const runs = {numRuns: 60, seed: 7};

describe("segmentCells", () => {
  it("spells the standard table out: ten segments over 25 cells", () => {
    const found = segmentCells(standardSegments);
    const row = (r: number): string[] => found.filter((c) => c.r === r).map(({segment}) => segment);
    expect(row(5)).toEqual(["new", "potential_loyalist", "potential_loyalist", "champions", "champions"]);
    expect(row(4)).toEqual(["promising", "potential_loyalist", "potential_loyalist", "loyal", "loyal"]);
    expect(row(3)).toEqual(["about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"]);
    for (const r of [1, 2])
      expect(row(r)).toEqual(["hibernating", "hibernating", "at_risk", "at_risk", "cannot_lose"]);
  });

  /** Any way to give the 25 cells to segments, cell by cell. */
  const tables = fc
    .array(fc.constantFrom("best", "good", "fair", "lost"), {minLength: 25, maxLength: 25})
    .map((owners) => {
      const table: Record<string, string[]> = {};
      owners.forEach((owner, i) => {
        table[owner] = [...(table[owner] ?? []), cells[i]!];
      });
      return {owners, table};
    });

  it("takes any table that gives each cell to one segment", () => {
    fc.assert(
      fc.property(tables, ({owners, table}) => {
        expect(segmentCells(table).map(({r, f, segment}) => [`${r}x${f}`, segment])).toEqual(
          owners.map((owner, i) => [cells[i], owner]),
        );
      }),
      runs,
    );
  });

  it("names the cell that is in no segment, whichever it is", () => {
    fc.assert(
      fc.property(tables, fc.nat(24), ({owners, table}, i) => {
        const holed = {...table, [owners[i]!]: table[owners[i]!]!.filter((cell) => cell !== cells[i])};
        const [r, f] = cells[i]!.split("x");
        expect(() => segmentCells(holed)).toThrow(
          new UserError(`report.toml: rfm.segments: R${r} F${f} is in no segment`),
        );
      }),
      runs,
    );
  });

  it("names the cell that is in two segments and both of them, whichever they are", () => {
    fc.assert(
      fc.property(tables, fc.nat(24), ({owners, table}, i) => {
        const [r, f] = cells[i]!.split("x");
        expect(() => segmentCells({...table, twice: [cells[i]!]})).toThrow(
          new UserError(
            `report.toml: rfm.segments: R${r} F${f} is in ${owners[i]} and in twice; each cell has one segment`,
          ),
        );
      }),
      runs,
    );
  });

  for (const block of ["", "5", "x5", "5x", "55", "0x5", "6x1", "5x45 ", "[45]x5", "5X4", "5x4x3", "4,5x1"]) {
    it(`can't read the block ${JSON.stringify(block)}, and says so`, () => {
      expect(() => segmentCells({...standardSegments, champions: [block]})).toThrow(
        new UserError(
          `report.toml: rfm.segments.champions = ${JSON.stringify(block)}: must be R scores, an x, and F scores, such as "12x34"`,
        ),
      );
    });
  }

  for (const name of ["arrived", "none"]) {
    it(`keeps the name ${name} for those who are in no segment`, () => {
      expect(() => segmentCells({[name]: ["12345x12345"]})).toThrow(
        new UserError(
          `report.toml: rfm.segments.${name}: is no name for a segment (arrived, none); choose another`,
        ),
      );
    });
  }
});

describe("a report with segments of its own", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  const lines = Array.from({length: 60}, (_, i) => {
    const day = `2025-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + ((i * 7) % 28)).padStart(2, "0")}`;
    return `c${(i * i) % 37},${day},${10 + i}`;
  });
  const folder = (segments: string): string =>
    workshop.folder({
      "transactions.csv": `customer_id,ordered_on,amount\n${lines.join("\n")}\n`,
      "report.toml": `[rfm.segments]\n${segments}`,
    });

  it("puts each customer into the one that has its cell, and publishes no other", async () => {
    const published = await publishFolder(
      folder('"回头客" = ["45x45"]\nlate = ["12x12345", "3x123"]\n"it\'s new" = ["45x123", "3x45"]\n'),
    );
    const rows = await published.query<{r: number; f: number; segment: string}>(
      "SELECT r, f, rfm_segment AS segment FROM scores WHERE is_customer",
    );
    for (const {r, f, segment} of rows) {
      const expected = r >= 4 && f >= 4 ? "回头客" : r >= 4 || (r === 3 && f >= 4) ? "it's new" : "late";
      expect([r, f, segment]).toEqual([r, f, expected]);
    }
    const counted = published.cube("rfm-segments").reduce((all, row) => all + row.customers!, 0);
    expect(counted).toBe(rows.length);
    expect(new Set(published.cube("rfm-segments").map(({segment}) => segment))).toEqual(
      new Set(["回头客", "late", "it's new"]),
    );
  });

  it("is not built where the table has a hole", async () => {
    await expect(publishFolder(folder('all = ["1234x12345", "5x1245"]\n'))).rejects.toThrow(
      new UserError("report.toml: rfm.segments: R5 F3 is in no segment"),
    );
  });
});
