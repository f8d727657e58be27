import {describe, expect, it} from "vitest";
import {exports as readable} from "../../loaders/exports/exports.js";
import {headlines} from "../../src/components/findings/all.js";
import {leastColumns, whatToSupply} from "../../src/components/findings/what-to-supply.js";
import type {Site} from "../../src/components/site.js";
import type {CubeName, ExportName} from "../../src/cubes.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const cubes = fixtureCubes();

describe("a page that lacks its exports", () => {
  it.each(Object.keys(leastColumns) as ExportName[])(
    "names every column that %s can't do without",
    (name) => {
      const {columns, either = []} = readable[name];
      const least = [...columns.filter((c) => c.required).map((c) => c.name), ...either];
      for (const locale of ["en", "zh"] as const)
        for (const column of least) expect(whatToSupply([name], locale)).toContain(column);
    },
  );
  it.each([
    ["relationship", ["relationships"]],
    ["wallet", ["wallets"]],
    ["service", ["complaints", "surveys", "interactions"]],
    ["coverage", ["interactions", "costs"]],
  ] as const)(
    "says under its head what would fill it, and with them says what it shows: %s",
    (page, lacking) => {
      const standfirst = (has: (name: string) => boolean): string =>
        headlines[page]!({
          locale: "en",
          cubes: {
            report: cubes.report,
            has,
            find: (name: CubeName) => (has("any") ? cubes[name] : null),
            read: (name: CubeName) => cubes[name],
          },
        } as unknown as Site).standfirst;
      const without = standfirst(() => false);
      for (const name of lacking) expect(without).toContain(`${name}.csv`);
      expect(without).toContain("data/README.md");
      expect(standfirst(() => true)).not.toContain(".csv");
    },
  );
});
