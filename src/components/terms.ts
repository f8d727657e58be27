import type {
  AbcClass,
  AbcPreset,
  Audience,
  ExportName,
  GridStage,
  Locale,
  Measure,
  RfmScheme,
  WalletStage,
} from "../cubes.js";

/** One term in both languages. */
export type Term = Record<Locale, string>;

const term = (en: string, zh: string): Term => ({en, zh});

export const measures: Record<Measure, Term> = {
  revenue: term("revenue", "收入"),
  profit: term("profit", "利润"),
};

export const classes: Record<AbcClass, Term> = {
  A: term("Class A", "A类"),
  B: term("Class B", "B类"),
  C: term("Class C", "C类"),
  D: term("Class D", "D类"),
  none: term("no class", "未分类"),
};

export const presets: Record<AbcPreset, Term> = {
  "by-customers": term("by number of customers", "按客户数"),
  "by-value": term("by value", "按金额"),
};

export const schemes: Record<RfmScheme, Term> = {
  together: term("equal values share a score", "同值同分"),
  ntile: term("equal-sized bins", "等量分组"),
  nested: term("nested: F within R, M within both", "嵌套：R内分F，R与F内分M"),
  fixed: term("fixed numbers of days", "固定天数"),
  airline: term("an airline’s scores", "某航空公司的评分"),
  custom: term("custom breaks", "自定分组"),
};

export const axes: Record<"r" | "f" | "m", Term> = {
  r: term("recency", "近度"),
  f: term("frequency", "频度"),
  m: term("money", "值度"),
};

/** Stages of the 25-grid. Never shown without the model's name where wallet stages stand nearby. */
export const gridStageTerms: Record<GridStage, Term> = {
  nurturing: term("nurturing", "孕育"),
  initial: term("initial", "初期"),
  middle: term("middle", "中期"),
  advanced: term("advanced", "高期"),
  partner: term("partner", "合作伙伴"),
  pre: term("below nurturing", "未达孕育阶段"),
  unassessed: term("not assessed", "未评估"),
};

/** Stages of the share of wallet. */
export const walletStageTerms: Record<WalletStage, Term> = {
  development: term("development", "客户开发"),
  initial: term("initial cooperation", "初期合作"),
  stable: term("stable", "稳定合作"),
  strategic: term("strategic", "战略合作"),
  interrupted: term("interrupted", "中断"),
  unknown: term("unknown share", "份额未知"),
  none: term("refunds only", "仅有退款"),
};

export const audiences: Record<Audience, Term> = {
  executives: term("executives", "管理层"),
  "account-team": term("the account team", "客户团队"),
  analysts: term("analysts", "分析人员"),
};

export const exportTerms: Record<ExportName, Term> = {
  transactions: term("transactions", "交易"),
  customers: term("customers", "客户"),
  relationships: term("relationship assessments", "关系评估"),
  wallets: term("wallets", "采购份额"),
  interactions: term("interactions", "互动记录"),
  complaints: term("complaints", "抱怨记录"),
  surveys: term("satisfaction surveys", "满意度调查"),
  events: term("opportunity events", "机会事件"),
  costs: term("costs to serve", "服务成本"),
};

/** Why rows were not used. A code that is not here is shown as it is. */
export const reasons: Record<string, Term> = {
  no_customer: term("no customer", "没有客户"),
  bad_date: term("date cannot be read", "日期无法读取"),
  bad_number: term("number cannot be read", "数字无法读取"),
  bad_flag: term("neither yes nor no", "不是“是”或“否”"),
  blank: term("required value is empty", "必填值为空"),
  share_above_100: term("share above 100%", "份额超过100%"),
  below_zero: term("below zero", "小于零"),
  twice: term("stands twice", "重复出现"),
  filtered: term("left out by a setting", "按设置排除"),
  malformed: term("line is malformed", "行格式有误"),
  unknown_level: term("level is not on the scale", "等级不在量表中"),
  unknown_code: term("value is not in the list", "取值不在列表中"),
  bad_period: term("period cannot be read", "期间无法读取"),
  before_start: term("earlier than the step before it", "早于前一步的日期"),
};

