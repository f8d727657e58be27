import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Filter, noFilter} from "../../src/components/filter/filter.js";
import {type ChosenRows, chooseRows} from "../../src/components/filter/list-choice.js";
import {heldOf, type KeyedRow, type ListRows} from "../../src/components/filter/list-files.js";
import {listWords} from "../../src/components/filter/list-words.js";
import {namedList} from "../../src/components/filter/named-list.js";
import {html} from "../../src/components/html.js";
import {fixtureReport} from "./fixtures/report.js";

const report = fixtureReport("analysts", 1);
const list = namedList<KeyedRow>({cube: "stale-assessments", most: 20, table: () => html``});
const {all, each} = heldOf("stale-assessments");

/** A whole list, its customers' places in the filters drawn from few. */
const wholeList = fc
  .array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(1), fc.nat(1)), {minLength: 0, maxLength: 1500})
  .map((places) =>
    places.map(
      ([region, industry, abc, stage], i): KeyedRow => ({
        customer_id: `C${i}`,
        key: ((region * 9 + industry) * 5 + abc) * 7 + stage,
        rfm: 555,
        grid: null,
        pareto: 1,
        listed_in: 1,
        listed_at: i + 1,
        listed_of: places.length,
      }),
    ),
  );
const place = fc.option(fc.nat(2));
const choice = fc
  .tuple(place, place, fc.option(fc.nat(1)), fc.option(fc.nat(1)))
  .map(([region, industry, abc, stage]): Filter => ({...noFilter, region, industry, class: abc, stage}));

const placesOf = (key: number) => [
  Math.floor(key / 315),
  Math.floor(key / 35) % 9,
  Math.floor(key / 7) % 5,
  key % 7,
];
const matches = ({key}: KeyedRow, {region, industry, class: abc, stage}: Filter): boolean =>
  [region, industry, abc, stage].every((wanted, i) => wanted === null || wanted === placesOf(key!)[i]);

/** What a file holds of a list, as its SQL takes it: of a long one the counts too. */
function held(rows: readonly KeyedRow[]): ListRows {
  const seen = new Map<string, number>();
  const first = rows.filter((row) => {
    const early = placesOf(row.key!).map((at, i) => {
      const n = (seen.get(`${i} ${at}`) ?? 0) + 1;
      seen.set(`${i} ${at}`, n);
      return n <= each;
    });
    return row.listed_at <= all || early.includes(true);
  });
  const long = rows.length > all ? rows : [];
  return {rows: first, counts: long.map(({key}) => ({listed_in: 1, by: "key", key: key!, entries: 1}))};
}

describe("a list under a filter", () => {
  it("shows the first who match of the whole list, or says of how many it knows", () => {
    fc.assert(
      fc.property(wholeList, choice, (rows, filter) => {
        const {rows: shown, matched, total, of} = chooseRows(list, held(rows), filter, report);
        const truth = rows.filter((row) => matches(row, filter));
        if (of === null)
          expect(shown.map((r) => r.customer_id)).toEqual(truth.slice(0, 20).map((r) => r.customer_id));
        else {
          expect(of).toBe(all);
          expect(matched).toBe(truth.filter((r) => r.listed_at <= all).length);
        }
        expect(total).toBe(truth.length);
      }),
      {numRuns: 60},
    );
  });

  it("shows those in the chosen parts of a chart, and nobody who stands in none", () => {
    const known = held(
      fc.sample(
        wholeList.filter((all) => all.length > 3),
        {numRuns: 1, seed: 4},
      )[0]!,
    );
    const under = (on: "rfm" | "grid" | "pareto", cells: number[]) =>
      chooseRows(list, known, {...noFilter, brush: {on, cells}}, report).rows.length;
    expect(under("rfm", [555])).toBe(Math.min(20, known.rows.length));
    expect([under("rfm", [111]), under("grid", [0]), under("pareto", [2])]).toEqual([0, 0, 0]);
  });

  const rows = Array.from({length: 3}) as KeyedRow[];
  const said: [string, Partial<ChosenRows>, object, string, string][] = [
    ["some", {matched: 3}, {}, "Filtered: 3 customers match.", "已筛选：3位客户符合。"],
    ["one", {matched: 1, shown: 1}, {}, "Filtered: 1 customer matches.", "已筛选：1位客户符合。"],
    [
      "many",
      {matched: 1200, total: 1200},
      {},
      "Filtered: 1,200 customers match, the first 3 shown.",
      "已筛选：1,200位客户符合，列出前3位。",
    ],
    ["nobody", {rows: [], shown: 0, matched: 0}, {}, "No customers here match.", "此处没有符合条件的客户。"],
    [
      "the first",
      {matched: 9, total: 2012},
      {},
      "Filtered: 2,012 customers match, the first 3 shown.",
      "已筛选：2,012位客户符合，列出前3位。",
    ],
    [
      "a part",
      {matched: 7, total: 212, of: 500},
      {},
      "Filtered: 212 customers match; 7 of them are among the first 500 on this list, the first 3 shown.",
      "已筛选：共212位客户符合，其中7位在此名单前500位之内，列出前3位。",
    ],
    [
      "none of a part",
      {rows: [], shown: 0, matched: 0, total: 12, of: 500},
      {},
      "Filtered: 12 customers match; none of them is among the first 500 on this list.",
      "已筛选：共12位客户符合，均不在此名单前500位之内。",
    ],
    [
      "levels",
      {matched: 9},
      {cube: "pyramid-members", group: () => "", most: 5},
      "Filtered: 9 customers match, at most 5 of each level shown.",
      "已筛选：9位客户符合，各层级至多列出5位。",
    ],
    [
      "other entries",
      {matched: 9},
      {entries: {one: "opportunity", many: "opportunities", zh: "项机会"}},
      "Filtered: 9 opportunities match, the first 3 shown.",
      "已筛选：9项机会符合，列出前3项。",
    ],
    ["what is folded", {matched: 9}, {together: 50}, "Filtered: 9 customers match.", "已筛选：9位客户符合。"],
  ];
  it.each(said)("says in words of %s", (_, chosen, of, en, zh) => {
    const whole = {rows, shown: 3, matched: 3, total: chosen.matched ?? 3, of: null, ...chosen};
    const words = (locale: "en" | "zh", as_of: string | null = null) =>
      listWords(whole, {...list, ...of}, {as_of}, report, locale);
    expect(words("en")).toBe(en);
    expect(words("zh")).toBe(zh);
    expect(words("en", "2025-06-30")).toBe(
      `${en} Lists by name are of the newest date alone, 31 December 2025.`,
    );
    expect(words("zh", "2025-06-30")).toBe(`${zh}名单只有最新截止日2025年12月31日的数据。`);
  });
});
