import {alertPhases, customerTypes} from "../../cubes/warning.js";
import {abcClasses, gridStages, type Locale, walletPlaces} from "../../cubes.js";

/** What a column holds. Money travels in minor units and is decimal money in the workbench; a list is its only values. */
export type WorkbenchKind =
  | "id"
  | "name"
  | "text"
  | "day"
  | "count"
  | "money"
  | "share"
  | "number"
  | "flag"
  | readonly string[];

/** A column of the workbench's tables, with its meaning in one line. */
export interface WorkbenchColumn extends Record<Locale, string> {
  name: string;
  kind: WorkbenchKind;
}

const column = (name: string, kind: WorkbenchKind, en: string, zh: string): WorkbenchColumn => ({
  name,
  kind,
  en,
  zh,
});

const metals = ["diamond", "gold", "brass", "lead", "none"];

/** The table `scores`: each customer at the report's date. All that may leave for the workbench stands here. */
export const scoreColumns: readonly WorkbenchColumn[] = [
  column("as_of", "day", "the report’s date", "报告的截止日"),
  column("customer_id", "id", "the customer", "客户编号"),
  column("name", "name", "name, from the customers export as it stands", "名称，以客户导出时为准"),
  column("region", "text", "region, likewise", "地区，同上"),
  column("industry", "text", "industry, likewise", "行业，同上"),
  column("owner", "name", "account manager, likewise", "负责人，同上"),
  column("since", "day", "customer since, likewise", "建档日，同上"),
  column("status", "text", "status, likewise", "状态，同上"),
  column("influence", "text", "influence, likewise", "影响力，同上"),
  column(
    "is_customer",
    "flag",
    "has ordered; false for prospects and refund-only customers",
    "有过订单；潜在客户与仅有退款者为否",
  ),
  column("is_refund_only", "flag", "has only given back", "仅有退款"),
  column("first_order_on", "day", "first order", "首个订单日"),
  column("last_order_on", "day", "newest order", "最近订单日"),
  column("recency_days", "count", "days since the newest order", "距最近订单的天数"),
  column("orders", "count", "orders in the window", "窗口内订单数"),
  column("revenue", "money", "revenue in the window, less refunds", "窗口内收入，已减退款"),
  column("profit", "money", "profit in the window; null without costs", "窗口内利润；无成本时为空"),
  column("orders_ever", "count", "orders so far", "历来订单数"),
  column("revenue_ever", "money", "revenue so far", "历来收入"),
  column(
    "cost_to_serve",
    "money",
    "cost to serve in the window, where it is known",
    "窗口内服务成本（如有）",
  ),
  column("revenue_rank", "count", "place by revenue, 1 = largest", "收入名次，1为最大"),
  column("decile", "count", "tenth of the customers by revenue, 1 = largest", "按收入的十分位，1为最大"),
  column("r", "count", "recency score of the primary scheme, 5 = best", "主方案的近度得分，5最好"),
  column("f", "count", "frequency score", "频度得分"),
  column("m", "count", "money score", "值度得分"),
  column("segment", "text", "RFM segment", "RFM细分"),
  column("rfm_rank", "count", "place by R × F × M", "按R×F×M的名次"),
  column("rfm_band", ["keep", "invest", "avoid"], "band of that place", "该名次的区段"),
  column("abc", abcClasses, "ABC class of the primary preset and measure", "主方案的ABC分类"),
  column("abc_customers_revenue", abcClasses, "class by customers, of revenue", "按客户数、收入的分类"),
  column("abc_customers_profit", abcClasses, "class by customers, of profit", "按客户数、利润的分类"),
  column("abc_value_revenue", abcClasses, "class by value, of revenue", "按金额、收入的分类"),
  column("abc_value_profit", abcClasses, "class by value, of profit", "按金额、利润的分类"),
  column("metal", metals, "migration pyramid", "客户金字塔（四层）"),
  column("hsbc", ["A", "B", "C", "D", "E", "F", "G", "none"], "HSBC pyramid", "汇丰金字塔"),
  column("loyalty", "share", "its loyalty score", "其忠诚度得分"),
  column("value", "share", "its value score", "其价值得分"),
  column(
    "chase",
    ["blue", "green", "red", "transfer", "exit", "other", "none"],
    "Chase’s groups",
    "大通客户分组",
  ),
  column("mvc", "flag", "most valuable", "最有价值客户"),
  column("mgc", "flag", "most growable", "最有增长潜力客户"),
  column(
    "below_zero",
    "flag",
    "lifetime value below zero after cost to serve",
    "零点以下客户：扣除服务成本后生命周期价值为负",
  ),
  column("migrator", "flag", "migrator", "迁移客户"),
  column("growth_potential", "money", "growth potential, where it is known", "成长潜力（如有）"),
  column("customer_type", customerTypes, "customer type of the warning", "预警所用的客户类型"),
  column(
    "lifecycle",
    ["prospect", "acquisition", "growth", "maturity", "inactive"],
    "phase of the life cycle",
    "生命周期阶段",
  ),
  column("p_alive", "share", "probability of still being a customer", "仍为客户的概率"),
  column(
    "expected_purchases",
    "number",
    "orders expected within the model’s horizon",
    "模型期限内的预期订单数",
  ),
  column("clv", "money", "lifetime value: past and future", "生命周期价值：历史与未来之和"),
  column("clv_historic", "money", "its past part", "其中历史部分"),
  column("clv_future", "money", "its future part", "其中未来部分"),
  column("personal", "count", "personal level of the 25-grid, 1 to 5", "25方格的个人关系等级，1至5"),
  column("company", "count", "company level, 1 to 5", "公司关系等级，1至5"),
  column("grid_stage", gridStages, "stage of the 25-grid", "25方格的关系阶段"),
  column("assessed_on", "day", "newest assessment", "最近评估日"),
  column("wallet_stage", walletPlaces, "stage by share of wallet", "按采购份额的阶段"),
  column("wallet_share", "share", "share of wallet", "采购份额"),
  column(
    "category_spend",
    "money",
    "what the customer spends on our categories anywhere",
    "客户在本品类的全部采购额",
  ),
  column("wallet_gap", "money", "of this, spent elsewhere", "其中向他人采购的部分"),
  column("contacts_held", "count", "contacts held recently", "近期互动次数"),
  column("departments", "count", "departments that they reached", "其中涉及的部门数"),
  column("people", "count", "people that they reached", "其中涉及的人数"),
  column("last_visit_on", "day", "newest visit held", "最近一次访问日"),
  column("senior_visit_on", "day", "newest visit by a manager or higher", "最近一次经理及以上人员访问日"),
  column("service_suggested", "count", "service level suggested, 1 to 5", "建议的服务层次，1至5"),
  column("service_delivered", "count", "service level delivered", "实际的服务层次"),
  column("complaints", "count", "complaints so far", "历来抱怨数"),
  column("complaints_open", "count", "of these, not resolved", "其中未解决"),
  column("last_complaint_on", "day", "newest complaint", "最近抱怨日"),
  column("alerts", "count", "signs of the warning", "征兆数"),
  column("alert_phase", alertPhases, "phase of the alert", "预警所处阶段"),
  column("alert_since", "day", "warned since", "预警起始日"),
  column("at_stake", "money", "money at stake", "涉及收入"),
  column("chance", "share", "chance of no order within the horizon", "期限内不再下单的概率"),
  column("at_risk", "money", "money at stake × chance", "涉及收入×概率"),
];

/** The table `purchases_monthly`: each month of a customer with anything on the ledger. */
export const purchaseColumns: readonly WorkbenchColumn[] = [
  column("customer_id", "id", "the customer", "客户编号"),
  column("month", "day", "first day of the month", "当月首日"),
  column("orders", "count", "orders", "订单数"),
  column("revenue", "money", "revenue, less refunds", "收入，已减退款"),
  column("profit", "money", "profit; null without costs", "利润；无成本时为空"),
];

/** How many rows the files hold, and of how many. */
export interface WorkbenchCounts {
  customers: number;
  customers_of: number;
  months: number;
  months_of: number;
}
