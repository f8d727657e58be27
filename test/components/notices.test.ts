import {expect, it} from "vitest";
import {type NoticeRow, noticeCodes} from "../../src/cubes/evidence.js";
import {cubesInUse, drawnDocument} from "./drawn-page.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const use = cubesInUse();
const apart: NoticeRow = {
  export: "transactions",
  code: "last_day_apart",
  rows: 2,
  of_rows: 50_271,
  ids: null,
  day: "2099-12-31",
  rest_day: "2024-12-31",
  is_warning: true,
  example: "transactions.csv:38637",
};
const strangers: NoticeRow = {
  export: "interactions",
  code: "unmatched",
  rows: 902,
  of_rows: 902,
  ids: 61,
  day: null,
  rest_day: null,
  is_warning: true,
  example: '"58", "59"',
};

function textOf(path: string, notices: readonly NoticeRow[], selector: string): string[] {
  use({...fixtureCubes(), notices: [...notices]});
  return [...drawnDocument(path).querySelectorAll(selector)].map((e) => e.textContent!.trim());
}

it("puts warnings under the overview's head, with the way to the data page, and nothing where there is none", () => {
  const en = textOf("index", [apart], "div.notices p");
  expect(en[0]).toBe(
    "2 of 50,271 order lines lie more than 180 days after all others, which end on 31 December 2024; the last is of 31 December 2099. If that is a slip in the data, what this report says as of such a day means little: mend the line, or set as_of.",
  );
  expect(drawnDocument("index").querySelector(".headline + div.notices a")!.getAttribute("href")).toMatch(
    /data.*#notices$/,
  );
  expect(textOf("zh/index", [apart], "div.notices p")[0]).toMatch(
    /^50,271行订单中有2行晚于其余各行180天以上/,
  );
  expect(textOf("index", [{...strangers, is_warning: false}], "div.notices")).toEqual([]);
});

it("lists all on the data page, with what stands where for those who may know", () => {
  const all = textOf("data", [apart, strangers], "ul.notices li");
  expect(all[0]).toMatch(/^Warning: 2 of 50,271 .* It stands at transactions\.csv:38637\.$/);
  expect(all[1]).toMatch(
    /^Warning: 902 of 902 rows of interactions, of 61 ids, match no customer\..*For example "58", "59"\.$/,
  );
  const few = textOf("data", [{...strangers, rows: null, ids: null, example: null}], "ul.notices li");
  expect(few[0]).toMatch(/^Warning: Most rows of interactions match no customer\..*exports\.$/);
  expect(textOf("zh/data", [], "#notices + p")[0]).toMatch(/^没有远离其余数据的日期/);
});

it.each(noticeCodes)("says %s in both languages, with and without what is told, without a hole", (code) => {
  for (const path of ["data", "zh/data"])
    for (const is_warning of [true, false])
      for (const row of [
        {...apart, code, ids: 3},
        {...strangers, code, rows: 1, ids: 1},
        {...strangers, code, rows: null, ids: null},
      ]) {
        if (/apart|late/.test(code) && row.day === null) continue;
        const [text] = textOf(path, [{...row, is_warning, example: null}], "ul.notices li");
        expect(text).not.toMatch(/null|undefined|NaN| {2}|,,|\b1 (rows|ids|accounts)\b/);
        expect(text!.length).toBeGreaterThan(10);
      }
});
