import {z} from "zod";
import {money, share, text} from "./kinds.js";

const frequency = z.union(
  [
    z
      .object({
        min: z.number().gt(0),
        max: z.number().gt(0).optional(),
        per: z.enum(["month", "quarter", "half-year", "year"]).default("month"),
      })
      .strict()
      .refine(({min, max}) => max === undefined || max >= min, "max must not be below min"),
    z.enum(["as needed", "none"]),
  ],
  'must be {min = 2, max = 3, per = "month"}, "as needed" or "none"',
);
export type Frequency = z.infer<typeof frequency>;

/** How often accounts of a class are seen, by who goes and how; what the class's table leaves out keeps its default. */
const planOf = (defaults: {sales_visit: Frequency; sales_call: Frequency} & Record<string, Frequency>) =>
  z
    .object({
      sales_visit: frequency.default(defaults.sales_visit),
      sales_call: frequency.default(defaults.sales_call),
      manager_visit: frequency.default(defaults.manager_visit ?? "none"),
      manager_call: frequency.default("none"),
      marketing_director_visit: frequency.default(defaults.marketing_director_visit ?? "none"),
      marketing_director_call: frequency.default("none"),
      general_manager_visit: frequency.default(defaults.general_manager_visit ?? "none"),
      general_manager_call: frequency.default("none"),
    })
    .strict()
    .prefault({});

const atLeast = (min: number, max: number, per: "month" | "year"): Frequency => ({min, max, per});

const channels = ["face_to_face", "phone", "letter", "email", "web", "club", "advertising", "other"] as const;

/** The channel of each kind of contact; kinds that are not here, and not in the settings, are `other`. */
const channelOf: Record<string, (typeof channels)[number]> = {
  visit: "face_to_face",
  quality_meeting: "face_to_face",
  event: "face_to_face",
  fair: "face_to_face",
  call: "phone",
  letter: "letter",
  email: "email",
  web: "web",
  club: "club",
  advertising: "advertising",
};

const needs = z.array(z.enum(["information", "service"])).min(1);
const cost = z.number().min(0);

/** The settings of visits, channels, touchpoints, phases and the gift budget, by table of `report.toml`. */
export const coverageSettings = {
  coverage: z
    .object({
      period_days: z.number().int().min(1).optional(),
      due_without_order: z.boolean().default(false),
      plan: z
        .object({
          A: planOf({
            sales_visit: atLeast(3, 3, "month"),
            sales_call: atLeast(2, 3, "month"),
            manager_visit: atLeast(6, 12, "year"),
            marketing_director_visit: atLeast(2, 2, "year"),
            general_manager_visit: atLeast(1, 1, "year"),
          }),
          B: planOf({
            sales_visit: atLeast(2, 2, "month"),
            sales_call: atLeast(1, 2, "month"),
            manager_visit: atLeast(4, 6, "year"),
            marketing_director_visit: atLeast(1, 2, "year"),
            general_manager_visit: "as needed",
          }),
          C: planOf({sales_visit: atLeast(1, 1, "month"), sales_call: atLeast(1, 1, "month")}),
        })
        .strict()
        .prefault({}),
      blank_role: z.enum(["sales", "none"]).default("sales"),
      channels: z
        .record(z.string(), z.enum(channels))
        .default({})
        .transform((given) => ({...channelOf, ...given})),
      costs_in: z.enum(["units", "money"]).default("units"),
      contact_costs: z
        .object({
          face_to_face: cost.default(10),
          phone: cost.default(10),
          letter: cost.default(3),
          email: cost.default(1),
          web: cost.default(1),
          club: cost.default(10),
          advertising: cost.default(1),
          other: cost.default(1),
        })
        .strict()
        .prefault({}),
      needs: z
        .object({information: z.array(z.string()), service: z.array(z.string())})
        .strict()
        .default({
          information: ["information", "idea", "policy"],
          service: ["product", "emotion"],
        }),
      touchpoints: z
        .array(
          z
            .object({
              name: text,
              kinds: z.array(z.string().min(1)).min(1),
              needs,
              behaviour: text.optional(),
              staff: text.optional(),
              facilities: text.optional(),
              tools: text.optional(),
              standards: text.optional(),
            })
            .strict(),
        )
        .default([
          {
            name: {en: "Visits and meetings", zh: "访问与会谈"},
            kinds: ["visit", "quality_meeting"],
            needs: ["information", "service"],
          },
          {name: {en: "Telephone", zh: "电话"}, kinds: ["call"], needs: ["information", "service"]},
          {
            name: {en: "Website and e-mail", zh: "网站与电子邮件"},
            kinds: ["web", "email"],
            needs: ["information", "service"],
          },
          {name: {en: "Letters", zh: "信函"}, kinds: ["letter"], needs: ["information"]},
          {
            name: {en: "Fairs and events", zh: "展会与活动"},
            kinds: ["fair", "event"],
            needs: ["information"],
          },
          {name: {en: "Club", zh: "俱乐部"}, kinds: ["club"], needs: ["service"]},
          {name: {en: "Advertising", zh: "广告"}, kinds: ["advertising"], needs: ["information"]},
        ]),
      touchpoint_reach: share.default(0.1),
      effect_days: z.number().int().min(1).default(90),
    })
    .strict()
    .prefault({}),
  lifecycle: z
    .object({
      acquisition_days: z.number().int().min(1).default(180),
      maturity_days: z.number().int().min(1).default(730),
      growth_above: z.number().gt(0).default(1.1),
      inactive_days: z.number().int().min(1).default(365),
    })
    .strict()
    .prefault({}),
  budget: z
    .object({
      everyone: cost.default(200),
      vip_share: z.number().int().min(1).max(98).default(4),
      vip: cost.default(1000),
      large_share: z.number().int().min(1).max(98).default(16),
      large: cost.default(200),
      letter: cost.default(0),
      cap: money.optional(),
      public_industries: z.array(z.string()).default([]),
      public_limit: cost.default(0),
    })
    .strict()
    .refine((b) => b.vip_share + b.large_share < 100, "vip_share + large_share must stay below 100")
    .prefault({}),
};
