import {notShown, rowCells, whyEmpty} from "../absent.js";
import {customerTable} from "../customer-table.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {label} from "../terms.js";
import {classLabel} from "../value-terms.js";

/** What the page's script says; the words stand in the page, in its language. */
export interface FrameWords {
  none: string;
  /** `{n}` is how many are offered. */
  found: string;
  more: string;
  /** `{id}` is the customer that was asked for. */
  unknown: string;
  failed: string;
}

const words = {
  en: {
    none: "No customer of that name or id",
    found: "{n} found; choose with the arrow keys",
    more: "The first {n}; type more to narrow them down",
    unknown: "There is no customer “{id}” in this report.",
    failed: "The customer’s record could not be read. Check the connection and try again.",
  },
  zh: {
    none: "没有此名称或编号的客户",
    found: "找到{n}位，用方向键选择",
    more: "此处为前{n}位，继续输入可缩小范围",
    unknown: "本报告中没有客户“{id}”。",
    failed: "客户记录无法读取。请检查网络后重试。",
  },
} satisfies Record<string, FrameWords>;

const shown = 10;

/** The customers who brought most, as a way in. */
function largest({cubes, locale}: Site): Html | null {
  const zh = locale === "zh";
  const rows = (cubes.find("pyramid-members") ?? [])
    .filter((r) => r.pyramid === "metal")
    .sort((a, b) => b.revenue - a.revenue || (a.customer_id < b.customer_id ? -1 : 1))
    .slice(0, shown);
  if (rows.length === 0) return null;
  const as = rowCells({}, cubes.report, locale);
  return customerTable(
    zh ? `收入最多的${rows.length}位客户` : `The ${rows.length} customers with the most revenue`,
    [
      {head: zh ? "客户金字塔" : "Migration pyramid", cell: (r) => classLabel("metal", r.level, locale)},
      {head: label("revenue", locale), number: true, ranks: true, cell: (r) => as.money(r.revenue)},
      {head: label("clv", locale), number: true, cell: (r) => as.money(r.clv)},
    ],
    rows,
    locale,
  );
}

/**
 * The place that a customer's page is drawn into, with the search box above it. Both wake up where scripts run; without
 * them a sentence says so. For audiences without names there is nothing of it.
 */
export function customerFrame(site: Site): Html {
  const {cubes, locale} = site;
  const zh = locale === "zh";
  if (cubes.report.audience === "executives")
    return notShown(zh ? "客户页面" : "Pages of single customers", whyEmpty("audience", locale));
  return html`<div class="customer" data-words="${JSON.stringify(words[locale])}" data-apart="${zh ? "本页一次只看一位客户，数据为最新截止日：地址中的筛选条件在此不适用。" : "This page is about one customer at a time, at the newest date: filters in the address don’t apply here."}">
<form class="customer-search">
<label for="customer-query">${zh ? "客户名称或编号" : "Customer’s name or id"}</label>
<div class="customer-choice">
<input id="customer-query" type="text" role="combobox" autocomplete="off" spellcheck="false" aria-autocomplete="list" aria-expanded="false" aria-controls="customer-options">
<ul id="customer-options" role="listbox" aria-label="${zh ? "客户" : "Customers"}" hidden></ul>
</div>
<p class="customer-status" role="status"></p>
</form>
<noscript><p class="customer-scripts">${
    zh
      ? html`客户页面由浏览器从数据文件生成，需要启用脚本。不启用脚本时，可看<a href="./pyramid">客户金字塔</a>、<a href="./warnings">预警</a>与<a href="./relationship#cross">两种阶段对照</a>中的客户名单。`
      : html`A customer’s page is drawn by the browser from a file of records and needs scripts. Without them, read the lists by name under <a href="./pyramid">the pyramid</a>, <a href="./warnings">warnings</a> and <a href="./relationship#cross">the two stage models crossed</a>.`
  }</p></noscript>
<div class="customer-body" hidden></div>
<div class="customer-start">${largest(site)}</div>
</div>`;
}