/** The words of tables, figures and controls. */
export const words = {
  brand: term("Guanxi", "关系"),
  contents: term("Pages", "页面"),
  skip: term("Skip to the content", "跳到正文"),
  search: term("Search", "搜索"),
  search_none: term("Nothing found", "没有找到"),
  search_no_page: term("No page says this.", "没有页面提到。"),
  search_nobody: term(
    "No page says this, and no customer has this name or id.",
    "没有页面提到，也没有这个名称或编号的客户。",
  ),
  search_customers: term("Search customers for “{q}”", "在客户中搜索“{q}”"),
  search_results: term("Search results", "搜索结果"),
  other_language: term("中文", "English"),
  customers: term("customers", "客户数"),
  /** Prospects, who never ordered, among them. */
  accounts: term("accounts", "客户数（含潜在客户）"),
  orders: term("orders", "订单数"),
  revenue: term("revenue", "收入"),
  profit: term("profit", "利润"),
  active_customers: term("customers who ordered", "有订单的客户"),
  new_customers: term("new customers", "新客户"),
  top20: term("revenue from the top 20%", "前20%客户的收入占比"),
  gini: term("Gini coefficient of revenue", "收入基尼系数"),
  below_zero: term("customers with negative revenue", "收入为负的客户"),
  at_zero: term("customers with no revenue", "收入为零的客户"),
  prospects: term("prospects", "潜在客户"),
  customer_days: term("customer days with an order or refund", "有订单或退款的客户日数"),
  days_since: term("mean days since the last purchase", "距上次购买平均天数"),
  share_customers: term("share of customers", "客户占比"),
  share_revenue: term("share of revenue", "收入占比"),
  share_profit: term("share of profit", "利润占比"),
  claimed: term("claimed share of profit", "文献所称利润占比"),
  class: term("class", "类别"),
  cell: term("cell", "单元"),
  score: term("score", "得分"),
  lowest: term("smallest value", "最小值"),
  highest: term("largest value", "最大值"),
  day: term("day", "日期"),
  as_of: term("as of", "截至"),
  grid_stage: term("grid stage", "方格阶段"),
  wallet_stage: term("wallet stage", "份额阶段"),
  personal: term("personal relationship", "个人关系"),
  company: term("company relationship", "公司关系"),
  stale: term("with a stale assessment", "评估已过期"),
  category_spend: term("bought in the category from everyone", "品类采购总额"),
  gap: term("wallet gap", "份额缺口"),
  wallet_share: term("share of wallet", "钱包份额"),
  customer: term("customer", "客户"),
  name: term("name", "名称"),
  kind: term("ahead", "领先的一方"),
  wallet_ahead: term("wallet ahead", "份额领先"),
  relationship_ahead: term("relationship ahead", "关系领先"),
  export: term("export", "导出文件"),
  files: term("files", "文件数"),
  rows_read: term("rows read", "读取行数"),
  rows_used: term("rows used", "使用行数"),
  rows_rejected: term("rows rejected", "未用行数"),
  money_read: term("money read", "读取金额"),
  money_used: term("money used", "使用金额"),
  money_rejected: term("money rejected", "未用金额"),
  money_unread: term("rows whose money cannot be read", "金额无法读取的行数"),
  first_day: term("first day", "最早日期"),
  last_day: term("last day", "最晚日期"),
  hash: term("hash", "哈希"),
  reason: term("reason", "原因"),
  column: term("column", "列"),
  rows: term("rows", "行数"),
  example: term("first such row", "首个此类行"),
  setting: term("setting", "设置"),
  value: term("value", "值"),
  origin: term("set by", "来源"),
  changed: term("this report", "本报告"),
  default: term("default", "默认"),
  level: term("level", "层级"),
  least_personal: term("least personal level", "最低个人关系等级"),
  least_company: term("least company level", "最低公司关系等级"),
  total: term("total", "合计"),
  figure: term("figure", "指标"),
  twin: term("The figures as a table", "以表格显示数据"),
  suppressed: term("suppressed", "已隐去"),
  no_cost: term("no cost", "无成本数据"),
  none: term("none", "无"),
  not_present: term("not supplied", "未提供"),
  close: term("Close", "关闭"),
  all_customers: term("all customers", "全部客户"),
  equality: term("if all were equal", "若各客户相等"),
  more: term("Read on", "查看详情"),
  segment: term("segment", "细分"),
  band: term("band", "分组"),
  from: term("from", "原类别"),
  to: term("to", "现类别"),
  money_before: term("money before", "此前金额"),
  money_after: term("money now", "当前金额"),
  clv: term("lifetime value", "生命周期价值"),
  clv_historic: term("value so far", "历史价值"),
  clv_future: term("expected value to come", "预期未来价值"),
  p_alive: term("mean P(alive)", "平均活跃概率"),
  expected_purchases: term("expected purchases", "预期购买次数"),
  part: term("part", "份"),
  parameter: term("parameter", "参数"),
  model: term("model", "模型"),
  estimate: term("estimate", "估计值"),
  standard_error: term("standard error", "标准误"),
  interval: term("95% interval", "95%区间"),
  unit: term("unit", "单位"),
  actual: term("what came", "实际"),
  horizon: term("horizon", "预测期"),
  discount_rate: term("yearly discount rate", "年折现率"),
  method: term("method", "方法"),
  cut: term("cut", "切分日"),
  mean: term("mean", "均值"),
  wins: term("times best", "最优次数"),
  rank_correlation: term("rank correlation", "秩相关"),
  best_possible: term("best in hindsight", "事后最优"),
  suggestion: term("suggestion", "建议"),
  why: term("why", "理由"),
  approver: term("needs approval by", "须经批准"),
  source: term("from", "出处"),
  claim: term("claim", "文献之说"),
  loyalty: term("loyalty score", "忠诚得分"),
  value_score: term("value score", "价值得分"),
} satisfies Record<string, Term>;

export type Word = keyof typeof words;

/** The word in the page's language. */
export function word(key: Word, locale: Locale): string {
  return words[key][locale];
}

/** A sentence's first letter in upper case; Chinese stays as it is. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The word as a label or a table head. */
export function label(key: Word, locale: Locale): string {
  return sentenceCase(words[key][locale]);
}

/** A grid stage with its model named: never to be mistaken for a wallet stage. */
export function gridStageName(stage: GridStage, locale: Locale): string {
  return locale === "zh" ? `方格·${gridStageTerms[stage].zh}` : `Grid: ${gridStageTerms[stage].en}`;
}

/** A wallet stage with its model named. */
export function walletStageName(stage: WalletStage, locale: Locale): string {
  return locale === "zh"
    ? `份额·${walletStageTerms[stage].zh.replace(/^份额/, "")}`
    : `Wallet: ${walletStageTerms[stage].en}`;
}
