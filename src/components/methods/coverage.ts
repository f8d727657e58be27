import {costLack} from "../exhibits/coverage/costs.js";
import {lifecycleRule} from "../exhibits/coverage/lifecycle.js";
import {count} from "../formats.js";
import {settingOf, threshold} from "../settings-in-force.js";
import type {Site} from "../site.js";

type Entry = readonly [string, string];

/** How visits, channels, costs to serve, touchpoints and phases come about. */
export function coverageMethod(site: Site): Entry[] {
  const {cubes, locale} = site;
  const zh = locale === "zh";
  const period = cubes.read("coverage-period");
  const n = (x: number): string => count(x, locale);
  const reach = threshold(settingOf(site, "coverage.touchpoint_reach", 0.1));
  const days = period.effect_days;
  const money = period.costs_in === "money";
  const gaps = zh
    ? `期内互动${n(period.contacts)}次，其中${n(period.without_role)}次无角色、${n(period.without_content)}次无内容、${n(period.with_others)}次的对象不是客户。`
    : `Of ${n(period.contacts)} contacts held in the period, ${n(period.without_role)} carry no role, ${n(period.without_content)} no content, and ${n(period.with_others)} were with accounts that are not customers.`;
  const costs =
    costLack(site) === undefined
      ? zh
        ? `${period.cost_of_others ? "非客户账户的成本不计入" : "非客户账户没有成本"}；${period.uncosted_customers === null ? "少数" : n(period.uncosted_customers)}位客户没有成本记录，按零计。`
        : `${period.cost_of_others ? "Costs of accounts that are not customers are left out" : "Accounts that are not customers have no cost"}; ${period.uncosted_customers === null ? "a few" : n(period.uncosted_customers)} customers have no cost on record and count as zero.`
      : "";
  return zh
    ? [
        [
          "访问计划",
          `次数出自文献，可在设置中改动。一个月为365天的十二分之一。期内成为客户者，自首次订单之日按天数折算：下限不足一次的部分不计应访，上限不足一次的部分按一次计。导出文件起始之前的天数不计。类别为主方案在期末的类别；D类与未分类客户没有计划；${period.due_without_order ? "报告窗口内没有订单的客户也计应访" : "报告窗口内没有订单的客户不计应访，另列"}（自定）。`,
        ],
        [
          "完成率",
          "各客户实访次数（以其下限为限）之和，除以下限之和：对一位客户访问过多不能抵补另一位。“有必要时”与“—”不计分。没有角色的互动归销售（设置）；由客户发起的也算。",
        ],
        ["计划未执行", "日期已过、状态仍为计划，且当日没有同一方式与角色的实访；取消另计。"],
        [
          "互动成本",
          `${money ? "以金额计（设置）" : "以点数表示相对成本，不是金额：文献评为高的渠道每次10点，中3点，低1点（数值自定；电话在文献中也评为高）"}。${gaps}`,
        ],
        ["精力与贡献", "“80%的精力用于20%的客户”为文献之说，列作对照。"],
        [
          "服务成本",
          `每笔成本均摊到其所属期间的每一天，计入落在期内的天数；跨过截止日的成本只计至截止日。${costs}`,
        ],
        [
          "接触点",
          `需求由互动内容得出：信息、理念、政策为信息需求；产品与服务、情感为服务需求（自定）。在该处接触过的客户达全部客户的${reach}即为满足（自定）。`,
        ],
        [
          "互动前后",
          `每客户、每种结果只取最后一次互动，前后各${days}天，当天不计；之后的天数须在数据之内。对比只是描述：得到更多互动的客户本就不同。`,
        ],
        ["生命周期", `${lifecycleRule(site)}。`],
      ]
    : [
        [
          "Visit plan",
          `The numbers are the source’s and a setting. A month is a twelfth of 365 days. For customers gained within the period the numbers are pro rata from the first order, the minimum rounded down and the maximum rounded up. Days before the export begins don’t count. The class is the primary preset’s at the period’s end; class D and those without a class have no plan; accounts without an order in the report’s window ${period.due_without_order ? "are owed visits too" : "stand apart and nothing is due to them"} (chosen).`,
        ],
        [
          "Compliance",
          "Contacts held, each account’s up to its minimum, over the sum of the minimums: too many with one account make up for no other. “As needed” and “—” are not scored. A contact without a role counts as the seller’s (setting), and so does one that the customer began.",
        ],
        [
          "Never held",
          "Still planned though its day has passed, and no contact of the same kind and role was held on that day; cancelled ones are counted apart.",
        ],
        [
          "Cost of contact",
          `${money ? "In money (setting)" : "In points of relative cost, not money: 10 a contact where the source rates a channel’s cost high, 3 medium, 1 low (the numbers are chosen; the source rates the telephone high too)"}. ${gaps}`,
        ],
        ["Effort and value", "“80% of the effort for the 20%” is the source’s claim, shown for comparison."],
        [
          "Cost to serve",
          `Each cost is spread evenly over the days of its own period; those inside count, and none after the as-of date. ${costs}`,
        ],
        [
          "Touchpoints",
          `Needs come from what contacts were about: information, ideas and policy answer a need for information; product and service, and feeling, one for service (chosen). A need is met where ${reach} of all customers were reached there (chosen).`,
        ],
        [
          "Before and after",
          `One contact of each account and outcome, the last, with ${days} days on either side and without its own day; the days after must lie within the data. This describes and explains nothing: accounts that are seen more differ to begin with.`,
        ],
        ["Phases", `${lifecycleRule(site)}.`],
      ];
}

/** How a gift budget is worked out. */
export function budgetMethod({locale}: Site): Entry[] {
  return locale === "zh"
    ? [
        [
          "层级",
          "客户按窗口内的利润（没有成本数据时按收入）从大到小排列。某层的人数为累计占比乘以客户数、四舍五入，减去前一层的末位，因此各层之和恒为全部客户。",
        ],
        [
          "两个方案",
          "出自文献：1,000位客户，方案一每人200元，共200,000元；方案二4%定做1,000元礼品，16%送月饼（每盒200元，由上文推得），80%一封信，共72,000元加信件。信价160元时二者相等。信价文献未给，默认为零，可自行填写。",
        ],
        ["覆盖的价值", "该层客户在窗口内带来的金额除以该层花费。只说明钱花在谁身上，不说明会带来什么。"],
        ["上限与公职人员", "每人上限与公共部门的上限为设置；超过者予以提示，不改动金额。"],
      ]
    : [
        [
          "Tiers",
          "Customers are ranked by the window’s profit, or its revenue where there are no costs, largest first. A tier ends at its cumulative share of the customers, rounded, and begins where the one before it ends: so tiers always add up to everyone.",
        ],
        [
          "The two plans",
          "The source’s, for 1,000 customers. Plan 1: 200 each, 200,000. Plan 2: a gift of 1,000 made to the taste of the first 4%, mooncakes for the next 16% (200 a box, inferred), a letter for 80%: 72,000 and the letters. They are equal where a letter costs 160. The source does not price the letter: it is zero until you enter it.",
        ],
        [
          "Value covered",
          "What a tier’s customers brought in the window over what is spent on them. It says on whom money is spent, not what the gift will bring in.",
        ],
        [
          "Caps",
          "The cap per recipient and the limit for public officials are settings; amounts above them are flagged, not changed.",
        ],
      ];
}
