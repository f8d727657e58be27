/**
 * Whether an ISO day is so many calendar months before another, as the exports' SQL counts them: on the same day of the
 * month, or on the last where the month is shorter; the last days of two months are that many months apart as well.
 */
export function isMonthsBefore(then: string, now: string, months: number): boolean {
  const [from, to] = [parts(then), parts(now)];
  if (to.month - from.month !== months) return false;
  return from.day === to.day || (from.isLast && (to.isLast || to.day > from.day));
}

/** The ISO day so many months before another: on the same day of the month, or on the last where the month is shorter. */
export function monthsBefore(iso: string, months: number): string {
  const [y, m, d] = iso.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(y, m - months, 0)).getUTCDate();
  return new Date(Date.UTC(y, m - 1 - months, Math.min(d, last))).toISOString().slice(0, 10);
}

function parts(iso: string): {month: number; day: number; isLast: boolean} {
  const [y, m, d] = iso.split("-").map(Number) as [number, number, number];
  return {month: 12 * y + m, day: d, isLast: new Date(Date.UTC(y, m, 0)).getUTCDate() === d};
}
