import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {csv, readDay, readNumber} from "../../src/components/browser/take-away-csv.js";
import {breakLines} from "../../src/components/browser/take-away-lines.js";
import {fileName} from "../../src/components/browser/take-away-words.js";
import {count, day, exactMoney, exactPercent, money} from "../../src/components/formats.js";
import {runningHead} from "../../src/components/running-head.js";
import {table} from "../../src/components/tables.js";

/** Reads CSV by the grammar of RFC 4180, one character after the other. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const row = rows.at(-1)!;
    const c = text[i]!;
    if (quoted && c === '"' && text[i + 1] === '"') {
      row[row.length - 1] += c;
      i++;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ",") row.push("");
    else if (!quoted && c === "\r" && text[i + 1] === "\n") {
      rows.push([""]);
      i++;
    } else row[row.length - 1] += c;
  }
  expect(quoted).toBe(false);
  rows.pop();
  return rows;
}

const locales = ["en", "zh"] as const;
const currencies = ["EUR", "CNY", "USD", "JPY", "CHF", "points"];

describe("a CSV file", () => {
  it("begins with the mark by which spreadsheets know UTF-8, and ends its lines with CR and LF", () => {
    expect(csv([["客户"], ["1"]])).toBe("\ufeff客户\r\n1\r\n");
  });
  it("gives back whatever was put in, but for what begins like a formula", () => {
    const field = fc.string({
      unit: fc.constantFrom("a", "é", "客", '"', ",", "\n", "\r", " ", "1", "=", "-"),
    });
    fc.assert(
      fc.property(fc.array(fc.array(field, {minLength: 2, maxLength: 4}), {minLength: 1}), (rows) => {
        const back = parseCsv(csv(rows).slice(1));
        const disarmed = rows.map((row) =>
          row.map((text) => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text)),
        );
        expect(back).toEqual(disarmed);
      }),
    );
  });
  it("disarms text that a spreadsheet would compute, and leaves negative numbers alone", () => {
    const cells = ['=HYPERLINK("x")', "+49 30", "-A1", "@SUM(A1)", "＝1+1", "-12.50", "-1e9", "a=b"];
    expect(parseCsv(csv([cells]).slice(1))[0]).toEqual([
      '\'=HYPERLINK("x")',
      "'+49 30",
      "'-A1",
      "'@SUM(A1)",
      "'＝1+1",
      "-12.50",
      "'-1e9",
      "a=b",
    ]);
  });
});

describe("a number read from a table", () => {
  it("is the very number that was written: money of any currency, in both languages", () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.constantFrom(...currencies),
        fc.constantFrom(...locales),
        fc.constantFrom(0, 2, 3),
        (minor, currency, locale, minor_digits) => {
          const read = readNumber(exactMoney(minor, {currency, minor_digits}, locale));
          const places = minor_digits;
          const digits = String(Math.abs(minor)).padStart(places + 1, "0");
          const exact =
            places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(digits.length - places)}`;
          // The page's own format divides by ten thousand million parts: beyond that, doubles have no cents.
          fc.pre(Math.abs(minor) < 2 ** 50);
          expect(read).toEqual({plain: (minor < 0 ? "-" : "") + exact, unit: "money"});
        },
      ),
    );
  });
  it("is a share where a per cent was written, by moving the point and not by dividing", () => {
    expect(readNumber("73.81%")).toEqual({plain: "0.7381", unit: "percent"});
    expect(readNumber("−8.70%")).toEqual({plain: "-0.0870", unit: "percent"});
    expect(readNumber("0.05%")).toEqual({plain: "0.0005", unit: "percent"});
    expect(readNumber("114%")).toEqual({plain: "1.14", unit: "percent"});
    expect(readNumber("0%")).toEqual({plain: "0.00", unit: "percent"});
    fc.assert(
      fc.property(fc.integer({min: -2_000_000, max: 2_000_000}), fc.constantFrom(...locales), (n, locale) => {
        const plain = readNumber(exactPercent(n / 10_000, locale))!.plain;
        expect(Math.round(Number(plain) * 10_000) + 0).toBe(n + 0);
      }),
    );
  });
  it("is a count with or without separators and a Chinese measure word", () => {
    fc.assert(
      fc.property(fc.integer({min: -1e12, max: 1e12}), fc.constantFrom(...locales), (n, locale) => {
        expect(Number(readNumber(count(n, locale))!.plain)).toBe(n);
      }),
    );
    expect(readNumber("1,204位")?.plain).toBe("1204");
    expect(readNumber("3.5")?.plain).toBe("3.5");
  });
  it("is none where the text is rounded, an interval, a word or nothing", () => {
    for (const text of [
      money(1_234_567_89, {currency: "CNY", minor_digits: 2}, "en"),
      money(1_234_567_89, {currency: "CNY", minor_digits: 2}, "zh"),
      "0.1 to 0.3",
      "at least 12",
      "1,23",
      "12,3456",
      "suppressed",
      "–",
      "",
      "31 December 2025",
    ])
      expect([text, readNumber(text)]).toEqual([text, null]);
  });
});

describe("a day read from a table", () => {
  it("is the ISO day that was written, in both languages", () => {
    fc.assert(
      fc.property(
        fc.date({min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true}),
        fc.constantFrom(...locales),
        (date, locale) => {
          const iso = date.toISOString().slice(0, 10);
          expect(readDay(day(iso, locale))).toBe(iso);
        },
      ),
    );
  });
  it("is none where there are other words", () => {
    for (const text of ["Dec 2025", "2025年12月", "31 Smarch 2025", "until 31 December 2025", ""])
      expect([text, readDay(text)]).toEqual([text, null]);
  });
});

describe("a file's name", () => {
  const origin = {
    report: "Hengyi: Precision / Components",
    asOf: "2025-12-31",
    currency: "CNY",
    filter: "",
    choices: ["region-East China"],
    source: "",
    chinese: false,
  };
  it("says report, figure, date and choice in characters that every file system takes", () => {
    expect(fileName("Who moved: up, down?", origin, "csv")).toBe(
      "Hengyi-Precision-Components_Who-moved-up-down_2025-12-31_region-East-China.csv",
    );
    expect(fileName("帕累托曲线：收入", {...origin, report: "恒毅", choices: []}, "png")).toBe(
      "恒毅_帕累托曲线-收入_2025-12-31.png",
    );
  });
  it("is short however long a title is, and cut between words", () => {
    const long = "a figure of everything ".repeat(9);
    expect(fileName(long, origin, "svg")).toContain(
      "_a-figure-of-everything-a-figure-of-everything-a-figure-of_2025",
    );
    expect(fileName("客".repeat(99), origin, "svg").split("_")[1]).toHaveLength(60);
  });
});

describe("lines of a drawing's text", () => {
  const measure = (line: string): number => line.length;
  it("hold all of the text, none wider than there is room where it can be broken", () => {
    const word = fc.string({unit: fc.constantFrom("a", "b", "1"), minLength: 1, maxLength: 8});
    fc.assert(
      fc.property(fc.array(word, {minLength: 1}), fc.integer({min: 8, max: 30}), (words, width) => {
        const lines = breakLines(words.join(" "), width, measure);
        expect(lines.join(" ")).toBe(words.join(" "));
        expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(width);
      }),
    );
  });
  it("of Chinese break between characters, never before a mark that closes", () => {
    const lines = breakLines("最大的客户带来收入，利润也高。", 9, measure);
    expect(lines).toEqual(["最大的客户带来收", "入，利润也高。"]);
    expect(breakLines("", 9, measure)).toEqual([]);
  });
});

describe("what the page gives", () => {
  it("is a button beside each table that names what it saves, inside the table's own region", () => {
    const text = table("Classes & shares", [{head: "Class"}], [{cells: ["A"]}]).text;
    expect(text).toMatch(
      /<\/table><div class="take-away"><button type="button" data-take="csv">CSV<span class="visually-hidden"> · Classes &amp; shares<\/span><\/button><\/div><\/div>$/,
    );
  });
  it("is a running head that no title can break out of", () => {
    const style = runningHead('A "B" </style><script>\\', "2025-12-31", "en");
    expect(style.match(/<\/?\w+/g)).toEqual(["<style", "</style"]);
    expect(style).toContain('--running-report:"A \\22 B\\22  \\3c /style>\\3c script>\\5c "');
    expect(style).toContain('--running-as-of:"Data as of 31 December 2025"');
  });
});
