import {day} from "../formats.js";
import type {Site} from "../site.js";
import type {Headline} from "./headline.js";

/** The top of the workbench. */
export function workbenchHeadline({cubes, locale}: Site): Headline {
  const zh = locale === "zh";
  const date = day(cubes.report.as_of, locale);
  return {
    kicker: zh ? "工作台" : "Workbench",
    sentence: zh
      ? "各模型对每位客户的判定，可用SQL自行查询。"
      : "Every model’s verdict on every customer, yours to query in SQL.",
    standfirst: zh
      ? `截至${date}的评分表，查询只在本浏览器中运行。金额单位为${cubes.report.currency}。`
      : `The scores as of ${date}; queries run in this browser alone. Money is in ${cubes.report.currency}.`,
  };
}
