import {z} from "zod";
import {share} from "./kinds.js";

const days = z.number().int().min(1);

/** The settings of warnings, their backtest, customer types, opportunities and the cost of a lapse. */
export const warningSettings = {
  warning: z
    .object({
      silence_quantile: share.default(0.9),
      silence_gaps: z.number().int().min(1).default(4),
      unlikely_chance: share.default(0.5),
      unlikely_times: z.number().gt(0).default(1.5),
      peer_weight: z.number().gt(0).default(20),
      drop_days: days.max(365).default(90),
      drop_below: share.default(0.7),
      drop_orders: z.number().int().min(1).default(2),
      category_months: z.number().int().min(1).max(24).default(3),
      category_regular: z.number().int().min(1).max(12).default(6),
      volume_up: z.number().min(0).default(0.1),
      volume_orders: z.number().int().min(1).default(4),
      one_contact_share: z.number().gt(0).max(1).default(0.2),
      contact_days: days.default(365),
      wallet_fall: share.default(0.1),
      control_times: z.number().min(1).default(1.5),
      recovery_times: z.number().min(1).default(2),
      gone_days: days.default(365),
      ultra_low_orders: z.number().int().min(0).default(1),
      opportunity_days: days.default(365),
      replace_low: z.number().gt(0).default(5),
      replace_high: z.number().gt(0).default(6),
    })
    .strict()
    .prefault({}),
  backtest: z
    .object({
      horizon_days: days.max(730).default(180),
      spacing: z.enum(["quarter", "month"]).default("quarter"),
      cuts: z.number().int().min(1).max(24).default(8),
    })
    .strict()
    .prefault({}),
};
