import {momentOf} from "../calendar.js";
import {course} from "./course.js";
import {type Story, steady} from "./story.js";

/** Orders stop, a serious complaint comes, it is settled within a day, and orders come back. */
export const complaintKept: Story = {
  name: "complaint_kept",
  index: 24,
  summary:
    "a complaint handled well keeps a customer: orders pause in May 2025, a serious complaint is settled within a day in June, orders resume in July",
  acquired: "2021-02-02",
  yearsKnown: 3,
  lambda: 0.09,
  orderValue: 26_000,
  closeness: 0.65,
  pace: steady,
  size: course([
    ["2021-01-01", 0.8],
    ["2025-12-31", 1.1],
  ]),
  silences: [["2025-05-14", "2025-07-03"]],
  attention: steady,
  contacts: 3,
  assessments: [
    ["2023-06-15", 3, 2],
    ["2024-02-27", 3, 3],
    ["2024-09-24", 4, 3],
    ["2025-04-10", 4, 3],
    ["2025-10-21", 4, 4],
  ],
  wallets: [
    ["2022-12-31", 56],
    ["2023-12-31", 61],
    ["2024-12-31", 66],
    ["2025-12-31", 68],
  ],
  complaints: [
    {
      opened: momentOf("2025-06-24 09:20"),
      resolved: momentOf("2025-06-25 04:10"),
      cause: "goods",
      cause_detail: "fault",
      valid: true,
      satisfied: true,
      compensation: 1_850_000,
      severity: "serious",
    },
  ],
  events: [
    ["2025-06-20", "product_quality", "a batch of seals leaked on its line", "一批密封件在产线上泄漏"],
    ["2025-08-12", "new_product", "sample of the new seal series asked for", "索取新系列密封件样品"],
  ],
  surveyGap: course([
    ["2025-01-01", 0],
    ["2025-10-31", 0.8],
  ]),
};
