import {TomlDate} from "smol-toml";
import {z} from "zod";

// The kinds of value that settings have.

export const text = z.union(
  [z.string(), z.object({en: z.string(), zh: z.string()}).strict()],
  'must be a text, or {en = "…", zh = "…"}',
);
export const day = z.preprocess(
  (value) => (value instanceof TomlDate ? value.toISOString().slice(0, 10) : value),
  z.string().refine(isDay, "must be a day such as 2025-12-31"),
);
export const share = z.number().gt(0).lt(1);
export const level = z.number().int().min(1).max(5);
export const money = z.number().gt(0);
export const breaks = z
  .array(z.number())
  .min(1)
  .max(9)
  .refine((all) => all.every((b, i) => i === 0 || b > all[i - 1]!), "must rise from one break to the next");
export const fourBreaks = breaks.refine((all) => all.length === 4, "must be four breaks, for five scores");
export const five = z.array(z.string().min(1)).length(5);

/** Whether a text is a day of the calendar: 2025-02-30 isn't. */
function isDay(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
