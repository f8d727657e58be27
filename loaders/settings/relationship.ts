import {z} from "zod";
import {five, level, share} from "./kinds.js";

/** The settings of the 25-grid and the share of wallet. */
export const relationshipSettings = {
  grid: z
    .object({
      preset: z.enum(["A", "B"]).default("A"),
      personal_levels: z.object({en: five, zh: five}).strict().optional(),
      company_levels: z.object({en: five, zh: five}).strict().optional(),
      minimums: z
        .partialRecord(
          z.enum(["nurturing", "initial", "middle", "advanced", "partner"]),
          z.object({personal: z.union([level, z.string()]), company: z.union([level, z.string()])}).strict(),
        )
        .optional(),
      contacts: z.enum(["max", "mean", "weighted"]).default("max"),
      stale_after_days: z.number().int().min(1).default(180),
    })
    .strict()
    .prefault({}),
  wallet: z
    .object({
      stable_from: share.default(0.5),
      strategic_from: share.default(0.8),
      period_months: z.number().int().min(1).max(60).default(12),
      mismatch_low_level: level.default(2),
    })
    .strict()
    .prefault({}),
};
