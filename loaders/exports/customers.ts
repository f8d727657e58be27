import type {Export} from "./export.js";

/** One row is one account. */
export const customers: Export = {
  key: "customers",
  columns: [
    {name: "customer_id", kind: "id", required: true},
    {name: "name", kind: "text"},
    {name: "region", kind: "text"},
    {name: "industry", kind: "text"},
    {name: "owner", kind: "text"},
    {name: "since", kind: "day"},
    {name: "status", kind: "text"},
    {name: "parent_id", kind: "id"},
    {name: "active_accounts", kind: "number"},
    {name: "recommends", kind: "flag"},
    {name: "gives_feedback", kind: "flag"},
    {name: "price_sensitive", kind: "flag"},
    {name: "influence", kind: "text"},
    {name: "guarantor", kind: "flag"},
    {name: "overdue", kind: "money"},
  ],
};
