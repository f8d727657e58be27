import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fnv1a, shardOf} from "../../../src/components/customer/shard.js";

describe("the hash that parts customers over files", () => {
  it("gives the published values of FNV-1a with 32 bits", () => {
    expect(fnv1a("")).toBe(0x811c9dc5);
    expect(fnv1a("a")).toBe(0xe40c292c);
    expect(fnv1a("foobar")).toBe(0xbf9cf968);
  });

  it("is that of the UTF-8 bytes, in exact arithmetic, whatever the id", () => {
    fc.assert(
      fc.property(fc.string({unit: "grapheme"}), (id) => {
        let hash = 0x811c9dc5n;
        for (const byte of Buffer.from(id, "utf8")) hash = ((hash ^ BigInt(byte)) * 0x01000193n) % 2n ** 32n;
        expect(fnv1a(id)).toBe(Number(hash));
      }),
    );
    expect(fnv1a("客户一")).not.toBe(fnv1a("客户二"));
  });

  it("fills the files about evenly with ids that count up", () => {
    const counts = new Array<number>(50).fill(0);
    for (let i = 0; i < 10_000; i++) counts[shardOf(`C${String(i).padStart(6, "0")}`, 50)]!++;
    expect(Math.min(...counts)).toBeGreaterThan(100);
    expect(Math.max(...counts)).toBeLessThan(320);
  });
});
