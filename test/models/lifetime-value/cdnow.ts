import {existsSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {root} from "../../../loaders/places.js";
import {countPurchaseDays, dayNumber, type Purchase, summarise} from "./purchase-summary.js";

/** The published benchmark lies outside the project, as it belongs to others. */
export const cdnowFile = join(resolve(root, "../shared/data"), "CDNOW_sample.txt");
export const hasCdnow = existsSync(cdnowFile);
if (!hasCdnow) console.warn(`skipping the published CDNOW figures: ${cdnowFile} is not there`);

/** Calibration to 1997-09-30, holdout to the end of the data, 39 weeks later. */
export function readCdnow() {
  const purchases = readFileSync(cdnowFile, "utf8")
    .trim()
    .split("\n")
    .map((line): Purchase => {
      const [, customer, date, , dollars] = line.trim().split(/\s+/) as [
        string,
        string,
        string,
        string,
        string,
      ];
      const day = dayNumber(date.replace(/^(....)(..)(..)$/, "$1-$2-$3"));
      return {customer, day, amount: Number(dollars)};
    });
  const end = dayNumber("1997-09-30");
  const last = dayNumber("1998-06-30");
  const summary = summarise(purchases, end);
  const customers = summary.map(({customer}) => customer);
  return {
    summary,
    frequency: summary.map((row) => row.frequency),
    recencyDays: summary.map((row) => row.recencyDays),
    ageDays: summary.map((row) => row.ageDays),
    meanSpend: summary.map((row) => row.meanRepeatAmount ?? 0),
    purchaseDays: new Set(purchases.map(({customer, day}) => `${customer} ${day}`)).size,
    holdoutWeeks: (last - end) / 7,
    holdout: countPurchaseDays(purchases, customers, end, last),
  };
}
