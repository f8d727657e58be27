import type {Locale} from "../cubes.js";

/** What stands beside figures that are estimated from customers grouped by size. */
export const estimates = (locale: Locale): string =>
  locale === "zh" ? "；按金额大小分组估算，为约数" : "; estimated from customers grouped by size";
