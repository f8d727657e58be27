import {rowCells} from "../../absent.js";
import {hourHeat} from "../../charts/hour-heat.js";
import {markWords} from "../../charts/mark-words.js";
import {fullWeekdays, weekdays} from "../../coverage-terms.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count} from "../../formats.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, word} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {spanOf} from "./contact-words.js";
import {totalsOf} from "./plan-rules.js";

/** When contacts take place: weekday by hour, of those whose time is known. */
export function hoursExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = cubes.find("contact-hours") ?? [];
  const most = Math.max(1, ...rows.map((r) => r.contacts ?? 0));
  const {contacts, without_time} = totalsOf(site);
  const at = (r: {weekday: number; hour: number}): string =>
    `${weekdays[r.weekday - 1]?.[locale] ?? ""} ${String(r.hour).padStart(2, "0")}:00`;
  const until = (r: {hour: number}): string => `${String(r.hour + 1).padStart(2, "0")}:00`;
  const best = rows.filter((r) => r.contacts).sort((a, b) => b.contacts! - a.contacts!)[0];
  const timed =
    contacts === null || without_time === null
      ? ""
      : zh
        ? `；只含时刻已知的${count(contacts - without_time, "zh")}次（共${count(contacts, "zh")}次）`
        : `; only the ${count(contacts - without_time, "en")} of ${count(contacts, "en")} whose time is known`;
  const title = zh ? "互动发生的时间" : "When contacts take place";
  return {
    id: "contact-hours",
    needs: "interactions",
    missing:
      rows.length === 0
        ? zh
          ? "导出文件只有日期，没有时刻。"
          : "The export has days and no times of day."
        : null,
    title,
    subtitle: zh
      ? `各星期与时刻的互动次数，${spanOf(site)}${timed}`
      : `Contacts by weekday and hour, ${spanOf(site)}${timed}`,
    says: best
      ? zh
        ? `最多的是${at(best)}至${until(best)}，${count(best.contacts!, "zh")}次。`
        : `The busiest hour is ${fullWeekdays[best.weekday - 1]} from ${String(best.hour).padStart(2, "0")}:00 to ${until(best)}, with ${count(best.contacts!, "en")} ${best.contacts === 1 ? "contact" : "contacts"}.`
      : rows.every((r) => r.contacts === 0)
        ? zh
          ? "没有时刻已知的互动。"
          : "There are no contacts whose time is known."
        : zh
          ? "各时段客户太少，已隐去。"
          : "The hours hold too few customers to be shown.",
    draw: (options) =>
      hourHeat(
        rows.map((r) => ({
          weekday: r.weekday,
          hour: r.hour,
          share: r.contacts === null ? null : r.contacts / most,
          text: r.contacts ? count(r.contacts, locale) : "",
          title: markWords(
            [at(r)],
            r.contacts === null ? word("suppressed", locale) : count(r.contacts, locale),
            locale,
          ),
          mark: r.contacts ? cellMark("contact-hours", {weekday: r.weekday, hour: r.hour}) : undefined,
        })),
        weekdays.map((d) => d[locale]),
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "时间" : "Time"},
        {head: label("accounts", locale), number: true},
        {head: zh ? "互动次数" : "Contacts", number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, cubes.report, locale);
        return {cells: [at(r), as.count(r.customers), as.count(r.contacts)]};
      }),
    ),
  };
}
