import type {Export} from "./export.js";

/** One row is one complaint, with its causes and how it ended. */
export const complaints: Export = {
  key: "complaints",
  columns: [
    {name: "customer_id", kind: "id", required: true},
    {name: "opened_on", kind: "moment", required: true},
    {name: "resolved_on", kind: "moment"},
    {name: "cause", kind: "text"},
    {name: "cause_detail", kind: "text"},
    {name: "valid", kind: "flag"},
    {name: "satisfied", kind: "flag"},
    {name: "compensation", kind: "money"},
    {name: "severity", kind: "text"},
  ],
};
