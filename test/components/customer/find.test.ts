import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {findCustomers} from "../../../src/components/customer/find.js";
import type {NamePage} from "../../../src/components/customer/record.js";
import {byCodePoint, holds, keyLength, searchText} from "../../../src/components/customer/search-text.js";

interface Named {
  id: string;
  name: string | null;
}

/** The pages of a few customers as the build sorts them, by a way of its own: all places, sorted, cut up. */
function pagesOf(customers: readonly Named[], size: number): {keys: string[]; pages: NamePage[]} {
  const entries = customers
    .flatMap(({id, name}, i) =>
      [searchText(id), searchText(name ?? "")].flatMap((text) => {
        const characters = [...text];
        return characters.flatMap((c, at) => {
          const before = characters[at - 1];
          const begins =
            c !== " " &&
            (at === 0 || before === " " || /\p{Script=Han}/u.test(c) || /\p{Script=Han}/u.test(before!));
          return begins
            ? [
                {
                  key: characters
                    .slice(at, at + keyLength)
                    .join("")
                    .trimEnd(),
                  id,
                  name,
                  rank: i + 1,
                },
              ]
            : [];
        });
      }),
    )
    .sort((a, b) => byCodePoint(a.key, b.key) || a.rank - b.rank);
  const pages: (typeof entries)[] = [];
  for (let i = 0; i < entries.length; i += size) pages.push(entries.slice(i, i + size));
  return {
    keys: pages.map((page) => page[0]!.key),
    pages: pages.map((page) => ({
      id: page.map((e) => e.id),
      name: page.map((e) => e.name),
      rank: page.map((e) => e.rank),
    })),
  };
}

const some: Named[] = [
  {id: "C000001", name: "湘岚泰升船舶配套制造有限公司"},
  {id: "C000002", name: "Netherrock Earthmoving Pvt. Ltd."},
  {id: "C000012", name: "榕澳瑞旭传动股份有限公司"},
  {id: "ACME-01", name: "Société Générale des Roulements"},
  {id: "17850", name: null},
  {id: "C000099", name: "恒达Hydraulics科技"},
];

async function found(query: string, customers = some, size = 4): Promise<string[]> {
  const {keys, pages} = pagesOf(customers, size);
  const result = await findCustomers(query, {keys}, async (page) => pages[page]!);
  return result.customers.map(({id}) => id);
}

describe("the search for customers", () => {
  it("finds by the start of an id, whole or in part, whatever its case and signs", async () => {
    expect(await found("c000012")).toEqual(["C000012"]);
    expect(await found("C0000")).toEqual(["C000001", "C000002", "C000012", "C000099"]);
    expect(await found("acme 01")).toEqual(["ACME-01"]);
    expect(await found("１７８５０")).toEqual(["17850"]);
  });

  it("finds a Chinese name by any run of its characters, and a Latin one by the start of any word", async () => {
    expect(await found("船舶")).toEqual(["C000001"]);
    expect(await found("有限公司")).toEqual(["C000001", "C000012"]);
    expect(await found("earth")).toEqual(["C000002"]);
    expect(await found("arthmoving")).toEqual([]);
    expect(await found("hydrau")).toEqual(["C000099"]);
    expect(await found("达hydraulics科")).toEqual(["C000099"]);
  });

  it("minds no accents, and no order of words", async () => {
    expect(await found("generale des")).toEqual(["ACME-01"]);
    expect(await found("roulements societe")).toEqual(["ACME-01"]);
    expect(await found("传动 榕澳")).toEqual(["C000012"]);
    expect(await found("传动 netherrock")).toEqual([]);
  });

  it("finds an emoji or another sign, alone and among words", async () => {
    const signed = [...some, {id: "E1", name: "😀 Emoji & Co"}, {id: "E2", name: "Five★Stars® €uro"}];
    expect(await found("😀", signed)).toEqual(["E1"]);
    expect(await found("😀 emoji", signed)).toEqual(["E1"]);
    expect(await found("emoji 😀", signed)).toEqual(["E1"]);
    expect(await found("★", signed)).toEqual(["E2"]);
    expect(await found("uro stars", signed)).toEqual(["E2"]);
    expect(await found("€", signed)).toEqual(["E2"]);
    expect(await found("five stars", signed)).toEqual(["E2"]);
    expect(await found("🚀", signed)).toEqual([]);
  });

  it("says nothing of nothing, and of what is not there", async () => {
    expect(await found("")).toEqual([]);
    expect(await found(" . ")).toEqual([]);
    expect(await found("zzz")).toEqual([]);
    expect(
      (await findCustomers("a", {keys: []}, () => Promise.reject(new Error("no page")))).customers,
    ).toEqual([]);
  });

  it("finds exactly whom a look through all names finds, whatever the names, the pages and the query", async () => {
    const piece = fc.constantFrom("上", "海", "精", "密", "a", "ab", "b", " ", "-", "𠮷", "é", "1", "😀");
    const text = fc.array(piece, {minLength: 1, maxLength: 9}).map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, {minLength: 1, maxLength: 7}),
        text,
        fc.constantFrom(1, 2, 5, 60),
        async (names, query, size) => {
          const customers = names.map((name, i) => ({id: `K${i}`, name}));
          const {keys, pages} = pagesOf(customers, size);
          const words = query.split(/\s+/).flatMap((word) => searchText(word).split(" "));
          const holding = (parts: readonly string[]): string[] =>
            customers.filter(({name}) => parts.every((p) => holds(searchText(name), p))).map(({id}) => id);
          const whole = searchText(query);
          const phrase = whole === "" ? [] : holding([whole]);
          const expected =
            phrase.length > 0 || whole === "" ? phrase : holding(words.filter((w) => w !== ""));
          const result = await findCustomers(query, {keys}, async (page) => pages[page]!, 99);
          const ids = result.customers.map(({id}) => id).sort();
          for (const id of ids) expect(holding(words.filter((w) => w !== ""))).toContain(id);
          // Where a word's pages are more than are read at once, some are left out.
          if (!result.more && (phrase.length > 0 || pages.length <= 2)) expect(ids).toEqual(expected);
        },
      ),
      {numRuns: 1000},
    );
  });
});
