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

/**
 * The day itself if it is a working day, else a day of the week after (another one from weekend to weekend, so that no
 * weekday gets them all), though not past the history's end.
 */
export function workday(day: number): number {
  // Day 0 is a Friday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  if (weekday < 5) return day;
  const monday = day + 7 - weekday;
  const moved = monday + (((monday / 7) | 0) % 5);
  return day < historyDays ? Math.min(moved, historyDays - 1) : moved;
}

export const minutesOfDay = 1440;

const clock = Array.from({length: minutesOfDay}, (_, minute) => {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
});

/** A moment as day and time, from whole minutes since the history began: 2025-03-04 14:30. */
export function isoMoment(minutes: number): string {
  return `${isoDate(Math.floor(minutes / minutesOfDay))} ${clock[minutes % minutesOfDay]!}`;
}

/** Whole minutes since the history began, from a text such as 2025-03-04 14:30. */
export function momentOf(text: string): number {
  const [day, time] = text.split(" ") as [string, string];
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  return dayOf(day) * minutesOfDay + hours * 60 + minutes;
}
