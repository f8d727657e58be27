import type {CubeName} from "../../cubes.js";
import type {Term} from "../terms.js";

const term = (en: string, zh: string): Term => ({en, zh});

/** What is counted in each cube of value and of the evidence, in a sentence or two. */
export const valueCubeWords: Partial<Record<CubeName, Term>> = {
  report: term(
    "What the report is about: its dates, window, currency, audience and primary models, from the settings and the exports.",
    "报告的范围：日期、窗口、币种、读者与主要模型，取自设置与导出文件。",
  ),
  settings: term(
    "Every setting in force, and whether this report changes it.",
    "生效的每项设置，以及本报告是否改动。",
  ),
  actions: term(
    "The library of suggested actions, with what the settings add.",
    "建议行动库及设置中的增补。",
  ),
  computation: term(
    "What this page is drawn from: the SQL, read from the files that ran.",
    "本页的来源：运行的SQL文件原文。",
  ),
  "filter-values": term("Regions and industries that a filter offers by name.", "筛选中可选的地区与行业。"),
  kpis: term(
    "Customers, orders and money over the window that ends on each date; Gini and the top 20% are over all customers who have bought by then.",
    "截至各日的窗口内的客户数、订单数与金额；基尼系数与前20%按当日已购买过的全部客户计算。",
  ),
  "pareto-curve": term(
    "Customers from the largest to the smallest: the money of all up to each point over the total.",
    "客户由大到小排列，各点为至该点的累计金额占合计的比例。",
  ),
  abc: term(
    "Customers, orders and money by ABC class at each date, by both presets and both measures.",
    "各日的ABC各类客户数、订单数与金额，含两种划分与两种度量。",
  ),
  rfm: term(
    "Customers, orders and money in each of the 125 cells of R, F and M at the newest date, under every scheme.",
    "最新日期125个RFM单元的客户数、订单数与金额，含各评分方案。",
  ),
  "rfm-thresholds": term(
    "The smallest and the largest value that got each score of R, F and M.",
    "R、F、M各得分对应的最小值与最大值。",
  ),
  "rfm-over-time": term(
    "Customers and money by score, one axis at a time, at each date, under the primary scheme.",
    "按主方案，各日各轴每一得分的客户数与金额。",
  ),
  "rfm-segments": term(
    "Customers and money by named segment, a partition of the 25 cells of R and F, at each date.",
    "各日各命名细分的客户数与金额；细分将R×F的25个单元无重叠地划分。",
  ),
  "rfm-bands": term(
    "Customers by their rank of R × F × M: the first share is kept, the last avoided, the middle invested in.",
    "按R×F×M之积排名：前段保持，中段投资，末段避免。",
  ),
  "spend-parts": term(
    "Customers ranked by the window’s spend: the head that makes up a share of sales, deciles, terciles.",
    "按窗口金额排名：占销售一定比例的头部、十等分与三等分。",
  ),
  categories: term(
    "Money by product category over the months that the window touches.",
    "窗口所及各月份按商品类别的金额。",
  ),
  concentration: term(
    "Shares of the top 1, 5, 10 and 20% of customers, Gini and HHI at each date, over all customers who have bought by then.",
    "各日前1%、5%、10%、20%客户的占比，以及基尼系数与HHI，按当日已购买过的全部客户计算。",
  ),
  "rfm-members": term("The largest customers of each RFM cell, by revenue.", "每个RFM单元中收入最大的客户。"),
  pyramid: term(
    "Customers and money by level of each pyramid: metals at each date, HSBC, Chase and value types at the newest.",
    "各金字塔每层的客户数与金额：金属层级含各日，汇丰、大通与价值类型为最新日期。",
  ),
  "pyramid-members": term(
    "The largest customers of each level, by profit or revenue.",
    "每层中利润（或收入）最大的客户。",
  ),
  movement: term(
    "Customers and their money by pair of dates and pair of classes; frozen thresholds are the first day’s, recomputed ones each day’s own.",
    "按起止日期与起止类别统计的客户数与金额；固定分界用首日分界，重算分界用各日分界。",
  ),
  inputs: term(
    "Files, rows and money of each export: read, used and not used.",
    "各导出文件的文件数、行数与金额：读取、使用与未用。",
  ),
  notices: term(
    "What looks wrong in the exports as a whole: days that stand apart from the rest, ids that match no customer, parents that no one knows.",
    "导出文件整体上的疑点：远离其余数据的日期、找不到客户的编号、不在册的上级客户。",
  ),
  quality: term(
    "Rows that were not used, by export, reason and column.",
    "未用的行，按导出文件、原因与列统计。",
  ),
  ledger: term(
    "All that the ledger holds up to the as-of date, whatever the window.",
    "截至日之前账上的全部内容，不限窗口。",
  ),
  "lifetime-models": term(
    "Each fit by maximum likelihood at each date, and why a model was refused.",
    "各日每个模型的极大似然拟合，以及未采用的原因。",
  ),
  "lifetime-parameters": term(
    "The parameters of each fit, with standard errors.",
    "各次拟合的参数及标准误。",
  ),
  "lifetime-values": term(
    "Customers in ten equal parts by lifetime value: profit so far, and the present value of what is expected within the horizon.",
    "客户按生命周期价值十等分：历史利润，以及预测期内预期利润的现值。",
  ),
  "lifetime-alive": term(
    "Customers by P(alive), the probability that they still buy, in bins of a tenth.",
    "客户按活跃概率P(alive)分布，每0.1一组。",
  ),
  "lifetime-holdout": term(
    "Models fitted without the last stretch, and their forecast for it beside what came.",
    "模型不含最后一段数据拟合，再将其预测与该段的实际比较。",
  ),
  "lifetime-sensitivity": term(
    "The value to come of all customers under other horizons and discount rates.",
    "全部客户的未来价值在其他预测期与折现率下的结果。",
  ),
  "lifetime-retention": term(
    "The plain retention formula: margin × r ÷ (1 + d − r), a year.",
    "简单留存公式：利润×r÷(1＋d−r)，按年。",
  ),
  methods: term(
    "At each past date customers are ranked by each method; the share of the following period’s money that its top 20% brought.",
    "在各过去日期按每种方法给客户排名，看其前20%带来其后一段金额的多少。",
  ),
  "method-summary": term(
    "The mean of that share over all past dates with a 95% interval, and how often each method was best.",
    "该占比在各过去日期的均值与95%区间，以及各方法最优的次数。",
  ),
  "method-agreement": term(
    "How many customers two methods’ top 20% share, over how many stand in either.",
    "两种方法前20%客户的交集与并集之比。",
  ),
};
