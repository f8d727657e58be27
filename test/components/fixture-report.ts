import {type Audience, exportNames, type ReportCube} from "../../src/cubes.js";
import {minimums} from "./fixture-customers.js";

/** The as-of dates of the fixture, oldest first. */
export const dates = [
  "2023-12-31",
  "2024-03-31",
  "2024-06-30",
  "2024-09-30",
  "2024-12-31",
  "2025-03-31",
  "2025-06-30",
  "2025-09-30",
  "2025-12-31",
];

/** The record of the whole report; `smallest` is the fewest customers that a published cell may hold. */
export function fixtureReport(audience: Audience, smallest: number): ReportCube {
  return {
    title: {en: "Sample business", zh: "示例企业"},
    audience,
    smallest_cell: smallest,
    currency: "CNY",
    minor_digits: 2,
    as_of: "2025-12-31",
    dates,
    window: {days: 365},
    window_from: "2025-01-01",
    first_day: "2021-01-04",
    has_profit: true,
    exports: Object.fromEntries(exportNames.map((name) => [name, true])) as ReportCube["exports"],
    primary_scheme: "together",
    rfm_value: "revenue",
    primary_abc_preset: "by-customers",
    primary_abc_measure: "revenue",
    grid_levels: {
      personal: {
        en: ["acquainted", "shared interests", "converging views", "aligned habits", "shared values"],
        zh: ["相识", "兴趣相投", "观念趋同", "习惯一致", "价值观一致"],
      },
      company: {
        en: ["preference", "trust and commitment", "value-adding", "brand identification", "shared vision"],
        zh: ["喜好偏好", "信任承诺", "价值增值", "情感品牌认同", "远景战略一致"],
      },
    },
    grid_minimums: minimums,
    wallet_thresholds: {stable: 0.5, strategic: 0.8},
    filter_stage: "wallet",
    stale_after_days: 180,
    names: [],
    input_hash: "4f3a9c21d07be856",
    sample: true,
  };
}
