import type {PurchaseMonth} from "./record.js";

/** Purchases of one period: a month, a quarter or a year, by its first day. */
interface PurchasePeriod extends PurchaseMonth {
  /** The period as it is named: 2025-03, 2025 Q1, 2025. */
  name: string;
}

type PeriodLength = "month" | "quarter" | "year";

const months: Record<PeriodLength, number> = {month: 1, quarter: 3, year: 12};

function nameOf(year: number, month: number, length: PeriodLength): string {
  if (length === "year") return String(year);
  if (length === "quarter") return `${year} Q${Math.floor(month / 3) + 1}`;
  return `${year}-${String(month + 1).padStart(2, "0")}`;
}

/** The length of period that leaves at most 40 bars: months, else quarters, else years. */
export function periodLength(first: string, last: string): PeriodLength {
  const place = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const span = place(last) - place(first) + 1;
  return span <= 40 ? "month" : span <= 120 ? "quarter" : "year";
}

/**
 * Purchases by periods of equal length from the first month to the as-of date, those without any among them, which are
 * zero. Profit is null where no month has any.
 */
export function purchasePeriods(rows: readonly PurchaseMonth[], as_of: string): PurchasePeriod[] {
  const first = rows[0]?.month;
  if (first === undefined) return [];
  const length = periodLength(first, as_of);
  const step = months[length];
  const place = (day: string): number =>
    Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / step);
  const hasProfit = rows.some((row) => row.profit !== null);
  const periods: PurchasePeriod[] = [];
  for (let at = place(first); at <= place(as_of); at++) {
    const [year, month] = [Math.floor((at * step) / 12), (at * step) % 12];
    const mine = rows.filter((row) => place(row.month) === at);
    periods.push({
      month: `${year}-${String(month + 1).padStart(2, "0")}-01`,
      name: nameOf(year, month, length),
      orders: mine.reduce((sum, row) => sum + row.orders, 0),
      revenue: mine.reduce((sum, row) => sum + row.revenue, 0),
      profit: hasProfit ? mine.reduce((sum, row) => sum + (row.profit ?? 0), 0) : null,
    });
  }
  return periods;
}
