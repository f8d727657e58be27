import {z} from "zod";

/** When what was read gives rise to a warning; the settings of this part, by table of `report.toml`. */
export const checkSettings = {
  checks: z
    .object({
      apart_days: z.number().int().min(1).default(180),
      apart_share: z.number().gte(0).lt(0.5).default(0.01),
      unmatched_share: z.number().gt(0).lt(1).default(0.5),
    })
    .strict()
    .prefault({}),
};
