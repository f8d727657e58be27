import {z} from "zod";
import {level} from "./kinds.js";

const some = z.number().int().min(1);
const words = z.array(z.string().min(1));

/** The settings of service levels, complaints and surveys. */
export const serviceSettings = {
  service: z
    .object({
      // The source's example: the hotline answers within 24 hours, someone is on site within 36.
      complaint_limit_hours: z.number().gt(0).default(36),
      gap_multiple: z.number().gt(0).default(2),
      after_days: some.default(180),
      complains_one_in: z.number().int().min(1).max(1000).default(27),
      classes: z.array(z.enum(["A", "B", "C", "D"])).default(["A", "B"]),
      high_influence: words.default(["high", "高"]),
      base_level: level.default(2),
      class_level: level.default(3),
      influence_level: level.default(4),
      strategic_level: level.default(5),
      delivered: z
        .object({
          days: some.default(365),
          quarters: z.number().int().min(1).max(4).default(3),
          breadth: some.default(2),
          senior_contacts: some.default(1),
          strategic_breadth: some.default(3),
          joint_days: some.default(1),
        })
        .strict()
        .prefault({}),
      invitations: words.default(["club", "event", "quality_meeting"]),
    })
    .strict()
    .prefault({}),
};
