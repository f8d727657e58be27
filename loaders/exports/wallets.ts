import type {Export} from "./export.js";

/** One row is what one account bought in our category from everyone in the period that ends on `as_of`. */
export const wallets: Export = {
  key: "wallets",
  columns: [
    {name: "customer_id", kind: "id", required: true},
    {name: "as_of", kind: "day", required: true},
    {name: "category_spend", kind: "money"},
    {name: "share_pct", kind: "percent"},
    {name: "basis", kind: "text"},
  ],
  either: ["category_spend", "share_pct"],
};
