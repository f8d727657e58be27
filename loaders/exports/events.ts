import type {Export} from "./export.js";

/** One row is one dated opportunity, of the eight kinds. */
export const events: Export = {
  key: "events",
  columns: [
    {name: "customer_id", kind: "id", required: true},
    {name: "occurred_on", kind: "day", required: true},
    {name: "kind", kind: "text", required: true},
    {name: "note", kind: "text"},
  ],
};
