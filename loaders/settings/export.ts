import {z} from "zod";

/** How one export is read; every export has the same keys. */
export const exportSettings = z
  .object({
    files: z.union([z.string(), z.array(z.string()).min(1)], "must be a text, or a list of texts").optional(),
    format: z.enum(["csv", "parquet"]).optional(),
    encoding: z.string().default("utf-8"),
    delimiter: z
      .string()
      .regex(/^(.|whitespace)$/s, 'must be one character or "whitespace"')
      .optional(),
    header: z.boolean().default(true),
    skip_lines: z.number().int().min(0).default(0),
    names: z.array(z.string()).optional(),
    date_format: z.string().optional(),
    decimal: z.enum([".", ","]).default("."),
    where: z.string().optional(),
    fill: z
      .object({by: z.string(), columns: z.array(z.string()).min(1)})
      .strict()
      .optional(),
    columns: z.record(z.string(), z.string()).default({}),
    on_bad_rows: z.enum(["reject", "fail"]).default("reject"),
    most_bad_rows: z.number().int().min(0).optional(),
  })
  .strict();

export type ExportSettings = z.infer<typeof exportSettings>;
