import * as fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {standardSegments} from "../../loaders/models/segments.js";
import {type Published, publishFolder, scoreFolder, Workshop} from "../warehouse/published.js";
import {
  costedCsv,
  costedLedgers,
  evenParts,
  plain,
  type RfmSettings,
  type ScoredBuyer,
  scoredAt,
  tomlOf,
} from "./rfm-oracle.js";

const columns = "rfm_product, rfm_rank, rfm_band, rfm_segment, in_head, decile, tercile";

let workshop: Workshop;
beforeAll(() => {
  workshop = new Workshop();
});
afterAll(() => workshop.remove());

describe("the rank of R x F x M", () => {
  const today = "2025-12-31";
  const settings = `[rfm]
primary = "fixed"
VALUE
[rfm.fixed]
frequency = [1, 2, 3, 4]
money = [10, 20, 30, 40]
`;
  /** Orders on the last days up to one so many days ago; the first brings the money, the others nothing. */
  const buyer = (id: string, orders: number, money: number, ago: number, quantity = 1): string[] =>
    Array.from({length: orders}, (_, i) => {
      const day = new Date(Date.parse(today) - (ago + i) * 86_400_000).toISOString().slice(0, 10);
      return `${id},${day},${i === 0 ? money : 0},${i === 0 ? quantity : 0}`;
    });
  const ranked = async (lines: string[], value = ""): Promise<(string | number)[][]> => {
    const scored = await scoreFolder(
      workshop.folder({
        "transactions.csv": `customer_id,ordered_on,amount,quantity\n${lines.join("\n")}\nend,${today},0,0\n`,
        "report.toml": settings.replace("VALUE", value),
      }),
    );
    const rows = await scored.query<Record<string, string | number>>(
      `SELECT customer_id, rfm_product FROM scores WHERE as_of = DATE '${today}' AND customer_id <> 'end' ORDER BY rfm_rank`,
    );
    return rows.map((row) => [row.customer_id!, row.rfm_product!]);
  };

  it("breaks ties by money, then by frequency, then by recency, then by customer_id", async () => {
    const lines = [
      ...buyer("a-two-orders-less-money", 2, 9, 1),
      ...buyer("b-later-id", 1, 15, 3),
      ...buyer("c-later", 1, 15, 1),
      ...buyer("d-five-orders-long-ago", 5, 15, 200),
      ...buyer("b-earlier-id", 1, 15, 3),
      ...buyer("z-more-money", 1, 15.01, 5),
      ...buyer("y-larger-product", 1, 21, 7),
    ];
    expect(await ranked(lines)).toEqual([
      ["y-larger-product", 15],
      ["z-more-money", 10],
      ["d-five-orders-long-ago", 10],
      ["c-later", 10],
      ["b-earlier-id", 10],
      ["b-later-id", 10],
      ["a-two-orders-less-money", 10],
    ]);
  });

  it("breaks them by quantity where that is what M counts", async () => {
    const lines = [
      ...buyer("rich", 1, 900, 1, 12),
      ...buyer("many", 1, 1, 1, 19),
      ...buyer("few", 1, 1, 1, 11),
    ];
    expect(await ranked(lines, 'value = "quantity"')).toEqual([
      ["many", 10],
      ["rich", 10],
      ["few", 10],
    ]);
  });
});

