import type {CubeName, Cubes} from "../../cubes.js";
import {day} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {linkTo} from "../site-map.js";
import {windowWords} from "../window-words.js";
import {computedWord, cubeWords} from "./words.js";

/** Cubes that say what the report is, not what was counted. */
const setting = new Set<CubeName>(["report", "settings", "actions", "computation", "filter-values"]);
/** Settings that only say how a number is written. */
const notation = new Set(["minor_digits"]);
/** More keys than this below one table of the settings are told as the table. */
const mostKeys = 6;

/**
 * A site that keeps in mind which cubes are read from it, so that each figure can say what it is computed from:
 * `explain` tells of the cubes read since it was last asked.
 */
export function explaining(site: Site): Site {
  const reads = new Set<CubeName>();
  let last: CubeName[] = [];
  const {cubes} = site;
  return {
    ...site,
    cubes: {
      ...cubes,
      read<K extends CubeName>(name: K): Cubes[K] {
        reads.add(name);
        return cubes.read(name);
      },
      find<K extends CubeName>(name: K): Cubes[K] | null {
        const cube = cubes.find(name);
        if (cube !== null) reads.add(name);
        return cube;
      },
    },
    explain(title) {
      // What was worked out once for several figures is read before the first of them.
      if (reads.size > 0) last = [...reads];
      reads.clear();
      return howComputed(last, title, site);
    },
  };
}

/** The id of a cube's entry on the page of computations. */
export function cubeAnchor(name: CubeName): string {
  return `cube-${name}`;
}

/** In place: what was counted, the settings in force, as of when, and the way to the SQL. */
function howComputed(reads: readonly CubeName[], title: string, site: Site): Html | null {
  const {cubes, locale} = site;
  const {report} = cubes;
  const known = cubes
    .find("computation")
    ?.cubes.filter(({name}) => reads.includes(name) && !setting.has(name));
  if (!known || known.length === 0) return null;
  const zh = locale === "zh";
  const settings = settingList(
    known.flatMap((entry) => entry.settings),
    site,
  );
  const href = (name: CubeName): string => `${linkTo("computed")}#${cubeAnchor(name)}`;
  return html`<details class="computed"><summary>${computedWord("how", locale)}<span class="visually-hidden"> · ${title}</span></summary>
<ul>${known.map(
    ({name}) =>
      html`<li>${cubeWords[name]?.[locale]} <a href="${href(name)}">${computedWord("sql", locale)}${zh ? "：" : ": "}<code>${name}</code></a></li>
`,
  )}</ul>
${settings.length > 0 ? html`<p>${computedWord("thresholds", locale)}${zh ? "：" : ": "}${settings}${zh ? "。" : "."}</p>` : null}
<p>${zh ? `截至${day(report.as_of, locale)}；窗口为${windowWords(report, locale)}；输入哈希` : `As of ${day(report.as_of, locale)}; the window is ${windowWords(report, locale)}; made from inputs`} <code>${report.input_hash}</code>${zh ? "。" : "."}${
    site.hasMethod ? html` <a href="#method">${computedWord("method", locale)}</a>` : null
  }</p></details>
`;
}

/** Settings by key with their values, those that the report changes marked; many of one table as the table. */
export function settingList(keys: readonly string[], {cubes, locale}: Site): Html[] {
  const inForce = new Map(cubes.read("settings").map((row) => [row.key, row]));
  const known = [...new Set(keys)].filter((key) => inForce.has(key) && !notation.has(key)).sort();
  const tableOf = (key: string): string => key.split(".").slice(0, 2).join(".");
  const many = (key: string): boolean => known.filter((k) => tableOf(k) === tableOf(key)).length > mostKeys;
  const zh = locale === "zh";
  const changed = html`${zh ? "（" : " ("}${computedWord("changed", locale)}${zh ? "）" : ")"}`;
  const items = [...new Set(known.map((key) => (many(key) ? tableOf(key) : key)))].map((key) => {
    const row = inForce.get(key);
    if (row) return html`<code>${key} = ${row.value}</code>${row.changed ? changed : null}`;
    const below = known.filter((k) => tableOf(k) === key);
    const any = below.some((k) => inForce.get(k)?.changed);
    return html`<a href="${linkTo("data")}#settings"><code>${key}</code>${zh ? `（${below.length}项）` : ` (${below.length} settings)`}</a>${any ? changed : null}`;
  });
  return items.map((item, i) => (i === 0 ? item : html`${zh ? "，" : ", "}${item}`));
}
