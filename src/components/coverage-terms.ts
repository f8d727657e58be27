import type {
  ContactEffectRow,
  GoalState,
  LifePhase,
  Need,
  PlanKind,
  PlanRole,
  Standing,
} from "../cubes/coverage.js";
import type {Locale} from "../cubes.js";
import type {Term} from "./terms.js";

const term = (en: string, zh: string): Term => ({en, zh});

/** The lines of the visit plan in the order of its table: who goes, and how. */
export const planLines: readonly (readonly [PlanRole, PlanKind])[] = [
  ["sales", "visit"],
  ["sales", "call"],
  ["manager", "visit"],
  ["manager", "call"],
  ["marketing_director", "visit"],
  ["marketing_director", "call"],
  ["general_manager", "visit"],
  ["general_manager", "call"],
];

export const roles: Record<PlanRole, Term> = {
  sales: term("Sales", "销售"),
  manager: term("Manager", "经理"),
  marketing_director: term("Marketing director", "市场总监"),
  general_manager: term("General manager", "总经理"),
};

export const contactKinds: Record<PlanKind, Term> = {
  visit: term("visit", "访问"),
  call: term("call", "电话"),
};

/** A line of the plan by name: "Sales visit", "销售访问". */
export function planLine(role: PlanRole, kind: PlanKind, locale: Locale): string {
  return locale === "zh"
    ? `${roles[role].zh}${contactKinds[kind].zh}`
    : `${roles[role].en} ${contactKinds[kind].en}`;
}

export const standings: Record<Standing, Term> = {
  under: term("below the minimum", "低于下限"),
  within: term("within the plan", "符合计划"),
  over: term("above the maximum", "超出上限"),
  not_due: term("nothing due yet", "尚无应访"),
};

export const contactChannels: Record<string, Term> = {
  face_to_face: term("face to face", "面谈"),
  phone: term("telephone", "电话"),
  letter: term("letter", "信函"),
  email: term("e-mail", "电子邮件"),
  web: term("website", "网站"),
  club: term("club", "俱乐部"),
  advertising: term("advertising", "广告"),
  other: term("other", "其他"),
};

export const contactContents: Record<string, Term> = {
  product: term("product and service", "产品与服务"),
  information: term("information", "信息"),
  emotion: term("feeling", "情感"),
  idea: term("ideas", "理念"),
  policy: term("policy", "政策"),
  unknown: term("not recorded", "未记录"),
};

export const initiators: Record<string, Term> = {
  company: term("begun by us", "企业发起"),
  customer: term("begun by the customer", "客户发起"),
  unknown: term("not recorded", "未记录"),
};

export const needTerms: Record<Need, Term> = {
  information: term("information", "信息需求"),
  service: term("service", "服务需求"),
  unknown: term("content not recorded", "内容未记录"),
};

export const goalStates: Record<GoalState, Term> = {
  reached: term("reached", "已达成"),
  not_reached: term("not reached", "未达成"),
  overdue: term("overdue", "逾期未定"),
  open: term("still open", "进行中"),
};

export const outcomes: Record<ContactEffectRow["outcome"], Term> = {
  reached: term("goal reached", "目标达成"),
  not_reached: term("goal missed or overdue", "目标未达成或逾期"),
  no_goal: term("no goal", "无目标"),
};

export const phases: Record<LifePhase, Term> = {
  prospect: term("acquisition: prospects", "潜在获取期：潜在客户"),
  acquisition: term("acquisition: new customers", "潜在获取期：新客户"),
  growth: term("growth", "成长期"),
  maturity: term("maturity", "成熟期"),
  inactive: term("no order in a year", "一年无订单"),
};

export const weekdays: readonly Term[] = [
  term("Mon", "周一"),
  term("Tue", "周二"),
  term("Wed", "周三"),
  term("Thu", "周四"),
  term("Fri", "周五"),
  term("Sat", "周六"),
  term("Sun", "周日"),
];

/** The same in an English sentence, Monday first. */
export const fullWeekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** How the source rates each channel, and what it is for. */
export const channelRatings = [
  {
    channel: "face_to_face",
    cost: term("high", "高"),
    speed: term("rather slow", "稍慢"),
    richness: term("very rich", "很丰富"),
    interaction: term("strong", "强"),
    use: term("general or deep questions", "一般信息或深度问题的咨询、交流"),
  },
  {
    channel: "letter",
    cost: term("medium", "中"),
    speed: term("slow", "慢"),
    richness: term("rich", "丰富"),
    interaction: term("weak", "弱"),
    use: term("a full account or explanation", "对相关信息充分的介绍、解释"),
  },
  {
    channel: "email",
    cost: term("low", "低"),
    speed: term("fast", "快"),
    richness: term("rich", "丰富"),
    interaction: term("fairly weak", "较弱"),
    use: term("general or specific information", "一般信息或特定信息的咨询、交流"),
  },
  {
    channel: "web",
    cost: term("low", "低"),
    speed: term("fast", "快"),
    richness: term("rich", "丰富"),
    interaction: term("fairly weak", "较弱"),
    use: term("general or specific information", "一般信息或特定信息的咨询、交流"),
  },
  {
    channel: "phone",
    cost: term("high", "高"),
    speed: term("very fast", "很快"),
    richness: term("poor", "不丰富"),
    interaction: term("fairly strong", "较强"),
    use: term("general questions", "对一般信息的咨询、交流"),
  },
  {
    channel: "club",
    cost: null,
    speed: null,
    richness: term("rich", "丰富"),
    interaction: null,
    use: term("exchange of feeling", "情感交流"),
  },
] as const;

/** What customers expect in each phase, after the source: basic, and latent. */
export const expectations = [
  {
    phase: term("Acquisition", "潜在获取期"),
    basic: term("good goods, and what goes with them", "优质的有形产品，配套的附加产品"),
    latent: term("more material benefit, the firm’s care", "更大的物质利益，企业的关心"),
  },
  {
    phase: term("Growth", "成长期"),
    basic: term("all that acquisition offers", "潜在获取期提供的一切价值"),
    latent: term("unusual attention from the firm", "受到企业非同一般的重视"),
  },
  {
    phase: term("Maturity", "成熟期"),
    basic: term(
      "all that growth offers; value received equal to value given",
      "成长期提供的一切价值，企业和自己得到的价值对等",
    ),
    latent: term(
      "to be part of the firm, and to have one’s importance to it recognised",
      "成为企业的一部分，对企业的重要价值得到认同",
    ),
  },
] as const;
