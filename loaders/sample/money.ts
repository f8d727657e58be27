/** Cents as an exact decimal text with two digits: −5 is "-0.05". `cents` must be a whole number. */
export function decimal(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`${cents} is not a whole number of cents`);
  const size = Math.abs(cents);
  const fraction = size % 100;
  return `${cents < 0 ? "-" : ""}${(size - fraction) / 100}.${fraction < 10 ? "0" : ""}${fraction}`;
}
