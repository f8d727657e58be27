import type {MovementRow} from "../cubes/value.js";
import type {Locale} from "../cubes.js";
import {count} from "./formats.js";
import {yearSpan} from "./movement-facts.js";
import type {Site} from "./site.js";

/** That those who only gave back are counted beside a model's classes, as a clause; `customers` is null where it is not told. */
export function outsideWords(customers: number | null, locale: Locale): string {
  if (locale === "zh")
    return customers === null
      ? "另有少数仅有退款，不归入任何一类"
      : `另有${count(customers, locale)}位仅有退款，不归入任何一类`;
  if (customers === null) return "a few accounts with refunds only stand outside";
  return customers === 1
    ? "1 account with refunds only stands outside"
    : `${count(customers, locale)} accounts with refunds only stand outside`;
}

/** The same at the end of what a figure of moves is about, of those who have only given back by its second day; empty where nobody has. */
export function outsideMoves(
  {cubes, locale}: Site,
  model: MovementRow["model"],
  thresholds: MovementRow["thresholds"],
): string {
  const all = (cubes.find("movement") ?? []).filter((r) => r.model === model && r.thresholds === thresholds);
  const back = all.filter((r) => r.from === yearSpan(all) && r.to_class === "none" && r.customers !== 0);
  if (back.length === 0) return "";
  const told = back.every((r) => r.customers !== null);
  const customers = told ? back.reduce((n, r) => n + r.customers!, 0) : null;
  return `${locale === "zh" ? "；" : "; "}${outsideWords(customers, locale)}`;
}
