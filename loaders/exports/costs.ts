import type {Export} from "./export.js";

/** One row is what it cost to serve one account in one period: a year, a quarter, a month or a day. */
export const costs: Export = {
  key: "costs",
  columns: [
    {name: "customer_id", kind: "id", required: true},
    // As an id: a year may have passed through a float, and 2025.0 is 2025.
    {name: "period", kind: "id", required: true},
    {name: "cost", kind: "money", required: true},
    {name: "kind", kind: "text"},
  ],
};
