import {count} from "../formats.js";
import type {Site} from "../site.js";
import {windowWords} from "../window-words.js";
import type {Headline} from "./headline.js";
import {kpiNow} from "./kpi-now.js";

/** The top of the customers' page before one is chosen; for executives it says that there is none. */
export function customerHeadline({cubes, locale}: Site): Headline {
  const zh = locale === "zh";
  const kicker = zh ? "客户" : "Customer";
  if (cubes.report.audience === "executives")
    return {
      kicker,
      sentence: zh
        ? "单个客户的页面不向此类读者公布。"
        : "Pages of single customers are not published for this audience.",
      standfirst: zh
        ? "本报告供管理层阅读，只有合计数字；客户团队与分析人员的报告按客户列出。"
        : "This report is for executives and holds totals alone; those for the account team and for analysts have a page for each customer.",
    };
  const n = kpiNow(cubes.read("kpis")).customers;
  return {
    kicker,
    sentence: zh
      ? `${count(n, locale)}位客户，每位各有一页，可按名称或编号查找。`
      : n === 1
        ? "The one customer has a page of its own: find it by name or id."
        : `Each of the ${count(n, locale)} customers has a page of its own: find one by name or id.`,
    standfirst: zh
      ? `潜在客户与仅有退款的客户也各有一页。窗口：${windowWords(cubes.report, locale)}。`
      : `So do prospects and customers with refunds only. The window is the ${windowWords(cubes.report, locale)}.`,
  };
}
