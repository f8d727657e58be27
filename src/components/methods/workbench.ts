import {count} from "../formats.js";
import {settingOf} from "../settings-in-force.js";
import type {Site} from "../site.js";
import type {Entry} from "./all.js";

/** What stands in the workbench's tables, and what its engine may do. */
export function workbenchMethod(site: Site): Entry[] {
  const {locale} = site;
  const most = (key: string): string => count(settingOf(site, `workbench.${key}`, Number.NaN), locale);
  return locale === "zh"
    ? [
        ["评分表", "与各页面同一数据仓库、同一截止日；金额为精确小数，份额与概率为0至1的数。"],
        [
          "上限",
          `按收入从大到小至多${most("rows")}位客户，月度采购至多${most("months")}行，只取完整的客户；打开后写明载入多少。`,
        ],
        [
          "引擎",
          "DuckDB-Wasm 1.32.0，运行于本浏览器；不能访问其他主机、文件与扩展，因此没有JSON与Parquet函数。",
        ],
        ["链接", "查询写在网址中，复制网址即可分享；打开链接不会自动运行。"],
        ["快速图表", "条形取前40行，散点取前3000行；表格显示前500行，CSV含全部行与全部位数。"],
      ]
    : [
        [
          "Scores",
          "From the same warehouse and date as the pages. Money is exact decimal; shares and probabilities are numbers from 0 to 1.",
        ],
        [
          "Caps",
          `At most ${most("rows")} customers, the largest by revenue first, and ${most("months")} rows of monthly purchases, of whole customers; once open it says how many it holds.`,
        ],
        [
          "Engine",
          "DuckDB-Wasm 1.32.0 in this browser. It can reach no other host, file or extension, so there are no JSON and Parquet functions.",
        ],
        [
          "Links",
          "The query stands in the address: copy it to share the query. A link runs nothing by itself.",
        ],
        [
          "Quick chart",
          "Bars show the first 40 rows, dots the first 3,000, the table 500; the CSV has every row to the last digit.",
        ],
      ];
}
