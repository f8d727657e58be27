import {settingOf, threshold} from "../settings-in-force.js";
import type {Site} from "../site.js";
import type {Entry} from "./all.js";

/** How movement is counted, and how the claim that higher stages regress less is tested. */
export function movementMethod(site: Site): Entry[] {
  const level = threshold(settingOf(site, "movement.significance", 0.05));
  const least = String(settingOf(site, "movement.least_regressions", 10));
  return site.locale === "zh"
    ? [
        [
          "移动",
          "任意两个截止日之间，每位客户由前一日的类别到后一日的类别；每行合计为前一日该类别的客户数（“当时未知”除外），每列合计为后一日的客户数，金额合计为两日各自窗口的总额。两日各按当日的标准：客户可因他人变化而移动，固定分界的移动见RFM与客户金字塔两页。",
        ],
        [
          "次序",
          "方格：未达孕育、孕育、初期、中期、高期、合作伙伴。份额：客户开发与中断同为0%，其上为初期、稳定、战略合作。金字塔：重铅、黄铜、黄金、钻石。RFM细分按四族，同族为平级；本报告自定的细分没有次序。ABC：D、C、B、A。",
        ],
        [
          "不属层级",
          "未评估、份额未知、仅有退款、潜在客户。由此而来为“转为已知”，到此为“转为未知”。“当时未知”指前一日尚无任何购买、评估或份额数据；客户导出文件不带日期，仅在其中出现的潜在客户只算最近截止日已知。",
        ],
        [
          "倒退率",
          "对互不重叠的期间（相邻季度末之间；由最近截止日起每次约一年）合计：期初在该阶段、期内重新评估（测得份额）的客户中，期末处于更低阶段者的比例。期内没有新数据的客户不可能移动，另行计数而不入分母。区间为Wilson得分区间（Wilson 1927）。阶段越高，可落下的级数越多，最低一级不能再降。",
        ],
        [
          "趋势检验",
          `Cochran–Armitage检验（Armitage 1955；Agresti《Categorical Data Analysis》5.3.5）：z = (N·Σsy − Σs·R) / √(R(N−R)(N·Σs² − (Σs)²)/N)，s为阶段的级数，y为是否倒退。同一客户的多次观察并不独立：期间互不重叠，并另算按客户合并的方差（广义得分检验，Boos 1992），取两者中较弱的一个。双侧概率低于${level}且方向向下为“得到支持”；倒退少于${least}次不作判断。`,
        ],
        [
          "名单",
          "约一年之间在该模型中上移或倒退的客户，按利润（无利润时按收入）变化的绝对值排列。管理层没有名单。",
        ],
      ]
    : [
        [
          "Movement",
          "Between any two as-of dates, each customer from its class on the first to its class on the second. The rows add up to the classes on the first day (but for those not known yet), the columns to those on the second, the money to the totals of the windows before both. Each day has its own rules: a customer may move because others did. Moves by frozen thresholds stand on the pages of RFM and of the pyramid.",
        ],
        [
          "Order",
          "Grid: below nurturing, nurturing, initial, middle, advanced, partner. Wallet: development and interrupted, which are both 0%, then initial cooperation, stable, strategic. Pyramid: lead, brass, gold, diamond. RFM segments by their four families, level inside each; segments of the report’s own have no order. ABC: D, C, B, A.",
        ],
        [
          "No steps",
          "Not assessed, unknown share, refunds only, prospects. To leave them is to become known, to go there is to become unknown. “Not known yet” had no purchase, assessment or wallet figure by the first day; the customers export carries no date, so that prospects who stand in it alone are known at the newest date only.",
        ],
        [
          "Rate of regression",
          "Over intervals that don’t overlap (from quarter end to quarter end; about a year each, back from the newest date): of the accounts at a stage at the start that were assessed (or measured) again by the end, those that then stood lower. Without a new figure no account can move, so the others are counted and stand outside the rate. The interval is Wilson’s score interval (Wilson 1927). From a higher stage there are more steps to fall; from the lowest there is none.",
        ],
        [
          "Test of trend",
          `Cochran–Armitage (Armitage 1955; Agresti, Categorical Data Analysis, 5.3.5): z = (N Σsy − Σs R) / √(R (N − R) (N Σs² − (Σs)²) / N), with s the step of the stage and y whether it regressed. One account’s observations are not independent: the intervals don’t overlap, and a second statistic takes each account’s observations together in its variance (the generalised score test, Boos 1992); the weaker of the two counts. Supported is a falling trend with a two-sided probability below ${level}; with fewer than ${least} regressions nothing is said.`,
        ],
        [
          "Lists by name",
          "Who moved up or regressed in the model over about a year, by the absolute change of profit (of revenue where there is none). Executives get no lists.",
        ],
      ];
}
