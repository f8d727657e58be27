import type {Site} from "../site.js";
import type {Entry} from "./all.js";

/** How a customer's page is put together; nothing for executives, who have none. */
export function customerMethod({cubes, locale}: Site): Entry[] {
  if (cubes.report.audience === "executives") return [];
  return locale === "zh"
    ? [
        [
          "采购",
          "按月合计截止日以前的订单与退款，各月之和与台账分文不差；历史超过40个月时按季度、超过120个月时按年显示。",
        ],
        ["历次评分", "与各模型页面相同的判定，按各截止日分别计算；RFM与ABC取主方案。"],
        ["位置", "截止日在每个模型中的类别；汇丰、大通、价值类型与服务层次只在最新日期给出。"],
        ["联系人", "每位联系人最近一次评估及其上一次；未写明联系人的评估属于整个客户。"],
        ["抱怨、调查、机会", "各列最近50条。限期与是否成立的规则与服务页相同，机会的判断与预警页相同。"],
        ["建议", "行动库中客户所在类别的建议，供人判断；提价、减少利益与清退只是草案。"],
        [
          "数据文件",
          "客户按编号的FNV-1a散列（UTF-8字节，32位）对文件数取余，分存于若干文件，浏览器只读取所需的一个；名称索引按首字母或任一汉字起的片段排序，分页存放。",
        ],
      ]
    : [
        [
          "Purchases",
          "Orders and refunds up to the as-of date by month; the months add up to the ledger to the last unit. A history of more than 40 months is drawn by quarter, of more than 120 by year.",
        ],
        [
          "Scores over time",
          "The verdicts of the models’ own pages at each as-of date; RFM and ABC by the primary scheme and preset.",
        ],
        [
          "Place",
          "The class in each model now. HSBC, Chase, value types and service levels are shown at the newest date only.",
        ],
        [
          "Contacts",
          "Each contact’s newest assessment and the one before it; one that names no contact is of the account as a whole.",
        ],
        [
          "Complaints, surveys, opportunities",
          "The newest 50 of each. Limits and validity are those of the service page, what an event is good for that of the warnings page.",
        ],
        [
          "Suggestions",
          "Those of the action library for the classes that the customer stands in, for people to judge; price rises, cut benefits and exits are drafts.",
        ],
        [
          "Files",
          "Customers are parted over files by the FNV-1a hash of their id (UTF-8, 32 bits) modulo the number of files, of which the browser reads one. Names are found through pages sorted by what follows the start of a word or any Chinese character.",
        ],
      ];
}
