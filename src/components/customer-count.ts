import type {Locale} from "../cubes.js";
import {count} from "./formats.js";

/** So many customers, with their noun: "1 customer", "28 customers", "28位客户". */
export function customerCount(customers: number, locale: Locale): string {
  const n = count(customers, locale);
  return locale === "zh" ? `${n}位客户` : `${n} ${customers === 1 ? "customer" : "customers"}`;
}

/** So many accounts, prospects among them, with their noun: "1 account", "28 accounts", "28位客户". */
export function accountCount(accounts: number, locale: Locale): string {
  const n = count(accounts, locale);
  return locale === "zh" ? `${n}位客户` : `${n} ${accounts === 1 ? "account" : "accounts"}`;
}
