import type {
  Buying,
  ComplaintCause,
  ComplaintDetail,
  ComplaintQuarterRow,
  Handling,
  ServiceGapRow,
  SurveyStep,
} from "../cubes/service.js";
import type {Locale} from "../cubes.js";
import type {Term} from "./terms.js";

const term = (en: string, zh: string): Term => ({en, zh});

/** The five levels of key-account service, and what is below the first. */
export const serviceLevels: Record<number, Term> = {
  0: term("complaint past its limit", "抱怨逾期未决"),
  1: term("resolve complaints", "解决客户抱怨"),
  2: term("standardised", "标准化"),
  3: term("personalised", "个性化"),
  4: term("attacking", "进攻式服务"),
  5: term("strategic", "战略性服务"),
};

/** A level with its number: "3 personalised"; null is not known. */
export function levelName(level: number | null, locale: Locale): string {
  if (level === null) return locale === "zh" ? "未知" : "not known";
  return `${level} ${serviceLevels[level]?.[locale] ?? ""}`.trim();
}

export const handlings: Record<Handling, Term> = {
  well: term("in the limit, satisfied", "限期内解决且满意"),
  poorly: term("late or not satisfied", "逾期解决或不满意"),
  unasked: term("in the limit, satisfaction not recorded", "限期内解决，未记录是否满意"),
  unresolved: term("not resolved", "未解决"),
};

export const buyings: Record<Buying, Term> = {
  buying: term("still buying", "继续购买"),
  gone: term("did not buy again in time", "未在其间再次购买"),
  young: term("too early to tell", "时间未到，尚难判断"),
  untold: term("had not bought before", "此前未购买，无从判断"),
};

/** Complaints of a quarter against the limit. */
export const quarterTimings: Record<ComplaintQuarterRow["timing"], Term> = {
  in_limit: term("resolved in the limit", "限期内解决"),
  missed: term("resolved late, or open past the limit", "逾期解决或逾期未决"),
  in_time: term("open, still in time", "处理中，未到限期"),
};

export const causes: Record<ComplaintCause, Term> = {
  goods: term("goods", "商品"),
  service: term("service", "服务"),
  customer: term("the customer", "客户原因"),
  unknown: term("no cause recorded", "未记录原因"),
};

export const causeDetails: Record<ComplaintDetail, Term> = {
  quality: term("quality", "质量"),
  specification: term("specification", "规格"),
  tolerance: term("tolerance", "误差"),
  fault: term("fault", "故障"),
  attitude: term("attitude", "态度"),
  manner: term("manner", "方式"),
  skill: term("skill", "技巧"),
  misuse: term("misuse", "使用不当"),
  expectation: term("expectation too high", "期望过高"),
  unknown: term("not recorded", "未记录"),
};

export const surveySteps: Record<SurveyStep, Term> = {
  sent: term("sent", "发出"),
  responded: term("responded", "回复"),
  analysed: term("analysed", "分析"),
  acted: term("acted on", "改进"),
  fed_back: term("fed back", "反馈并致谢"),
};

export const because: Record<ServiceGapRow["because"], Term> = {
  stage: term("strategic share or partner stage", "战略合作份额或合作伙伴阶段"),
  influence: term("high influence", "影响力大"),
  class: term("its class", "客户类别"),
  no_order: term("everyone’s level: no order in the window", "全体客户的层次：窗口内无订单"),
  everyone: term("everyone’s level", "全体客户的层次"),
};

export const loyalties = {
  behavioural: term("behavioural", "行为忠诚"),
  intentional: term("intentional", "意识忠诚"),
  emotional: term("emotional", "情感忠诚"),
} satisfies Record<string, Term>;
