import {describe, expect, it} from "vitest";
import {change} from "../../src/components/change.js";
import {
  axisMoney,
  count,
  day,
  daySpan,
  exactMoney,
  exactPercent,
  money,
  month,
  number,
  percent,
  shortDay,
} from "../../src/components/formats.js";
import {sinceWords} from "../../src/components/since-words.js";

const eur = {currency: "EUR", minor_digits: 2};
const jpy = {currency: "JPY", minor_digits: 0};

describe("money", () => {
  it("has three significant digits and K, M or bn in English", () => {
    expect(money(123_456, eur, "en")).toBe("€1.23K");
    expect(money(12_345_678_00, eur, "en")).toBe("€12.3M");
    expect(money(4_100_000_000_00, eur, "en")).toBe("€4.10bn");
  });
  it("counts in 万 and 亿 in Chinese", () => {
    expect(money(123_456_00, eur, "zh")).toBe("€12.3万");
    expect(money(118_748_050_51, {currency: "CNY", minor_digits: 2}, "zh")).toBe("¥1.19亿");
  });
  it("rounds up into the next scale rather than showing 1,000K", () => {
    expect(money(999_999_00, eur, "en")).toBe("€1.00M");
    expect(money(9_999_99, eur, "zh")).toBe("€1.00万");
  });
  it("puts a true minus before the currency", () => {
    expect(money(-123_456, eur, "en")).toBe("−€1.23K");
    expect(exactMoney(-5, eur, "en")).toBe("−€0.05");
  });
  it("is exact to the last minor unit in tables, with as many digits as the currency has", () => {
    expect(exactMoney(8_911_407_90, eur, "en")).toBe("€8,911,407.90");
    expect(exactMoney(1234, jpy, "en")).toMatch(/1,234$/);
  });
  it("names a currency that has no symbol and is short on axes", () => {
    expect(exactMoney(100, {currency: "points", minor_digits: 0}, "en")).toBe("points\u00a0100");
    expect(axisMoney(2_000_000_00, eur, "en")).toBe("€2M");
  });
});

describe("numbers", () => {
  it("writes shares with one decimal and never rounds what is less up to 100%", () => {
    expect(percent(0.73847, "en")).toBe("73.8%");
    expect(percent(1.0416, "en")).toBe("104%");
    expect(percent(0.9998, "en")).toBe("99.98%");
    expect(percent(0, "en")).toBe("0%");
    expect(percent(-0.0056, "en")).toBe("−0.6%");
  });
  it("writes no minus before what rounds to zero", () => {
    expect(count(-0.2, "en")).toBe("0");
    expect(exactPercent(-0.000001, "en")).toBe("0.00%");
  });
  it("keeps three significant digits", () => {
    expect(number(0.71514, "en")).toBe("0.715");
    expect(number(12.345, "en")).toBe("12.3");
  });
});

describe("dates", () => {
  it("are written as each language writes them", () => {
    expect(day("2025-12-31", "en")).toBe("31 December 2025");
    expect(day("2025-12-31", "zh")).toBe("2025年12月31日");
    expect(month("2025-01-31", "en")).toBe("Jan 2025");
    expect(() => day("31/12/2025", "en")).toThrow(/not an ISO day/);
  });
  it("are short in a comparison, and a span says one year once", () => {
    expect(shortDay("2025-12-31", "en")).toBe("31 Dec 2025");
    expect(shortDay("2024-02-29", "zh")).toBe("2024年2月末");
    expect(shortDay("2024-12-31", "zh")).toBe("2024年末");
    expect(shortDay("2025-11-09", "zh")).toBe("2025年11月9日");
    expect(daySpan("2025-01-01", "2025-12-31", "en")).toBe("1 Jan to 31 Dec 2025");
    expect(daySpan("2024-12-31", "2025-12-31", "en")).toBe("31 Dec 2024 to 31 Dec 2025");
    expect(daySpan("2025-01-01", "2025-12-31", "zh")).toBe("2025年1月1日至12月31日");
    expect(daySpan("2024-12-31", "2025-12-31", "zh")).toBe("2024年12月31日至2025年12月31日");
  });
  it("of a comparison are a quarter or a year ago where they are, else named", () => {
    expect(sinceWords("2025-09-30", "2025-12-31", "en").since).toBe("on a quarter ago");
    expect(sinceWords("2024-12-31", "2025-12-31", "zh").since).toBe("较一年前");
    expect(sinceWords("2025-09-30", "2025-11-09", "en")).toEqual({
      since: "since 30 Sep 2025",
      missing: "no figure for 30 Sep 2025",
    });
    expect(sinceWords("2025-09-30", "2025-11-09", "zh").missing).toBe("2025年9月末无可比数据");
  });
});

describe("change", () => {
  it("says up or down with its unit in both languages", () => {
    expect(change(0.74, 0.709, "points", "en")).toEqual({direction: "up", text: "up 3.1 points"});
    expect(change(0.74, 0.709, "points", "zh")).toEqual({direction: "up", text: "上升3.1个百分点"});
    expect(change(88, 100, "relative", "en")).toEqual({direction: "down", text: "down 12.0%"});
    expect(change(88, 100, "relative", "zh")).toEqual({direction: "down", text: "下降12.0%"});
  });
  it("calls what rounds to nothing unchanged, to the decimals that the figure shows", () => {
    expect(change(0.79812, 0.79804, "plain", "en")).toEqual({direction: "same", text: "unchanged"});
    expect(change(0.79812, 0.79804, "plain", "zh")).toEqual({direction: "same", text: "基本持平"});
    expect(change(0.7981, 0.806, "plain", "en")?.text).toBe("down 0.008");
    expect(change(0.50004, 0.5, "points", "zh")?.text).toBe("基本持平");
    expect(change(7, 7, "count", "zh")?.text).toBe("持平");
  });
  it("uses the singular for one point", () => {
    expect(change(0.51, 0.5, "points", "en")?.text).toBe("up 1.0 point");
  });
  it("says unchanged where the difference rounds to nothing", () => {
    expect(change(0.50001, 0.5, "points", "en")).toEqual({direction: "same", text: "unchanged"});
    expect(change(5, 5, "count", "zh")).toEqual({direction: "same", text: "持平"});
  });
  it("says nothing where there is nothing to compare with", () => {
    expect(change(5, null, "count", "en")).toBeNull();
    expect(change(null, 5, "count", "en")).toBeNull();
    expect(change(5, undefined, "count", "en")).toBeNull();
  });
  it("tells a relative change from ten times on as a factor, and beyond a hundred as no number", () => {
    const of = (now: number, then: number) =>
      (["en", "zh"] as const).map((locale) => change(now, then, "relative", locale)!.text);
    expect(of(999, 100)).toEqual(["up 899%", "上升899%"]);
    expect(of(1000, 100)).toEqual(["up 10-fold", "增至10倍"]);
    expect(of(1260, 100)).toEqual(["up 13-fold", "增至13倍"]);
    expect(of(10_000, 100)).toEqual(["up 100-fold", "增至100倍"]);
    expect(of(8e14, 838)).toEqual(["up more than 100-fold", "增至100倍以上"]);
    expect(of(-8e14, 838)).toEqual(["down more than 900%", "下降超过900%"]);
    expect(of(0, 838)).toEqual(["down 100%", "下降100%"]);
  });
  it("gives no percentage of zero or of a loss", () => {
    expect(change(5, 0, "relative", "en")).toBeNull();
    expect(change(5, -3, "relative", "en")).toBeNull();
  });
});
