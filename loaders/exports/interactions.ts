import type {Export} from "./export.js";

/** One row is one contact with a customer, planned or held. */
export const interactions: Export = {
  key: "interactions",
  columns: [
    {name: "customer_id", kind: "id", required: true},
    {name: "occurred_on", kind: "moment", required: true},
    {name: "kind", kind: "text", required: true},
    {name: "role", kind: "text"},
    {name: "status", kind: "text"},
    {name: "initiated_by", kind: "text"},
    {name: "contact_id", kind: "id"},
    {name: "department", kind: "text"},
    {name: "content", kind: "text"},
    {name: "goal", kind: "text"},
    {name: "due_on", kind: "day"},
    {name: "achieved", kind: "flag"},
  ],
};
