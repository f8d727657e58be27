import type {OwnColumn} from "../../cubes/own.js";
import type {Locale, ReportCube} from "../../cubes.js";
import {shortMeasure} from "./own-format.js";

/** A group by its name, with its measure where it is known. */
interface NamedValue {
  name: string;
  value: number | null;
  suppressed: boolean;
}

/** What a measure by groups says in one sentence: the largest, of how much in all, for one group, many and none. */
export function saysLargest(
  values: readonly NamedValue[],
  measure: OwnColumn,
  report: ReportCube,
  locale: Locale,
): string {
  const zh = locale === "zh";
  const label = measure.label[locale];
  const write = (x: number): string => shortMeasure(measure, x, report, locale);
  const known = values.flatMap(({name, value}) => (value === null ? [] : [{name, value}]));
  if (known.length === 0) {
    if (values.some(({suppressed}) => suppressed))
      return zh ? `${label}：各组客户都太少，已隐去。` : `${label}: every group is too small to be shown.`;
    return zh ? `${label}：没有数据。` : `${label}: there are no figures.`;
  }
  if (values.length === 1)
    return zh
      ? `${label}：${known[0]!.name}为${write(known[0]!.value)}。`
      : `${label}: ${known[0]!.name}, ${write(known[0]!.value)}.`;
  const top = known.reduce((best, {value}) => Math.max(best, value), Number.NEGATIVE_INFINITY);
  const first = known.filter(({value}) => value === top).map(({name}) => name);
  const adds = measure.kind === "count" || measure.kind === "money";
  if (top === 0 && known.every(({value}) => value === 0))
    return zh ? `${label}：各组均为零。` : `${label}: nothing in any group.`;
  if (first.length > 3)
    return zh
      ? `${label}：${first.length}组并列最高，各${write(top)}。`
      : `${label}: ${first.length} groups share the highest, ${write(top)} each.`;
  if (first.length > 1) {
    const names = zh ? first.join("、") : `${first.slice(0, -1).join(", ")} and ${first[first.length - 1]}`;
    return zh
      ? `${label}：${names}最高，各${write(top)}。`
      : `${label}: ${names} have the most, ${write(top)} each.`;
  }
  // With groups left out, or some below zero, "of so many in all" would mislead.
  const whole = adds && known.length === values.length && known.every(({value}) => value >= 0);
  const total = known.reduce((sum, {value}) => sum + value, 0);
  if (zh)
    return `${label}：${first[0]}${adds ? "最多" : "最高"}，为${write(top)}${whole ? `，合计${write(total)}` : ""}。`;
  return `${label}: ${first[0]} has the ${adds ? "most" : "highest"}, ${write(top)}${whole ? ` of ${write(total)} in all` : ""}.`;
}
