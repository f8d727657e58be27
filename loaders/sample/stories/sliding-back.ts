import {momentOf} from "../calendar.js";
import {course} from "./course.js";
import type {Story} from "./story.js";

/** A partner on the grid with most of the wallet, lost step by step while nobody looks. */
export const slidingBack: Story = {
  name: "sliding_back",
  index: 12,
  summary:
    "a strategic account slides back: visits thin from spring 2024, assessments and wallet share fall, orders follow",
  acquired: "2021-01-12",
  yearsKnown: 6,
  lambda: 0.12,
  orderValue: 42_000,
  closeness: 0.85,
  pace: course([
    ["2024-03-31", 1],
    ["2024-12-31", 0.8],
    ["2025-06-30", 0.5],
    ["2025-12-31", 0.25],
  ]),
  size: course([
    ["2024-06-30", 1],
    ["2025-12-31", 0.6],
  ]),
  silences: [],
  attention: course([
    ["2023-12-31", 1],
    ["2024-06-30", 0.7],
    ["2024-12-31", 0.3],
    ["2025-12-31", 0.06],
  ]),
  contacts: 5,
  assessments: [
    ["2023-02-14", 5, 5],
    ["2023-10-18", 5, 5],
    ["2024-04-16", 5, 4],
    ["2024-10-22", 4, 4],
    ["2025-03-18", 4, 3],
    ["2025-09-16", 3, 2],
  ],
  wallets: [
    ["2022-12-31", 88],
    ["2023-06-30", 91],
    ["2023-12-31", 90],
    ["2024-06-30", 86],
    ["2024-12-31", 76],
    ["2025-06-30", 57],
    ["2025-12-31", 34],
  ],
  complaints: [
    {
      opened: momentOf("2024-08-07 10:05"),
      resolved: momentOf("2024-08-26 16:40"),
      cause: "goods",
      cause_detail: "tolerance",
      valid: true,
      satisfied: false,
      compensation: 0,
      severity: "serious",
    },
    {
      opened: momentOf("2025-05-13 14:20"),
      resolved: null,
      cause: "service",
      cause_detail: "attitude",
      valid: true,
      satisfied: null,
      compensation: null,
      severity: "moderate",
    },
  ],
  events: [
    ["2024-05-20", "personnel_change", "new head of purchasing", "采购负责人更换"],
    ["2024-11-11", "cost_reduction", "told to cut the cost of bought parts by 8%", "要求外购件降本8%"],
    ["2025-04-08", "purchasing_timing", "yearly contract tendered for the first time", "年度合同首次招标"],
  ],
  surveyGap: course([
    ["2023-12-31", 0.4],
    ["2025-12-31", -3],
  ]),
};
