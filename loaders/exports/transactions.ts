import type {Export} from "./export.js";

/** One row is one order line; `amount` is net and signed, refunds below zero. */
export const transactions: Export = {
  key: "transactions",
  columns: [
    {name: "customer_id", kind: "id", required: true},
    {name: "ordered_on", kind: "day", required: true},
    {name: "amount", kind: "money", required: true},
    {name: "order_id", kind: "id"},
    {name: "product_id", kind: "id"},
    {name: "category", kind: "text"},
    {name: "quantity", kind: "number"},
    {name: "cost", kind: "money"},
    {name: "points", kind: "number"},
    {name: "currency", kind: "text"},
    {name: "channel", kind: "text"},
  ],
};
