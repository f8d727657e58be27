import {limitOf} from "../exhibits/service/facts.js";
import {settingOf, settingText} from "../settings-in-force.js";
import type {Site} from "../site.js";

type Entry = readonly [string, string];

/** How service levels, complaints and surveys come about. */
export function serviceMethod(site: Site): Entry[] {
  const set = (key: string, otherwise: number): number => settingOf(site, `service.${key}`, otherwise);
  const [limit, times, days] = [limitOf(site), set("gap_multiple", 2), set("after_days", 180)];
  const [base, classLevel, influence, strategic] = [
    set("base_level", 2),
    set("class_level", 3),
    set("influence_level", 4),
    set("strategic_level", 5),
  ];
  const classes = (settingText(site, "service.classes") ?? "A, B").replaceAll(
    ", ",
    site.locale === "zh" ? "、" : ", ",
  );
  const [since, quarters, breadth, seniors, wide, joint] = [
    set("delivered.days", 365),
    set("delivered.quarters", 3),
    set("delivered.breadth", 2),
    set("delivered.senior_contacts", 1),
    set("delivered.strategic_breadth", 3),
    set("delivered.joint_days", 1),
  ];
  return site.locale === "zh"
    ? [
        [
          "建议层次",
          `五个层次出自文献，规则为自定：全体${base}；${classes}类且窗口内有订单者${classLevel}；影响力大${influence}；战略合作份额或合作伙伴阶段${strategic}；取其最高。影响力没有日期，只用于最近截止日。`,
        ],
        [
          "实际层次",
          `导出文件没有这一列，由${since}天内已举行的互动推断（自定，广告不计），逐层累加：0为有成立的抱怨逾期未决；1为抱怨已解决且有联系；2为四个季度中至少${quarters}个有联系；3为我方角色或客户部门至少${breadth}个；4为市场总监或总经理至少${seniors}次；5为总经理参加、角色与部门各至少${wide}个、且有至少${joint}天两种角色同日到场。没有记录者为未知。`,
        ],
        [
          "抱怨",
          `抱怨在某日只按该日已知的计：其后才解决的，在该日未解决；是否满意随解决而知。是否成立没有日期，自提出起计；未判断的视为成立。限期${limit}小时（设置），恰好等于限期为限期内；两端有一端只有日期时按整天计。`,
        ],
        [
          "继续购买",
          `解决之后（未解决的为提出之后，回复调查的为回复之后），在客户自身通常购买间隔（至当日为止各间隔的中位数；只买过一次的用全体的中位数）的${times}倍之内再次购买，当日不计。时间未到者一律另列，无论是否已买，否则早买者会抬高比例。`,
        ],
        [
          "处理之后",
          `比较提出前${days}天与解决后${days}天。对照为从未抱怨、在提出前最近截止日同类别、同近度与频度得分、收入最接近的客户；同一对照可用于几位客户。抱怨者与对照仍可能有未记录的差别：这是描述，不是效果。区间为Wilson 95%。`,
        ],
        [
          "调查",
          "后一步视为已过前几步；没有回复则没有可分析的。只有反馈之后才算闭环。满意为感知不低于期望。",
        ],
        [
          "VIP",
          "透明度：导出文件中没有客户能否看到自己订单进度的记录，无法计算。参与只计俱乐部、活动与质量会议的邀请（设置）。服务项目的内容也不在导出文件中。",
        ],
      ]
    : [
        [
          "Level suggested",
          `The five levels are the source’s, the rule is chosen: everyone ${base}; class ${classes} with an order in the window ${classLevel}; high influence ${influence}; a strategic wallet or the partner stage ${strategic}; the highest that holds. Influence has no date and takes part at the newest date alone.`,
        ],
        [
          "Level delivered",
          `No export has it; it is read from contacts held in ${since} days (chosen; advertising aside), each level on top of those below: 0, a valid complaint is open past its limit; 1, complaints are resolved and there is contact; 2, contact in at least ${quarters} of 4 quarters; 3, at least ${breadth} of our roles or of the customer’s departments; 4, at least ${seniors} contact of a marketing director or general manager; 5, a general manager, at least ${wide} roles and ${wide} departments, and at least ${joint} day with two roles together. Where nothing is on record it is not known.`,
        ],
        [
          "Complaints",
          `At a date a complaint counts with what was known by then: one resolved later is open, and whether the customer was satisfied comes with the resolution. The verdict on validity has no date and counts from the opening; what nobody judged is taken as valid. The limit is ${limit} hours (setting); exactly at the limit is within it. Whole days are compared where either end has no hour.`,
        ],
        [
          "Still buying",
          `Bought within ${times} times the customer’s own usual gap (the median of its gaps up to then; everyone’s where it had bought once) after the resolution, after the opening where there is none, or after answering a survey; that day itself aside. Those whose time is not up stand apart even if they have bought: counting early buyers alone would flatter the share.`,
        ],
        [
          "What handling was followed by",
          `The ${days} days before the opening against the ${days} after the resolution. Beside each stands a customer who never complained, of the same class, recency and frequency scores at the last as-of date before, nearest in revenue; one may stand beside several. The two may differ in ways that no export holds: this describes, and proves no effect. Intervals are Wilson’s, 95%.`,
        ],
        [
          "Surveys",
          "A later step counts as having passed those before it; without an answer there is nothing to analyse. The loop is closed only when fed back. Satisfied is perceived at or above expected.",
        ],
        [
          "VIP",
          "Transparency: no export holds whether customers can see where their orders stand, so it can’t be computed, nor what the service consists of. Participation counts invitations to clubs, events and quality meetings alone (setting).",
        ],
      ];
}
