import {z} from "zod";

const translated = z.record(z.string(), z.string().trim().min(1, "is empty")).default({});

/** How regions, industries and product categories of the exports are called on the pages of a language. */
export const nameSettings = {
  names: z.object({en: translated, zh: translated}).strict().prefault({}),
};
