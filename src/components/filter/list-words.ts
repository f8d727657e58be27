import type {Locale, ReportCube} from "../../cubes.js";
import {count, day} from "../formats.js";
import type {Filter} from "./filter.js";
import type {ChosenRows} from "./list-choice.js";
import type {NamedList} from "./named-list.js";

const customers = {one: "customer", many: "customers", zh: "位客户"};

/** What of each has its own list, where a list is of several. */
const groups: Partial<Record<NamedList["cube"], {en: string; zh: string}>> = {
  "pyramid-members": {en: "level", zh: "层级"},
};

/** What opens the rest of a list. */
export function moreWords(entries: number, locale: Locale): string {
  return locale === "zh" ? `另外${count(entries, locale)}位` : `${count(entries, locale)} more`;
}

/** What a filter has left of a list, in words. */
export function listWords(
  chosen: ChosenRows,
  list: Pick<NamedList, "entries" | "cube" | "group" | "most" | "together">,
  {as_of}: Pick<Filter, "as_of">,
  report: Pick<ReportCube, "as_of">,
  locale: Locale,
): string {
  const said = locale === "zh" ? chineseWords(chosen, list) : englishWords(chosen, list);
  if (as_of === null || as_of === report.as_of) return said;
  return locale === "zh"
    ? `${said}名单只有最新截止日${day(report.as_of, locale)}的数据。`
    : `${said} Lists by name are of the newest date alone, ${day(report.as_of, locale)}.`;
}

type Worded = Pick<NamedList, "entries" | "cube" | "group" | "most" | "together">;

/** How many are shown, those that a reader must open with them. */
const shownOf = ({shown, matched}: ChosenRows, {together}: Worded): number =>
  together ? Math.min(matched, together) : shown;

function englishWords(chosen: ChosenRows, list: Worded): string {
  const {matched, total, of} = chosen;
  const {entries = customers, cube, group, most} = list;
  const n = (x: number): string => count(x, "en");
  const each = groups[cube]?.en;
  const shown = shownOf(chosen, list);
  const cut = group
    ? `, at most ${n(most)} of each ${each} shown`
    : shown < (of === null ? total : matched)
      ? `, the first ${n(shown)} shown`
      : "";
  if (of !== null) {
    const first = `the first ${n(of)} ${each ? `of each ${each}` : "on this list"}`;
    const stand =
      matched === 0
        ? total === 1
          ? "it isn’t"
          : "none of them is"
        : matched === 1
          ? "1 of them is"
          : `${n(matched)} of them are`;
    return `Filtered: ${n(total)} ${total === 1 ? `${entries.one} matches` : `${entries.many} match`}; ${stand} among ${first}${matched > 0 ? cut : ""}.`;
  }
  if (matched === 0) return `No ${entries.many} here match.`;
  return `Filtered: ${n(total)} ${total === 1 ? `${entries.one} matches` : `${entries.many} match`}${cut}.`;
}

function chineseWords(chosen: ChosenRows, list: Worded): string {
  const {matched, total, of} = chosen;
  const {entries = customers, cube, group, most} = list;
  const n = (x: number): string => count(x, "zh");
  const [unit, noun] = [entries.zh.charAt(0), entries.zh.slice(1)];
  const each = groups[cube]?.zh;
  const shown = shownOf(chosen, list);
  const cut = group
    ? `，各${each}至多列出${n(most)}${unit}`
    : shown < (of === null ? total : matched)
      ? `，列出前${n(shown)}${unit}`
      : "";
  if (of !== null) {
    const first = `${each ? `各${each}` : "此名单"}前${n(of)}${unit}`;
    return `已筛选：共${n(total)}${entries.zh}符合，${matched === 0 ? `均不在${first}之内` : `其中${n(matched)}${unit}在${first}之内${cut}`}。`;
  }
  if (matched === 0) return `此处没有符合条件的${noun}。`;
  return `已筛选：${n(total)}${entries.zh}符合${cut}。`;
}
