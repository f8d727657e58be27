import type {Locale} from "../../cubes.js";
import {count} from "../formats.js";
import {type Html, html} from "../html.js";
import {ownScoreColumns} from "../own/own-page.js";
import {settingOf} from "../settings-in-force.js";
import type {Site} from "../site.js";
import {purchaseColumns, scoreColumns, type WorkbenchColumn} from "./columns.js";
import {exampleQueries} from "./examples.js";
import {type WorkbenchWords, workbenchWords} from "./words.js";

/** Most customers that the workbench takes, by the settings in force. */
const mostCustomers = (site: Site): number => settingOf(site, "workbench.rows", Number.NaN);

/**
 * The workbench before it is opened: the editor, queries to begin with, and the columns. It wakes up where scripts run;
 * without them a sentence says so.
 */
export function workbenchFrame(site: Site): Html {
  const {locale} = site;
  const zh = locale === "zh";
  const words: WorkbenchWords = workbenchWords[locale];
  return html`<noscript><p class="needs">${zh ? "工作台在浏览器中运行，需要启用脚本。" : "The workbench runs in the browser and needs scripts."}</p></noscript>
<div class="workbench" data-words="${JSON.stringify(words)}" data-apart="${zh ? "查询针对全部客户、最新截止日：地址中的筛选条件在此不适用，可写进查询的WHERE。" : "Queries are over all customers at the newest date: filters in the address don’t apply here, but can be written into a query’s WHERE."}">
<p class="workbench-open"><button type="button" data-action="open">${zh ? "打开工作台" : "Open the workbench"}</button>
<span>${
    zh
      ? "将加载DuckDB（压缩后约8 MB，主机不压缩时35 MB）与评分表；此后离线可用，查询不会离开本浏览器。"
      : "Loads DuckDB (about 8 MB compressed, 35 where the host doesn’t compress) and the scores; after that it works offline, and no query leaves your browser."
  }</span></p>
<div class="workbench-examples"><p id="workbench-examples">${zh ? "可从这些查询开始：" : "Begin with one of these:"}</p>
<ul aria-labelledby="workbench-examples">${exampleQueries(settingOf(site, "warning.gone_days", 365)).map(
    (q) =>
      html`<li><button type="button" data-example="${q.name}" data-query="${q.sql}">${q[locale]}</button></li>
`,
  )}</ul></div>
<div class="workbench-desk"><form class="workbench-editor">
<label for="workbench-sql">${zh ? "查询（DuckDB的SQL）" : "Query (DuckDB’s SQL)"}</label>
<textarea id="workbench-sql" rows="9" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="workbench-keys"></textarea>
<p class="workbench-run"><button type="submit">${zh ? "运行" : "Run"}</button><button type="button" data-action="stop" hidden>${zh ? "停止" : "Stop"}</button>
<span id="workbench-keys">${zh ? "Ctrl或⌘加Enter运行，Escape离开输入框。" : "Ctrl or ⌘ with Enter runs it, Escape leaves the field."}</span></p>
</form>
<div class="workbench-names" role="region" tabindex="0" aria-label="${zh ? "各表的列" : "Columns of the tables"}"><p><code>scores</code></p>
${nameList([...scoreColumns, ...ownScoreColumns(site.cubes)], locale)}<p><code>purchases_monthly</code></p>
${nameList(purchaseColumns, locale)}</div></div>
<p class="workbench-status" role="status"></p>
<div class="workbench-error" role="alert" hidden></div>
<div class="workbench-result"></div>
</div>`;
}

const kinds: Record<string, readonly [string, string]> = {
  id: ["text", "文本"],
  name: ["text", "文本"],
  text: ["text", "文本"],
  day: ["date", "日期"],
  count: ["whole number", "整数"],
  money: ["decimal", "小数金额"],
  share: ["number from 0 to 1", "0至1的数"],
  number: ["number", "数"],
  flag: ["true or false", "真假"],
};

/** The names alone, to have beside the editor. */
function nameList(list: readonly WorkbenchColumn[], locale: Locale): Html {
  return html`<ul>${list.map(({name, [locale]: meaning}) => html`<li title="${meaning}"><code>${name}</code></li>`)}</ul>
`;
}

function columnList(list: readonly WorkbenchColumn[], {locale}: Site): Html {
  const place = locale === "zh" ? 1 : 0;
  return html`<dl class="workbench-columns">${list.map(
    ({name, kind, [locale]: meaning}) =>
      html`<div><dt><code>${name}</code></dt><dd>${meaning}<span class="kind"> · ${
        typeof kind === "string" ? kinds[kind]![place] : html`<code>${kind.join(", ")}</code>`
      }</span></dd></div>
`,
  )}</dl>`;
}

/** The columns of both tables, with their meaning. */
export function workbenchColumns(site: Site): Html {
  const zh = site.locale === "zh";
  const most = count(mostCustomers(site), site.locale);
  return html`<div class="workbench-schema"><h3 id="scores"><code>scores</code></h3>
<p>${
    zh
      ? `每行一位客户，取截止日的判定；按收入从大到小，至多${most}位。`
      : `One row for each customer at the report’s date, the largest by revenue first, at most ${most}.`
  }</p>
${columnList([...scoreColumns, ...ownScoreColumns(site.cubes)], site)}
<h3 id="purchases-monthly"><code>purchases_monthly</code></h3>
<p>${zh ? "每行一位客户的一个月，只含有往来的月份。" : "One row for each month of a customer with anything on the ledger."}</p>
${columnList(purchaseColumns, site)}</div>`;
}
