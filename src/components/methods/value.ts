import {pyramidRule} from "../exhibits/pyramids.js";
import {schemeRule} from "../exhibits/rfm-schemes.js";
import {chosenHorizon, horizonWords} from "../horizon.js";
import {settingOf, threshold} from "../settings-in-force.js";
import type {Site} from "../site.js";
import {measures, schemes, sentenceCase} from "../terms.js";

type Entry = readonly [string, string];

/** How RFM's scores, segments, bands and lists come about. */
export function rfmMethod(site: Site): Entry[] {
  const {cubes, locale} = site;
  const {primary_scheme: primary, rfm_value: value} = cubes.report;
  const [keep, avoid] = [settingOf(site, "rfm.keep_share", 0.2), settingOf(site, "rfm.avoid_share", 0.2)];
  const [first, middle, last] = [threshold(keep), threshold(1 - keep - avoid), threshold(avoid)];
  const counted = {
    revenue: {en: "Money in the window, net of refunds.", zh: "窗口内的净额，已减退款。"},
    profit: {en: "Profit in the window.", zh: "窗口内的利润。"},
    quantity: {en: "Quantity in the window: RFA in place of RFM.", zh: "窗口内的数量：以RFA代替RFM。"},
    points: {en: "Points in the window, in place of money.", zh: "窗口内的积分，代替金额。"},
  }[value][locale];
  return locale === "zh"
    ? [
        ["近度R", "距上次购买的天数，按全部历史计；天数越少得分越高。"],
        ["频度F", "窗口内的订单数；没有订单号时为有订单的天数。退款不算购买。"],
        ["值度M", counted],
        ["主方案", `${schemes[primary].zh}。${schemeRule(primary, site)}`],
        [
          "细分",
          "R×F的25个单元各属且只属一个细分；细分表为通行做法（自定），可在设置中更换，生成报告时检查无重叠、无遗漏。",
        ],
        [
          "三段",
          `按R×F×M之积排名：前${first}保持，中间${middle}投资，末${last}避免（出自文献）。125个单元只有30种乘积，同积依次按值度、频度、近度、客户编号。`,
        ],
        [
          "移动",
          "比较两日的细分，均按五等分、同值同分评分。固定分界：两日都用首日的分界；重算分界：各用当日分界。",
        ],
      ]
    : [
        ["Recency R", "Days since the last purchase, over all history; the score grows as the days shrink."],
        [
          "Frequency F",
          "Orders in the window; days with an order where there is no order id. A refund is never a visit.",
        ],
        ["Money M", counted],
        ["Primary scheme", `${sentenceCase(schemes[primary].en)}. ${schemeRule(primary, site)}`],
        [
          "Segments",
          "Each of the 25 cells of R×F belongs to one segment and to one alone. The table is common practice (chosen), can be replaced in the settings, and is checked for overlaps and holes when the report is built.",
        ],
        [
          "Bands",
          `By the product R×F×M: the first ${first} keep, the middle ${middle} invest, the last ${last} avoid (sourced). The 125 cells have only 30 products: ties go by money, frequency, recency and customer id.`,
        ],
        [
          "Movement",
          "Segments at two days, both scored in five equal parts with equal values together. Frozen: both days by the first day’s breaks. Recomputed: each by its own.",
        ],
      ];
}

/** How lifetime values come about. */
export function lifetimeMethod(site: Site): Entry[] {
  const {months, rate} = chosenHorizon(site);
  const words = horizonWords(site);
  return site.locale === "zh"
    ? [
        [
          "生命周期价值",
          `广义：历史价值与预期未来价值之和；狭义：仅未来部分。${words}（设置，自定）。${site.cubes.report.has_profit ? "以利润计。" : "没有成本数据，以收入计。"}`,
        ],
        [
          "购买次数",
          "BG/NBD（Fader、Hardie、Lee 2005）与Pareto/NBD（Schmittlein、Morrison、Colombo 1987）。二者都看不出流失时，代之以不设流失的NBD（Ehrenberg 1959）；再不成，则为简单外推。时间以周计；近度为首次至末次购买之间，同日多单算一次。",
        ],
        [
          "购买金额",
          "Gamma-Gamma（Fader、Hardie 2005），以重复购买的平均金额估计；退款使均值不为正者按零计。",
        ],
        [
          "未来价值",
          `${months}个月内折现后的预期购买次数×预期金额×利润率；客户自身的利润率按三次购买的权重向全体靠拢。年折现率${Number((rate * 100).toFixed(2))}%。`,
        ],
        ["十份", "客户按生命周期价值从高到低分为人数相等的十份；生命周期价值为负的客户单列。"],
        [
          "留出检验",
          "用过去的数据拟合，预测其后的一段，与实际比较；简单外推为客户过去的购买频率不变地延续。",
        ],
        [
          "留存公式",
          "利润×r÷(1+d−r)，每年；r为前一年有订单的客户中次年仍有订单者所占比例（Gupta、Lehmann 2003）。",
        ],
      ]
    : [
        [
          "Lifetime value",
          `Broad: value so far plus expected value to come; narrow: the latter alone. ${sentenceCase(words)} (settings, chosen). ${site.cubes.report.has_profit ? "In profit." : "There are no costs, so it is revenue-based."}`,
        ],
        [
          "Purchases",
          "BG/NBD (Fader, Hardie and Lee 2005) and Pareto/NBD (Schmittlein, Morrison and Colombo 1987). Where neither finds any dropout, NBD without one (Ehrenberg 1959) stands in; where that fails too, the naive rate. Time is in weeks; recency runs from the first to the last purchase; orders of one day count once.",
        ],
        [
          "Amounts",
          "Gamma-Gamma (Fader and Hardie 2005), from the mean of repeat purchases; a mean that refunds bring to zero or below counts as zero.",
        ],
        [
          "Value to come",
          `Expected purchases over ${months} months, discounted, times expected spend, times margin; a customer’s own margin is drawn towards everyone’s with the weight of three purchases. Discounted at ${Number((rate * 100).toFixed(2))}% a year.`,
        ],
        [
          "Ten parts",
          "Customers from the highest lifetime value to the lowest, in ten parts of equal size; those whose lifetime value is negative stand apart.",
        ],
        [
          "Holdout",
          "Fitted on the past, forecast for the stretch that followed, compared with what came. The naive rate lets each customer’s past rate go on unchanged.",
        ],
        [
          "Retention formula",
          "Margin × r ÷ (1 + d − r), a year; r is the share of those with an order in one year who ordered again in the next (Gupta and Lehmann 2003).",
        ],
      ];
}

