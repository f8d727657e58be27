import type {CubeName} from "../../cubes.js";
import type {Term} from "../terms.js";

const term = (en: string, zh: string): Term => ({en, zh});

/** What is counted in each cube of relationships, share of wallet, movement and the warning, in a sentence or two. */
export const relationshipCubeWords: Partial<Record<CubeName, Term>> = {
  grid: term(
    "Customers by personal and company level of their newest assessment by the date; the stage is the highest whose two minimums are met.",
    "按截至该日的最近一次评估，统计各个人关系与公司关系等级的客户；阶段取两项最低要求都达到的最高者。",
  ),
  "assessment-ages": term(
    "How old the newest assessments are, by grid stage.",
    "各方格阶段最近一次评估的时间长短。",
  ),
  "reliance-accounts": term(
    "The largest accounts whose relationship leans on one axis: on a person, or on the company’s name alone.",
    "关系偏向一方的最大客户：依赖个人，或只认公司。",
  ),
  "stale-assessments": term("The largest accounts whose assessment is too old.", "评估已过期的最大客户。"),
  wallet: term(
    "Customers by share-of-wallet stage at each date: our sales over what they buy in the category from everyone, in the figure’s own period.",
    "各日各份额阶段的客户：在数据所属期间内，我方销售额占其品类采购总额的比例。",
  ),
  "wallet-ages": term("How old the wallet figures are, by wallet stage.", "各份额阶段采购数据的时间长短。"),
  "wallet-segments": term(
    "The wallet gap, what customers buy from others, by class, segment, region and industry.",
    "份额缺口（客户向他人采购的金额）按类别、细分、地区与行业统计。",
  ),
  "wallet-accounts": term("The accounts with the largest wallet gap.", "份额缺口最大的客户。"),
  "contact-pattern": term(
    "Departments and people met at each wallet stage, and accounts visited by a manager or higher.",
    "各份额阶段接触的部门与人数，以及经理以上访问过的客户。",
  ),
  "senior-visits": term(
    "Stable and strategic accounts that no manager or higher has visited recently.",
    "近期没有经理以上访问的稳定与战略客户。",
  ),
  "stage-cross": term("Customers by grid stage and wallet stage.", "客户按方格阶段与份额阶段交叉统计。"),
  "stage-mismatches": term("Accounts whose two stages disagree.", "两种阶段不一致的客户。"),
  "class-movement": term(
    "Customers and money by class before and class now, about a year and the whole span apart.",
    "按原类别与现类别统计的客户数与金额，间隔约一年与全程。",
  ),
  "class-movement-ways": term(
    "How many rose, stayed and regressed, with their money.",
    "上移、未变与倒退的客户数与金额。",
  ),
  "class-movement-pairs": term("The same movement over every pair of dates.", "任意两日之间的同一移动。"),
  "class-movers": term(
    "Who moved, by name, the largest changes of money first.",
    "发生移动的客户，金额变化大者在前。",
  ),
  "stage-regressions": term(
    "Of the accounts at a stage that were looked at again, how many stood lower at the end of the span.",
    "某阶段的客户中再次评估者，期末处于更低阶段的比例。",
  ),
  "stage-trends": term(
    "The Cochran–Armitage test that the rate of regression falls with the stage.",
    "Cochran–Armitage趋势检验：倒退率是否随阶段升高而下降。",
  ),
  alerts: term(
    "Accounts with each sign of trouble, by phase, at each date, from what was known by then.",
    "按当时已知的数据，各日出现各征兆的客户及其阶段。",
  ),
  "alert-accounts": term(
    "Each account once by phase, with its money at stake and at risk: at stake × the chance of no further order.",
    "每位客户按阶段计一次，含涉及收入与风险金额（涉及收入×不再下单的概率）。",
  ),
  "alert-list": term(
    "The accounts with the most money at risk, a row per sign.",
    "风险金额最大的客户，每个征兆一行。",
  ),
  "top-alerts": term("The ten accounts with the most money at risk.", "风险金额最大的十位客户。"),
  "backtest-cuts": term(
    "The past dates at which the warning was put to the test, and what followed.",
    "检验预警的过去日期及其后的结果。",
  ),
  "backtest-rules": term(
    "For each rule over all past dates: how many of those warned of lapsed (precision), how many lapses were warned of (recall), how long before.",
    "各规则在全部过去日期的结果：被预警者中流失的比例（精确率）、流失者中被预警的比例（召回率）与提前天数。",
  ),
  "backtest-curve": term(
    "The share of all lapses, and of the money lost, among the first twentieths of each ranking.",
    "各排序的前若干二十分之一中，占全部流失及损失金额的比例。",
  ),
  "customer-types": term(
    "Most valuable, most growable, pre-churn and negative customers; each customer is in one.",
    "最有价值、最有增长潜力、预流失与负值客户，每位客户只属一类。",
  ),
  opportunities: term(
    "Recent dated opportunities, by kind and wallet stage.",
    "近期的机会事件，按种类与份额阶段统计。",
  ),
  "opportunity-list": term("The newest opportunities.", "最新的机会事件。"),
  churn: term(
    "Customers with an order in the year before last and none in the last one, with what they had brought.",
    "前一年有订单而最近一年没有的客户，及其此前的金额。",
  ),
};
