import type {CubeName} from "../../cubes.js";
import type {Term} from "../terms.js";

const term = (en: string, zh: string): Term => ({en, zh});

/** What is counted in each cube of service, coverage and the budget, in a sentence or two. */
export const serviceCubeWords: Partial<Record<CubeName, Term>> = {
  "complaint-outcomes": term(
    "Complaints opened in the window by what had become of them: invalid, open, resolved, satisfied, still buying.",
    "窗口内提出的抱怨按结果统计：不成立、处理中、已解决、满意、继续购买。",
  ),
  "complaint-timing": term("Complaints against the time limit, at each date.", "各日抱怨与限期的对照。"),
  "complaint-summary": term(
    "Complaints, complainants and the median time to resolve, at each date.",
    "各日的抱怨数、抱怨客户数与解决时间中位数。",
  ),
  "complaint-quarters": term(
    "Complaints against the limit by the quarter of their opening.",
    "按提出季度统计的抱怨与限期对照。",
  ),
  "complaint-times": term(
    "Resolved complaints by time taken, in multiples of the limit.",
    "已解决的抱怨按用时（限期的倍数）分布。",
  ),
  "complaint-causes": term("Complaints by cause and detail.", "抱怨按原因与细项统计。"),
  "complaint-kept": term(
    "Customers by how their complaint was handled and whether they still buy: again within the setting’s multiple of their own usual gap.",
    "客户按抱怨处理方式及是否继续购买统计：在自身通常间隔的设定倍数内再次购买。",
  ),
  "complaint-aftermath": term(
    "Buying before and after a complaint, beside like customers without one. A description, not an effect.",
    "抱怨前后的购买，与相似的未抱怨客户对照；仅为描述，并非因果。",
  ),
  "service-levels": term(
    "Customers by service level suggested and delivered.",
    "客户按建议与实际服务层次统计。",
  ),
  "service-depth": term(
    "Customers by ABC class and service level delivered.",
    "客户按ABC类别与实际服务层次统计。",
  ),
  "service-gaps": term(
    "Customers whose service lies furthest below the suggestion.",
    "实际服务低于建议最多的客户。",
  ),
  "service-classes": term(
    "Complaints, their time, and invitations, by ABC class.",
    "各ABC类别的抱怨、用时与受邀情况。",
  ),
  "survey-loop": term(
    "Surveys sent in the window by the last step reached; a later step counts as having passed those before it.",
    "窗口内发出的调查按到达的最后一步统计；到达后一步即视为经过前几步。",
  ),
  "survey-differences": term(
    "Perceived less expected in customers’ newest answers, by class.",
    "客户最近一次回复中感知与期望之差，按类别统计。",
  ),
  "survey-repurchase": term(
    "Customers by satisfaction and by whether they bought again.",
    "客户按是否满意及是否再次购买统计。",
  ),
  loyalty: term(
    "Behavioural loyalty (ordered again in the window), intentional (means to buy) and emotional (would recommend), together.",
    "行为忠诚（窗口内再次下单）、意识忠诚（打算购买）与情感忠诚（愿意推荐）的组合。",
  ),
  "visit-compliance": term(
    "Contacts due by the visit plan and contacts held, by class and line, at each date.",
    "各日按类别与计划行统计的应访与实访次数。",
  ),
  "visit-standing": term(
    "Accounts below, within and above the visit plan.",
    "低于、符合与超出访问计划的客户。",
  ),
  "visit-accounts": term(
    "Class A accounts seen too little, class C accounts seen too much.",
    "访问不足的A类客户与访问过多的C类客户。",
  ),
  "coverage-period": term(
    "The period over which contacts and costs are counted, and how complete the exports are.",
    "互动与成本的统计期间，以及数据的完整程度。",
  ),
  "contact-mix": term(
    "Contacts held, by channel, content and who began them, each by class.",
    "已进行的互动，按渠道、内容与发起方、并按类别统计。",
  ),
  "contact-hours": term(
    "Contacts held, by weekday and hour, where the hour is known.",
    "已进行的互动按星期与时刻统计（仅限时刻已知者）。",
  ),
  effort: term(
    "Contacts and their cost by class, beside what the class brings.",
    "各类别的互动次数与成本，与其贡献对照。",
  ),
  "cost-to-serve": term(
    "Profit and cost to serve by class, accounts that cost more than they bring apart.",
    "各类别的利润与服务成本，成本高于利润的客户另列。",
  ),
  "cost-accounts": term("Accounts that cost more to serve than they bring.", "服务成本高于利润的客户。"),
  "whale-after-cost": term(
    "Cumulative profit before and after cost to serve, each largest first.",
    "扣除服务成本前后的累计利润，各自由大到小。",
  ),
  "touchpoint-plan": term("The touchpoints that the settings want.", "设置中要求的接触点。"),
  touchpoints: term("Accounts reached at each touchpoint, by need.", "各接触点触及的客户，按需求统计。"),
  "contact-goals": term("Contacts with a goal, by what became of it.", "设有目标的互动按结果统计。"),
  "contact-effect": term(
    "Buying before and after contacts. A description, not an effect.",
    "互动前后的购买；仅为描述，并非因果。",
  ),
  lifecycle: term(
    "Accounts by phase, from their own age and trend.",
    "客户按生命周期阶段统计，由其时间长短与趋势判断。",
  ),
  "budget-curve": term(
    "Existing customers ranked by what they brought, at each whole per cent.",
    "现有客户按贡献排名，每1%一点。",
  ),
};
