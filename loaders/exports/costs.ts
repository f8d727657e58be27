import type {Export} from "./export.js";

/** One row is what it cost to serve one account in one period: a year, a quarter, a month or a day. */
export const costs: Export = {
  key: "costs",
  columns: [
    {name: "customer_id", kind: "id", required: true},
    {name: "period", kind: "text", required: true},
    {name: "cost", kind: "money", required: true},
    {name: "kind", kind: "text"},
  ],
};
