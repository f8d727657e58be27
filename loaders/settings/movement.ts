import {z} from "zod";

/** The settings of this part, by table of `report.toml`. */
export const movementSettings = {
  movement: z
    .object({
      least_regressions: z.number().int().min(1).default(10),
      significance: z.number().gt(0).lt(0.5).default(0.05),
    })
    .strict()
    .prefault({}),
};
