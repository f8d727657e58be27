import type {Locale, ReportCube, RfmThresholdRow} from "../../cubes.js";
import {count} from "../formats.js";

/**
 * What F of 4 or 5 means here: `often` from two orders on; `once` where one order is enough, as where most customers have
 * none in the window; `scores` where also nobody's order, or ties broken, lead to it, so that no words can stand for it.
 */
export interface HighFrequency {
  means: "often" | "once" | "scores";
  /** The fewest orders with such a score; null where it is not told. */
  least: number | null;
}

/** Read from the primary scheme's thresholds; where they are not told, F is taken at its word. */
export function highFrequency(
  thresholds: readonly RfmThresholdRow[],
  {primary_scheme}: ReportCube,
): HighFrequency {
  const rows = thresholds.filter(({scheme, axis}) => scheme === primary_scheme && axis === "f");
  const high = rows.filter(({score}) => score >= 4);
  const low = rows.filter(({score}) => score < 4);
  if (high.length === 0) return {means: "often", least: null};
  // An end that is not told lies next to one that is.
  const below = low.flatMap(({highest}) => highest ?? []);
  const told = high.every(({lowest}) => lowest !== null);
  const least = told
    ? Math.min(...high.map(({lowest}) => lowest!))
    : below.length > 0
      ? Math.max(...below) + 1
      : null;
  if (least === null) return {means: low.length === 0 ? "scores" : "often", least};
  if (least >= 2) return {means: "often", least};
  const isBroken = primary_scheme === "ntile" || primary_scheme === "nested";
  return {means: least === 1 && !isBroken ? "once" : "scores", least};
}

/** The end of a line that names F of 4 or 5: from how many orders on; nothing where that is not told. */
export function frequencyNote({means, least}: HighFrequency, report: ReportCube, locale: Locale): string {
  const zh = locale === "zh";
  if (means === "scores")
    return zh
      ? "多数客户订单数相同，F得4或5分不表示经常购买。"
      : " So many customers have equal numbers of orders that F of 4 or 5 doesn’t mean often.";
  if (least === null) return "";
  const airline = report.primary_scheme === "airline";
  if (zh) return `F得4或5分在此指${airline ? "24个月" : "窗口"}内至少${count(least, "zh")}个订单。`;
  return ` F of 4 or 5 is here ${least === 1 ? "one order" : `${count(least, "en")} orders`} or more in ${airline ? "24 months" : "the window"}.`;
}
