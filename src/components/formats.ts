import type {Locale, ReportCube} from "../cubes.js";

/** What a format of money needs to know of the report. */
export type Currency = Pick<ReportCube, "currency" | "minor_digits">;

const tags: Record<Locale, string> = {en: "en-GB", zh: "zh-CN"};
const minus = "\u2212";

/** Making a format takes a hundred times as long as using it, and a page has thousands of numbers. */
const kept = new Map<string, Intl.NumberFormat>();

function formatOf(locale: Locale, digits: number, most: number): Intl.NumberFormat {
  const key = `${locale} ${digits} ${most}`;
  let format = kept.get(key);
  if (!format) {
    format = new Intl.NumberFormat(tags[locale], {
      minimumFractionDigits: digits,
      maximumFractionDigits: most,
    });
    kept.set(key, format);
  }
  return format;
}

function plain(x: number, digits: number, locale: Locale, most = digits): string {
  const text = formatOf(locale, digits, most).format(Math.abs(x));
  return x < 0 && /[1-9]/.test(text) ? minus + text : text;
}

/** Three significant digits, trailing zeros kept, as prose wants them: 73.8, 5.21, 104, 0.715. */
function significant(x: number, locale: Locale): string {
  const rounded = Number(Math.abs(x).toPrecision(3));
  const digits = rounded === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(rounded)));
  return plain(Math.sign(x) * rounded, Math.min(digits, 4), locale);
}

/** A whole number with separators: 12,345. */
export function count(n: number, locale: Locale): string {
  return plain(n, 0, locale);
}

/** A share in [0, 1] or beyond as a percentage of three significant digits: 73.8%; never "100%" for what is less. */
export function percent(share: number, locale: Locale): string {
  const x = share * 100;
  if (x === 0 || (Math.abs(x) >= 99.95 && Math.abs(x) < 100)) return `${plain(x, x === 0 ? 0 : 2, locale)}%`;
  return Math.abs(x) < 0.1 ? `${plain(x, 2, locale)}%` : `${plain(x, Math.abs(x) < 99.95 ? 1 : 0, locale)}%`;
}

/** A share exactly, for tables: two decimals of a per cent. */
export function exactPercent(share: number, locale: Locale): string {
  return `${plain(share * 100, 2, locale)}%`;
}

/** A number without a unit, such as a Gini coefficient or a mean: three significant digits. */
export function number(x: number, locale: Locale): string {
  return significant(x, locale);
}

/** A difference of two numbers without a unit, to the decimals that `number` shows of the later one: 0.008 of 0.798. */
export function difference(size: number, of: number, locale: Locale): string {
  return plain(size, number(of, locale).split(".")[1]?.length ?? 0, locale);
}

/** How many times one rate is another: two decimals. */
export function ratio(x: number, locale: Locale): string {
  return plain(x, 2, locale);
}

/** A mean of days or orders: one decimal. */
export function oneDecimal(x: number, locale: Locale): string {
  return plain(x, 1, locale);
}

const symbols = new Map<string, string>();

function symbol(currency: string, locale: Locale): string {
  const key = `${locale} ${currency}`;
  const found = symbols.get(key) ?? symbolOf(currency, locale);
  symbols.set(key, found);
  return found;
}

function symbolOf(currency: string, locale: Locale): string {
  try {
    const parts = new Intl.NumberFormat(tags[locale], {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    });
    const found = parts.formatToParts(0).find((p) => p.type === "currency")?.value ?? currency;
    return /^[A-Za-z]/.test(found) ? `${found}\u00a0` : found;
  } catch {
    // A code that is no ISO currency ("points") stands as it is.
    return `${currency}\u00a0`;
  }
}

function signed(x: number, text: string): string {
  return x < 0 ? minus + text : text;
}

const scales: Record<Locale, [number, string][]> = {
  en: [
    [1e9, "bn"],
    [1e6, "M"],
    [1e3, "K"],
  ],
  zh: [
    [1e8, "亿"],
    [1e4, "万"],
  ],
};

/** Money for prose and labels: three significant digits, K/M/bn in English, 万/亿 in Chinese. */
export function money(minor: number, of: Currency, locale: Locale): string {
  const x = Math.abs(minor) / 10 ** of.minor_digits;
  const rounded = Number(x.toPrecision(3));
  const scale = scales[locale].find(([unit]) => rounded >= unit);
  const text = scale
    ? significant(x / scale[0], locale) + scale[1]
    : rounded >= 100
      ? count(Math.round(x), locale)
      : significant(x, locale);
  return signed(minor, symbol(of.currency, locale) + text);
}

/** Money to the last minor unit, for tables and titles. */
export function exactMoney(minor: number, of: Currency, locale: Locale): string {
  const x = Math.abs(minor) / 10 ** of.minor_digits;
  return signed(minor, symbol(of.currency, locale) + plain(x, of.minor_digits, locale));
}

/** Money on an axis: as short as it gets. */
export function axisMoney(minor: number, of: Currency, locale: Locale): string {
  const x = Math.abs(minor) / 10 ** of.minor_digits;
  const scale = scales[locale].find(([unit]) => x >= unit);
  const text = scale ? plain(x / scale[0], 0, locale, 1) + scale[1] : plain(x, 0, locale, 1);
  return signed(minor, symbol(of.currency, locale) + text);
}

const months = "January February March April May June July August September October November December".split(
  " ",
);

function parts(day: string): [number, number, number] {
  const [y, m, d] = day.split("-").map(Number);
  if (!y || !m || !d) throw new Error(`"${day}" is not an ISO day`);
  return [y, m, d];
}

/** A day in full: 31 December 2025, 2025年12月31日. */
export function day(iso: string, locale: Locale): string {
  const [y, m, d] = parts(iso);
  return locale === "zh" ? `${y}年${m}月${d}日` : `${d} ${months[m - 1]} ${y}`;
}

/** A day in a comparison: 31 Dec 2025; in Chinese 2025年末 or 2025年9月末 where it ends them, 2025年11月9日 where not. */
export function shortDay(iso: string, locale: Locale): string {
  const [y, m, d] = parts(iso);
  if (locale === "en") return `${d} ${months[m - 1]!.slice(0, 3)} ${y}`;
  if (new Date(Date.UTC(y, m, 0)).getUTCDate() !== d) return day(iso, locale);
  return m === 12 ? `${y}年末` : `${y}年${m}月末`;
}

/** From one day to another, the year said once where it is the same: 1 Jan to 31 Dec 2025, 2025年1月1日至12月31日. */
export function daySpan(from: string, to: string, locale: Locale): string {
  const [[y], [until, m, d]] = [parts(from), parts(to)];
  if (locale === "zh") return `${day(from, locale)}至${y === until ? `${m}月${d}日` : day(to, locale)}`;
  const first = shortDay(from, locale);
  return `${y === until ? first.replace(/ \d+$/, "") : first} to ${shortDay(to, locale)}`;
}

/** A day for an axis: Dec 2025, 2025年12月. */
export function month(iso: string, locale: Locale): string {
  const [y, m] = parts(iso);
  return locale === "zh" ? `${y}年${m}月` : `${months[m - 1]!.slice(0, 3)} ${y}`;
}

/** A day as a UTC date, for a time scale. */
export function toDate(iso: string): Date {
  const [y, m, d] = parts(iso);
  return new Date(Date.UTC(y, m - 1, d));
}