/** How the pyramids' levels come about. */
export function pyramidMethod(site: Site): Entry[] {
  const zh = site.locale === "zh";
  const stop = zh ? "。" : ".";
  return [
    [
      zh ? "客户金字塔（钻石、黄金、黄铜、重铅）" : "Migration pyramid",
      `${pyramidRule(site, "metal")}${stop}`,
    ],
    [zh ? "汇丰" : "HSBC", `${pyramidRule(site, "hsbc")}${stop}`],
    [zh ? "大通" : "Chase", `${pyramidRule(site, "chase")}${stop}`],
    [zh ? "价值分类" : "Value types", `${pyramidRule(site, "value_type")}${stop}`],
    [
      zh ? "日期" : "Dates",
      zh
        ? "客户金字塔在每个截止日都计算；汇丰、大通与价值分类用到没有日期的客户资料，只在最近截止日计算。"
        : "The migration pyramid stands at each as-of date; HSBC’s, Chase’s and the value types use columns without a date and stand at the newest alone.",
    ],
  ];
}

/** How the methods are measured against what came. */
export function comparisonMethod({cubes, locale}: Site): Entry[] {
  const money = measures[cubes.report.primary_abc_measure][locale];
  return locale === "zh"
    ? [
        [
          "测量",
          `在过去的每个季度末，只用当时已知的数据给客户排序，取前20%，看其后一段时间全部${money}中有多少来自他们。`,
        ],
        [
          "事后最优",
          "若事先知道结果，任何20%的客户所能占的最大比例，取各切分日的均值；其余客户亏损时可超过100%。筛选后仍是全部客户中其后金额最高的20%，对所选客户未必最好，可能被超过。",
        ],
        [
          "区间",
          "各切分日均值的95%区间；切分日相隔一季度，时间段重叠时彼此并不独立，区间因此偏窄。区间重叠时不称哪种方法领先。",
        ],
        [
          "排序依据",
          "ABC按窗口内金额；RFM按三项得分之积；生命周期价值按未来部分；另以上一期金额和仅看近度作为对照。",
        ],
        ["一致程度", "两种方法前20%的共有客户数除以两者合计（Jaccard指数），最近切分日。"],
        [
          "筛选",
          "筛选只决定计入谁的金额（按客户在各切分日的类别与阶段）；前20%仍从全部客户中选出，因此选中所选客户较多的方法占比较高。",
        ],
      ]
    : [
        [
          "Measurement",
          `At each past quarter end customers are ranked by what was known then. Of all the ${money} of the period that followed, what share came from the method’s top 20%?`,
        ],
        [
          "Best in hindsight",
          "The largest share that any 20% could have brought, had one known: the mean over the cuts; above 100% where the others lose money. Under a filter it is still the 20% of all customers that then brought most, not the best for those chosen, and can be passed.",
        ],
        [
          "Interval",
          "95%, of the mean over the cuts. Cuts are a quarter apart: where their periods overlap they are not independent, and the interval is too narrow rather than too wide. No method is called ahead where intervals overlap.",
        ],
        [
          "Ranked by",
          "ABC, money in the window; RFM, the product of its scores; lifetime value, its future part; and for comparison the last period’s spend and recency alone.",
        ],
        ["Agreement", "Customers in both top groups over customers in either (Jaccard), at the newest cut."],
        [
          "Filters",
          "They choose whose money is counted, by what customers were at each cut; the top 20% stays that of all customers, so a method that takes more of those chosen catches more of their money.",
        ],
      ];
}
