import {z} from "zod";
import {breaks, fourBreaks, level, money, share} from "./kinds.js";

/** The settings of the value models, by table of `report.toml`. */
export const valueSettings = {
  rfm: z
    .object({
      primary: z.enum(["together", "ntile", "nested", "fixed", "airline"]).default("together"),
      value: z.enum(["revenue", "profit", "quantity", "points"]).default("revenue"),
      fixed: z
        .object({
          recency: fourBreaks.default([7, 30, 60, 120]),
          frequency: fourBreaks.optional(),
          money: fourBreaks.optional(),
        })
        .strict()
        .prefault({}),
      custom: z
        .object({
          bins: z.number().int().min(2).max(10).default(3),
          recency: breaks.optional(),
          frequency: breaks.optional(),
          money: breaks.optional(),
        })
        .strict()
        .prefault({}),
      segments: z.record(z.string(), z.array(z.string()).min(1)).optional(),
      keep_share: share.default(0.2),
      avoid_share: share.default(0.2),
      head_share: share.default(0.2),
    })
    .strict()
    .prefault({}),
  pareto: z
    .object({
      primary: z.enum(["by-customers", "by-value"]).default("by-customers"),
      measure: z.enum(["revenue", "profit"]).optional(),
      customers_a: share.default(0.2),
      customers_b: share.default(0.7),
      value_a: share.default(0.8),
      value_b: share.default(0.15),
    })
    .strict()
    .prefault({}),
  lifetime: z
    .object({
      model: z.enum(["bg-nbd", "pareto-nbd", "nbd"]).default("pareto-nbd"),
      horizon_months: z.number().int().min(1).max(240).default(36),
      discount_rate: z.number().min(0).max(1).default(0.1),
      holdout_days: z.number().int().min(1).default(365),
    })
    .strict()
    .prefault({}),
  methods: z
    .object({period_days: z.number().int().min(1).default(365)})
    .strict()
    .prefault({}),
  metal: z
    .object({diamond: share.default(0.5), gold: share.default(0.8), brass: share.default(0.95)})
    .strict()
    .prefault({}),
  hsbc: z
    .object({loyalty: share.default(0.5), value: share.default(0.6)})
    .strict()
    .prefault({}),
  chase: z
    .object({
      blue_times: money.default(5),
      green_times: money.default(3),
      blue_fee_times: money.default(3),
      green_fee_times: money.default(1),
      blue: money.optional(),
      green: money.optional(),
      blue_fee: money.optional(),
      green_fee: money.optional(),
      fee_categories: z.array(z.string()).default([]),
      simple_categories: z.number().int().min(0).default(2),
      simple_complaints: z.number().int().min(0).default(2),
      loyal_frequency: level.default(3),
    })
    .strict()
    .prefault({}),
  value_types: z
    .object({
      mvc: share.default(0.2),
      mgc: share.default(0.2),
      migrator_alive_below: share.default(0.5),
      migrator_trend_below: share.default(0.7),
      migrator_value: share.default(0.4),
    })
    .strict()
    .prefault({}),
};
