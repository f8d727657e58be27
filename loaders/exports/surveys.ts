import type {Export} from "./export.js";

/** One row is one satisfaction survey sent, with the days of each step of its loop. */
export const surveys: Export = {
  key: "surveys",
  columns: [
    {name: "customer_id", kind: "id", required: true},
    {name: "sent_on", kind: "day", required: true},
    {name: "method", kind: "text"},
    {name: "coverage", kind: "text"},
    {name: "responded_on", kind: "day"},
    {name: "analysed_on", kind: "day"},
    {name: "perceived", kind: "number"},
    {name: "expected", kind: "number"},
    {name: "intends_to_buy", kind: "flag"},
    {name: "would_recommend", kind: "flag"},
    {name: "action_on", kind: "day"},
    {name: "fed_back_on", kind: "day"},
  ],
};