describe("the head of sales", () => {
  const headOf = async (amounts: Record<string, number>): Promise<string[]> => {
    const lines = Object.entries(amounts).map(
      ([id, amount]) => `${id},2025-12-31,0\n${id},2025-12-31,${amount}`,
    );
    const scored = await scoreFolder(
      workshop.folder({"transactions.csv": `customer_id,ordered_on,amount\n${lines.join("\n")}\n`}),
    );
    const rows = await scored.query<{id: string}>(
      "SELECT customer_id AS id FROM scores WHERE in_head AND as_of = DATE '2025-12-31' ORDER BY id",
    );
    return rows.map(({id}) => id);
  };

  it("ends with the customer that reaches 20% of sales exactly, or crosses it", async () => {
    expect(await headOf({a: 10, b: 10, c: 9, d: 9, e: 9, f: 9, g: 9, h: 9, i: 9, j: 9, k: 8})).toEqual([
      "a",
      "b",
    ]);
    expect(await headOf({a: 10, b: 9, c: 9, d: 9, e: 9, f: 9, g: 9, h: 9, i: 9, j: 9, k: 9})).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("is nobody where sales come to nothing or less", async () => {
    expect(await headOf({a: 10, b: -10, c: 0})).toEqual([]);
  });
});

describe("ranks, bands and parts on random ledgers", () => {
  const percents = [
    {keep: 20, avoid: 20, head: 20},
    {keep: 15, avoid: 35, head: 50},
    {keep: 70, avoid: 30, head: 7},
    {keep: 20, avoid: 20, head: 20},
    {keep: 1, avoid: 1, head: 99},
  ];
  const rules: readonly RfmSettings[] = [
    {...plain, value: "quantity"},
    {...plain, value: "profit"},
    {...plain, window: "all"},
    plain,
    plain,
  ];
  const random = fc.sample(costedLedgers, {numRuns: 5, seed: 20_251_003});

  for (const [i, primary] of (["together", "ntile", "nested", "fixed", "airline"] as const).entries()) {
    const {keep, avoid, head} = percents[i]!;
    it(`are what sorting gives, at every as-of date, under ${primary} with ${keep}, ${avoid} and ${head}%`, async () => {
      const lines = random[i]!;
      const shares = `primary = "${primary}"\nkeep_share = ${keep / 100}\navoid_share = ${avoid / 100}\nhead_share = ${head / 100}\n`;
      const published = await publishFolder(
        workshop.folder({
          "transactions.csv": costedCsv(lines),
          "report.toml": tomlOf(rules[i]!, shares),
        }),
      );
      const {dates} = published.cube("report");
      for (const asOf of dates) {
        const buyers = scoredAt(lines, asOf, rules[i]!);
        const told = await published.query<Record<string, string | number | boolean>>(
          `SELECT customer_id, ${columns} FROM scores WHERE as_of = DATE '${asOf}' AND is_customer ORDER BY rfm_rank`,
        );
        const product = (b: ScoredBuyer): number => b.scores[primary].reduce((all, score) => all * score, 1);
        const places = [...buyers].sort(
          (a, b) =>
            product(b) - product(a) ||
            b.value - a.value ||
            b.orders - a.orders ||
            a.recency - b.recency ||
            (a.customer < b.customer ? -1 : 1),
        );
        const n = places.length;
        const [kept, avoided] = [Math.ceil((keep * n) / 100), Math.floor((avoid * n) / 100)];
        const inHead = headOf(buyers, head);
        const [deciles, terciles] = [10, 3].map((parts) => evenParts(buyers, (b) => -b.revenue, parts));
        expect(told).toEqual(
          places.map((b, place) => ({
            customer_id: b.customer,
            rfm_product: product(b),
            rfm_rank: place + 1,
            rfm_band: place < kept ? "keep" : place >= n - avoided ? "avoid" : "invest",
            rfm_segment: segmentOf(b.scores[primary]),
            in_head: inHead.has(b),
            decile: deciles!.get(b),
            tercile: terciles!.get(b),
          })),
        );
        checkCubes(published, asOf, buyers, {keep: kept, invest: n - kept - avoided, avoid: avoided});
      }
      const newest = scoredAt(lines, dates.at(-1)!, rules[i]!);
      for (const part of ["head", "decile", "tercile"] as const) {
        const rows = published.cube("spend-parts").filter((row) => row.part === part);
        expect(totalsOf(rows)).toEqual(totalsOf(newest.map((b) => ({...b, customers: 1}))));
      }
      const headRow = published.cube("spend-parts").find((row) => row.part === "head" && row.number === 1);
      expect(headRow?.customers ?? 0).toBe(headOf(newest, head).size);
    });
  }
});

/** The largest spenders up to and with the one that reaches so many percent of all. */
function headOf(buyers: readonly ScoredBuyer[], percent: number): Set<ScoredBuyer> {
  const total = buyers.reduce((all, b) => all + b.revenue, 0);
  const found = new Set<ScoredBuyer>();
  let before = 0;
  for (const b of [...buyers].sort((a, b) => b.revenue - a.revenue || (a.customer < b.customer ? -1 : 1))) {
    if (b.revenue <= 0 || 100 * before >= percent * total) break;
    found.add(b);
    before += b.revenue;
  }
  return found;
}

function segmentOf([r, f]: readonly number[]): string {
  const owners = Object.entries(standardSegments).filter(([, blocks]) =>
    blocks.some((block) => {
      const [rs, fs] = block.split("x");
      return rs!.includes(String(r)) && fs!.includes(String(f));
    }),
  );
  expect(owners).toHaveLength(1);
  return owners[0]![0];
}

interface Totals {
  customers: number | null;
  orders: number | null;
  revenue: number | null;
  profit: number | null;
}

function totalsOf(rows: readonly Totals[]): number[] {
  return (["customers", "orders", "revenue", "profit"] as const).map((key) =>
    rows.reduce((all, row) => all + row[key]!, 0),
  );
}

function checkCubes(
  published: Published,
  asOf: string,
  buyers: readonly ScoredBuyer[],
  sizes: Record<string, number>,
): void {
  const bands = published.cube("rfm-bands").filter((row) => row.as_of === asOf);
  const filled = Object.entries(sizes).filter(([, size]) => size > 0);
  expect(Object.fromEntries(bands.map((row) => [row.band, row.customers]))).toEqual(
    Object.fromEntries(filled),
  );
  const segments = published.cube("rfm-segments").filter((row) => row.as_of === asOf);
  expect(new Set(segments.map(({segment}) => segment)).size).toBe(segments.length);
  const all = totalsOf(buyers.map((b) => ({...b, customers: 1})));
  expect(totalsOf(bands)).toEqual(all);
  expect(totalsOf(segments)).toEqual(all);
}
