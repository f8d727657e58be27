/** The first and last day of the sample's history. The last is the end of a year so that windows are whole. */
export const firstDay = "2021-01-01";
export const lastDay = "2025-12-31";

const dayLength = 86_400_000;
const origin = Date.parse(firstDay);

/** Days are counted from the first one: 0 is `firstDay`, a day before the history is negative. */
export function dayOf(isoDate: string): number {
  return Math.round((Date.parse(isoDate) - origin) / dayLength);
}

/** Days in the history: `lastDay` is day `historyDays − 1`. */
export const historyDays = dayOf(lastDay) + 1;

// Tens of millions of lines each need their date as text.
const written = Array.from({length: historyDays}, (_, day) => write(day));

function write(day: number): string {
  return new Date(origin + day * dayLength).toISOString().slice(0, 10);
}

export function isoDate(day: number): string {
  return written[day] ?? write(day);
}
