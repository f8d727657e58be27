import type {CubeComputation} from "../../cubes/computation.js";
import type {CubeName} from "../../cubes.js";
import {count, day, exactMoney} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {linkTo} from "../site-map.js";
import {table} from "../tables.js";
import {exportTerms, label, sentenceCase} from "../terms.js";
import {cubeAnchor, settingList} from "./computed.js";
import {computedWord, cubeWords} from "./words.js";

function computation({cubes}: Site) {
  return cubes.read("computation");
}

const modelAnchor = (file: string): string => `model-${file.replace(/^.*\//, "").replace(/\W/g, "-")}`;
const shortName = (file: string): string => file.replace(/^.*\//, "");
const code = (text: string, title: string): Html =>
  html`<pre tabindex="0" role="region" aria-label="${title}"><code>${text}</code></pre>`;

/** Each cube: what is counted, its SQL, what it rests on, rows in and rows out. */
export function computationList(site: Site): Html {
  const {locale} = site;
  const {cubes} = computation(site);
  return html`${cubes.map((entry) => cubeEntry(entry, site))}
<p>${
    locale === "zh"
      ? html`<code>report</code>、<code>settings</code>、<code>actions</code>与本页取自设置与文件，不经SQL计数。`
      : html`<code>report</code>, <code>settings</code>, <code>actions</code> and this page come from the settings and the files: no SQL counts them.`
  }</p>`;
}

function cubeEntry(entry: CubeComputation, site: Site): Html {
  const {locale} = site;
  const zh = locale === "zh";
  const colon = zh ? "：" : ": ";
  const settings = settingList(entry.settings, site);
  const models = entry.models.map(
    (file, i) =>
      html`${i > 0 ? (zh ? "、" : ", ") : null}<a href="#${modelAnchor(file)}"><code>${shortName(file)}</code></a>${
        entry.near.includes(file)
          ? html`${zh ? "（" : " ("}${computedWord("near", locale)}${zh ? "）" : ")"}`
          : null
      }`,
  );
  // The anchor stands within the fold: browsers open what a link leads into.
  return html`<details class="folded computation"><summary><h3><code>${entry.name}</code></h3> <span>${cubeWords[entry.name]?.[locale]}</span></summary>
<section id="${cubeAnchor(entry.name)}"><dl><div><dt>${computedWord("from", locale)}</dt><dd>${rowsIn(entry, site)}</dd></div>
<div><dt>${computedWord("out", locale)}</dt><dd>${rowsOut(entry, site)}</dd></div>
${settings.length > 0 ? html`<div><dt>${computedWord("thresholds", locale)}</dt><dd>${settings}</dd></div>` : null}
${models.length > 0 ? html`<div><dt>${computedWord("rests", locale)}</dt><dd>${models}</dd></div>` : null}</dl>
<details><summary>${computedWord("query", locale)}${colon}<code>${entry.file}</code></summary>${code(entry.sql, entry.file)}</details></section></details>
`;
}

/** Rows of the exports behind a cube: read, used and not used, with the money where rows carry any. */
function rowsIn({exports}: CubeComputation, site: Site): Html {
  const {cubes, locale} = site;
  const zh = locale === "zh";
  const n = (x: number): string => count(x, locale);
  const money = (x: number): string => exactMoney(x, cubes.report, locale);
  const rows = cubes.read("inputs").filter((row) => exports.includes(row.export));
  if (rows.length === 0) return html`${zh ? "取自设置" : "from the settings"}`;
  return html`<ul>${rows.map((r) => {
    const name = sentenceCase(exportTerms[r.export][locale]);
    if (!r.present)
      return html`<li>${name}${zh ? "：" : ": "}${label("not_present", locale).toLowerCase()}</li>`;
    const text = zh
      ? `：读取${n(r.rows_read)}行，使用${n(r.rows_used)}行，未用${n(r.rows_rejected)}行`
      : `: ${n(r.rows_read)} read, ${n(r.rows_used)} used, ${n(r.rows_rejected)} not used`;
    const sums =
      r.money_read === null || r.money_used === null || r.money_rejected === null
        ? ""
        : zh
          ? `；金额：读取${money(r.money_read)}，使用${money(r.money_used)}，未用${money(r.money_rejected)}`
          : `; of money ${money(r.money_read)} read, ${money(r.money_used)} used, ${money(r.money_rejected)} not used`;
    return html`<li>${name}${text}${sums}</li>`;
  })}</ul>`;
}

/** Rows of a cube, and where its rows part all customers: how many there are, and their money. */
function rowsOut({name, parts}: CubeComputation, site: Site): Html {
  const {cubes, locale} = site;
  const zh = locale === "zh";
  const cube: unknown = cubes.find(name as CubeName);
  const rows = Array.isArray(cube) ? (cube as Record<string, unknown>[]) : [];
  const lines = Array.isArray(cube) ? cube.length : 1;
  const text = zh ? `${count(lines, locale)}行` : `${count(lines, locale)} ${lines === 1 ? "row" : "rows"}`;
  const totals = parts === null ? null : totalsOf(rows, parts);
  const told = [
    totals?.customers == null
      ? null
      : zh
        ? `客户${count(totals.customers, locale)}位`
        : `${count(totals.customers, locale)} ${totals.customers === 1 ? "customer" : "customers"}`,
    totals?.revenue == null
      ? null
      : `${zh ? "收入" : "revenue "}${exactMoney(totals.revenue, cubes.report, locale)}`,
  ].filter((part) => part !== null);
  if (told.length === 0) return html`${text}${zh ? "。" : "."}`;
  const each = html`<code>${parts!.join(", ")}</code>`;
  return zh
    ? html`${text}；${parts!.length > 0 ? html`每组${each}` : null}合计${told.join("，")}。`
    : html`${text}; in all ${told.join(", ")}${parts!.length > 0 ? html`, for each ${each}` : null}.`;
}

/** Customers and revenue of a part at the newest date, where every part has the same and none is hidden. */
function totalsOf(
  rows: readonly Record<string, unknown>[],
  parts: readonly string[],
): {customers: number | null; revenue: number | null} {
  const newest = rows.reduce((max, r) => (String(r.as_of ?? "") > max ? String(r.as_of) : max), "");
  const now = rows.filter((r) => String(r.as_of ?? "") === newest);
  const total = (column: string): number | null => {
    const sums = new Map<string, number | null>();
    for (const row of now) {
      const key = JSON.stringify(parts.map((p) => row[p]));
      const [before, value] = [sums.get(key), row[column]];
      sums.set(key, before === null || typeof value !== "number" ? null : (before ?? 0) + value);
    }
    const distinct = [...new Set(sums.values())];
    return distinct.length === 1 ? distinct[0]! : null;
  };
  return {customers: total("customers"), revenue: total("revenue")};
}

/** The models by file, with their SQL and what they make. */
export function modelList(site: Site): Html {
  const {locale} = site;
  const zh = locale === "zh";
  return html`${computation(site).models.map(
    ({file, sql, makes}) =>
      html`<details id="${modelAnchor(file)}" class="model"><summary><code>${file}</code></summary>
<p>${computedWord("makes", locale)} ${makes.map((name, i) => html`${i > 0 ? (zh ? "、" : ", ") : null}<code>${name}</code>`)}${zh ? "。" : "."}${sql === null ? ` ${computedWord("typescript", locale)}` : null}</p>
${sql === null ? null : code(sql, file)}</details>
`,
  )}`;
}

/** The variables that the SQL reads, with their values and the settings that these come from. */
export function variableTable(site: Site): Html {
  const {locale} = site;
  return table(
    computedWord("variables", locale),
    [
      {head: sentenceCase(computedWord("variable", locale))},
      {head: label("value", locale)},
      {head: label("setting", locale)},
    ],
    computation(site).variables.map(({name, value, settings}) => ({
      cells: [
        html`<code>${name}</code>`,
        value === null ? computedWord("withheld", locale) : html`<code>${value}</code>`,
        settings.length > 6
          ? html`<a href="${linkTo("data")}#settings"><code>${settings[0]!.split(".").slice(0, 2).join(".")}</code></a>`
          : html`<code>${settings.join(", ")}</code>`,
      ],
    })),
  );
}

/** What the page says at its top. */
export function computedHead(site: Site): {kicker: string; sentence: string; standfirst: string} {
  const {cubes, locale} = site;
  const {report} = cubes;
  const {cubes: list, models} = computation(site);
  const present = cubes.read("inputs").filter((r) => r.present).length;
  return locale === "zh"
    ? {
        kicker: "计算方法",
        sentence: `${count(present, locale)}类导出文件，经${count(models.length, locale)}个模型，成为${count(list.length, locale)}张数据表：每个数字都可查到其SQL。`,
        standfirst: `截至${day(report.as_of, locale)}，输入哈希${report.input_hash}。以下SQL即生成本报告时运行的原文，也可在DuckDB中自行运行。`,
      }
    : {
        kicker: "How it is computed",
        sentence: `${count(present, locale)} ${present === 1 ? "export" : "exports"} and ${count(models.length, locale)} models make ${count(list.length, locale)} cubes: each number leads back to its SQL.`,
        standfirst: `As of ${day(report.as_of, locale)}, made from inputs ${report.input_hash}. The SQL below is the text that ran for this report; it runs in the DuckDB shell too.`,
      };
}
