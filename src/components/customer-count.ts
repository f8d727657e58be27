import type {Locale} from "../cubes.js";
import {count} from "./formats.js";

/** So many customers, with their noun: "1 customer", "28 customers", "28位客户". */
export function customerCount(customers: number, locale: Locale): string {
  const n = count(customers, locale);
  return locale === "zh" ? `${n}位客户` : `${n} ${customers === 1 ? "customer" : "customers"}`;
}
