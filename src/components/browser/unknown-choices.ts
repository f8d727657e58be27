import type {Locale} from "../../cubes.js";
import {type Brush, parseBrush} from "../filter/brush.js";
import {brushWords} from "../filter/brush-words.js";

/** A list of choices of the bar: what it is set to, and what an address may ask it for. */
export interface Choices {
  name: string;
  value: string;
  offered: readonly string[];
}

const names: Readonly<Record<string, Record<Locale, string>>> = {
  region: {en: "region", zh: "地区"},
  industry: {en: "industry", zh: "行业"},
  class: {en: "class", zh: "分类"},
  stage: {en: "stage", zh: "阶段"},
  as_of: {en: "as-of date", zh: "截止日"},
};

const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/** The parts that an address writes as chosen in a chart and that no chart has: "rfm:999". */
function unknownParts(text: string): string[] {
  const cells = parseBrush(text)?.cells;
  if (!cells) return [text];
  const [on, list = ""] = text.split(":");
  return list
    .split(".")
    .filter((run) => !run.split("-").some((cell) => cells.includes(Number(cell))))
    .map((run) => `${on}:${run}`);
}

/**
 * What an address asks for and the page doesn't show, in sentences: values that the report doesn't have, parts of a chart
 * beside a filter, and filters beside the one that may be set. `brush` is what is shown as chosen in a chart; "" where
 * nothing is left out.
 */
export function unknownChoices(
  asked: URLSearchParams,
  lists: readonly Choices[],
  brush: Brush | null,
  locale: Locale,
): string {
  const zh = locale === "zh";
  const missing: string[] = [];
  const apart: string[] = [];
  for (const [name, words] of Object.entries(names)) {
    const wanted = asked.get(name);
    const list = lists.find((one) => one.name === name);
    if (!wanted || list?.value === wanted) continue;
    const said = zh ? `${words.zh}${quoted(wanted)}` : `${words.en} ${quoted(wanted)}`;
    if (!list?.offered.includes(wanted)) missing.push(said);
    else if (list.value === "" && name !== "as_of") apart.push(said);
  }
  const wantedParts = asked.get("brush");
  if (wantedParts)
    for (const part of unknownParts(wantedParts))
      missing.push(zh ? `图中部分${quoted(part)}` : `chart part ${quoted(part)}`);
  const listed = (words: readonly string[]): string =>
    zh
      ? words.join("、")
      : words.length < 2
        ? words.join("")
        : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
  const sentences: string[] = [];
  if (missing.length > 0)
    sentences.push(
      zh
        ? `链接中的${listed(missing)}在本报告中不存在，未采用。`
        : `The link asks for ${listed(missing)}, which this report doesn’t have.`,
    );
  if (apart.length > 0)
    sentences.push(
      zh
        ? `一次只能选一个条件，链接中的${listed(apart)}未采用。`
        : `Only one filter can be set at a time: the link’s ${listed(apart)} is left out.`,
    );
  const parts = brush ? null : parseBrush(wantedParts);
  if (parts)
    sentences.push(
      zh
        ? `链接在图中选取的${brushWords(parts, "zh")}不能与筛选或截止日同用，未采用。`
        : `The link also chooses ${brushWords(parts, "en")} in a chart, which can’t stand beside a filter or a date: it is left out.`,
    );
  return sentences.join(zh ? "" : " ");
}

/** Says below the bar's state what the address asks for and the page doesn't show. */
export function sayUnknown(form: HTMLFormElement, brush: Brush | null): void {
  const locale: Locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  // The newest date has no name of its own in the address, but may be asked for by its day.
  const lists = [...form.querySelectorAll("select")].map(({name, value, options}) => ({
    name,
    value,
    offered: [...options].flatMap((option) => option.value || (option.dataset.day ?? [])),
  }));
  const text = unknownChoices(new URLSearchParams(location.search), lists, brush, locale);
  let line = form.querySelector<HTMLElement>(".left-out");
  if (!line) {
    if (!text) return;
    line = document.createElement("p");
    line.className = "left-out";
    line.setAttribute("role", "status");
    form.querySelector(".filter-state")?.after(line);
  }
  line.hidden = text === "";
  line.textContent = text;
}
