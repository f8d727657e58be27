import type {Locale} from "../cubes.js";
import {count, percent} from "./formats.js";

/** Of fewer customers than these a share rounded up to whole ones is off by more than two points: they are counted. */
const fewCustomers = 50;

export function areFew(customers: number): boolean {
  return customers < fewCustomers;
}

/** How many of so many customers a share of them is: whole ones, rounded up. */
export function headsOf(share: number, customers: number): number {
  return Math.ceil(share * customers - 1e-9);
}

/** The largest of a few customers, counted, with their verb: "the 5 largest of 21 customers (23.8%) bring". */
export function largestBring(heads: number, customers: number, locale: Locale): string {
  const share = percent(heads / customers, locale);
  if (locale === "zh")
    return `${count(customers, locale)}位客户中最大的${count(heads, locale)}位（${share}）带来`;
  if (customers === 1) return "the one customer brings";
  if (heads === 1) return `the largest of ${count(customers, locale)} customers (${share}) brings`;
  return `the ${count(heads, locale)} largest of ${count(customers, locale)} customers (${share}) bring`;
}
