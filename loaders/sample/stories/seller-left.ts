import {course} from "./course.js";
import type {Story} from "./story.js";

/** All of it hung on one seller and one buyer; the seller left, and the account with him. */
export const sellerLeft: Story = {
  name: "seller_left",
  index: 36,
  summary:
    "a person-dependent account: its seller leaves in April 2025, the next assessment's personal level collapses, orders fall",
  acquired: "2021-01-20",
  yearsKnown: 4,
  lambda: 0.075,
  orderValue: 30_000,
  closeness: 0.6,
  pace: course([
    ["2025-04-14", 1],
    ["2025-05-15", 0.45],
    ["2025-12-31", 0.2],
  ]),
  size: course([
    ["2025-04-14", 1],
    ["2025-06-30", 0.6],
  ]),
  silences: [],
  attention: course([
    ["2025-04-01", 0.7],
    ["2025-04-20", 0.15],
    ["2025-12-31", 0.25],
  ]),
  contacts: 1,
  handover: "2025-04-14",
  assessments: [
    ["2023-04-12", 4, 2],
    ["2023-12-06", 5, 2],
    ["2024-07-17", 5, 2],
    ["2025-02-19", 5, 2],
    ["2025-06-11", 2, 2],
    ["2025-11-19", 2, 1],
  ],
  wallets: [
    ["2022-12-31", 58],
    ["2023-12-31", 62],
    ["2024-12-31", 60],
    ["2025-12-31", 29],
  ],
  complaints: [],
  events: [
    ["2024-03-19", "weak_relationship", "its only contact with us is the buyer", "与我方的联系只有采购一人"],
    ["2025-04-14", "personnel_change", "our seller left the company", "我方业务员离职"],
    ["2025-07-29", "deteriorated_relationship", "asks a second supplier for quotes", "开始向第二供应商询价"],
  ],
  surveyGap: course([
    ["2025-04-14", 0.2],
    ["2025-10-31", -1.6],
  ]),
};
