import {z} from "zod";

const rows = z.number().int().min(1).max(2_000_000);

/** How much the workbench takes into the reader's browser. */
export const workbenchSettings = {
  workbench: z
    .object({rows: rows.default(200_000), months: rows.default(500_000)})
    .strict()
    .prefault({}),
};
