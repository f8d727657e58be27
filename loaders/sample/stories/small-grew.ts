import {course} from "./course.js";
import type {Story} from "./story.js";

/** Started with a few seals, and is now a key account and a partner. */
export const smallGrew: Story = {
  name: "small_grew",
  index: 48,
  summary:
    "a small account grows: stages of both models and our share of its wallet rise from 2022 on, and orders with them",
  acquired: "2022-03-08",
  yearsKnown: 0,
  lambda: 0.1,
  orderValue: 38_000,
  closeness: 0.75,
  pace: course([
    ["2022-03-08", 0.25],
    ["2023-06-30", 0.35],
    ["2024-06-30", 0.6],
    ["2025-12-31", 1],
  ]),
  size: course([
    ["2022-03-08", 0.08],
    ["2023-06-30", 0.15],
    ["2024-06-30", 0.4],
    ["2025-12-31", 1],
  ]),
  silences: [],
  attention: course([
    ["2023-06-30", 0.2],
    ["2024-06-30", 0.6],
    ["2025-03-31", 1],
  ]),
  contacts: 4,
  assessments: [
    ["2023-01-17", 1, 1],
    ["2023-07-25", 2, 1],
    ["2024-01-23", 3, 2],
    ["2024-08-13", 4, 3],
    ["2025-03-11", 4, 4],
    ["2025-09-23", 5, 5],
  ],
  wallets: [
    ["2022-12-31", 7],
    ["2023-06-30", 8],
    ["2023-12-31", 14],
    ["2024-06-30", 33],
    ["2024-12-31", 56],
    ["2025-06-30", 72],
    ["2025-12-31", 83],
  ],
  complaints: [],
  events: [
    ["2023-09-05", "new_product", "starts a line of compact pumps", "新上紧凑型泵产线"],
    ["2024-04-16", "service_complaints", "its main supplier answers too late", "抱怨主供应商响应太慢"],
    [
      "2025-02-18",
      "purchasing_timing",
      "concentrates its purchases on fewer suppliers",
      "集中采购以减少供应商",
    ],
  ],
  surveyGap: course([
    ["2022-12-31", -0.4],
    ["2025-12-31", 1],
  ]),
};
