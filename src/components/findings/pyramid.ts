import type {MovementRow, PyramidRow} from "../../cubes/value.js";
import type {Locale, ReportCube} from "../../cubes.js";
import {count, percent, shortDay} from "../formats.js";
import {howManyInWords, movedBy, thresholdNames} from "../movement-facts.js";
import {isWhole, tooShort} from "../whole-window.js";
import {customersOver} from "../window-words.js";

/** What the pyramid's sentences are made from: the metal levels of the newest date, and who moved, with frozen thresholds. */
export interface PyramidFacts {
  levels: readonly PyramidRow[];
  moved: readonly MovementRow[];
  report: ReportCube;
}

/** The pyramid in one sentence: how few the diamonds are, what they bring, and who moved. */
export function pyramidSentence({levels, moved, report}: PyramidFacts, locale: Locale): string {
  const zh = locale === "zh";
  const value = report.has_profit ? ("profit" as const) : ("revenue" as const);
  const sum = (of: "customers" | "profit" | "revenue"): number | null =>
    levels.reduce<number | null>((s, r) => (s === null || r[of] === null ? null : s + r[of]), 0);
  const [customers, total] = [sum("customers"), sum(value)];
  const top = levels.find((r) => r.level === "diamond");
  const by = movedBy(moved);
  const of = (d: string): string =>
    howManyInWords(
      by.find((m) => m.direction === d),
      locale,
    );
  const since = moved[0]?.from;
  const clauses: string[] = [];
  if (top?.customers != null && top[value] != null && customers && total && total > 0)
    clauses.push(
      zh
        ? `${count(top.customers, locale)}位钻石客户占客户的${percent(top.customers / customers, locale)}，带来${percent(top[value] / total, locale)}的${value === "profit" ? "利润" : "收入"}`
        : `${count(top.customers, locale)} diamond ${top.customers === 1 ? "customer" : "customers"}, ${percent(top.customers / customers, locale)} of all, ${top.customers === 1 ? "brings" : "bring"} ${percent(top[value] / total, locale)} of ${value}`,
    );
  if (since && isWhole(since, report))
    clauses.push(
      zh
        ? `按${thresholdNames.frozen.zh}，${shortDay(since, locale)}以来${of("up")}上移，${of("down")}下移`
        : `by ${thresholdNames.frozen.en}, ${of("up")} moved up and ${of("down")} down since ${shortDay(since, locale)}`,
    );
  if (clauses.length === 0 && since && !isWhole(since, report)) return tooShort(report, locale);
  if (clauses.length === 0)
    return zh
      ? "客户太少，无法给出金字塔的结论。"
      : "Too few customers can be shown to say how the pyramid stands.";
  const text = clauses.join(zh ? "；" : "; ");
  return text.charAt(0).toUpperCase() + text.slice(1) + (zh ? "。" : ".");
}

/** Under the sentence: as of when, by what, and by whose thresholds they moved. */
export function pyramidStandfirst(customers: number, report: ReportCube, locale: Locale): string {
  return locale === "zh"
    ? `${customersOver(customers, report, locale)}。固定分界：两日都用首日的分界，客户只因自身变化而上移或下移。`
    : `${customersOver(customers, report, locale)}. Frozen thresholds are the first day’s for both days, so that a customer moves by its own doing.`;
}
