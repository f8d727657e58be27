import {z} from "zod";
import {breaks, five, level, share} from "./kinds.js";

/** The last day of each band of ages but the open one. */
const dayBands = breaks.refine(
  (days) => days.every((d) => Number.isInteger(d) && d > 0),
  "must be whole numbers of days",
);

const least = z.union([level, z.string()], "must be a level from 1 to 5, or a level's name");

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
          z.object({personal: least, company: least}).strict(),
        )
        .optional(),
      contacts: z.enum(["max", "mean", "weighted"]).default("max"),
      role_weights: z.record(z.string(), z.number().min(0).max(1000)).optional(),
      stale_after_days: z.number().int().min(1).default(180),
      age_days: dayBands.default([90, 180, 365]),
    })
    .strict()
    .prefault({}),
  wallet: z
    .object({
      stable_from: share.default(0.5),
      strategic_from: share.default(0.8),
      period_months: z.number().int().min(1).max(60).default(12),
      mismatch_low_level: level.default(2),
      age_days: dayBands.default([180, 365, 730]),
      contact_days: z.number().int().min(1).default(365),
      senior_visit_days: z.number().int().min(1).default(180),
    })
    .strict()
    .prefault({}),
};
