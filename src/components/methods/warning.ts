import {horizonOf} from "../exhibits/warning/facts.js";
import {typeRule} from "../exhibits/warning/types.js";
import {settingOf} from "../settings-in-force.js";
import type {Site} from "../site.js";

type Entry = readonly [string, string];

/** How alerts, their money, the chance of a lapse and the backtest come about. */
export function warningMethod(site: Site): Entry[] {
  const set = (key: string, otherwise: number): number => settingOf(site, `warning.${key}`, otherwise);
  const [control, recovery, gone, weight] = [
    set("control_times", 1.5),
    set("recovery_times", 2),
    set("gone_days", 365),
    set("peer_weight", 20),
  ];
  const horizon = horizonOf(site) ?? settingOf(site, "backtest.horizon_days", 180);
  return site.locale === "zh"
    ? [
        [
          "预警",
          `三个阶段出自文献，规则为自定。对象为最近${gone}天内下过单的客户；每个截止日只用当时已知的数据，客户资料没有日期，不参与判断。`,
        ],
        [
          "阶段",
          `事后挽救：沉默达自身长间隔的${recovery}倍，或超过${horizon}天；事中控制：达${control}倍，或抱怨逾期，或有两种异常；其余为事前预警。单一联系人与评估过期是弱点而非异常，不提高阶段；“沉默”与“再次下单的可能性低”看的是同一沉默，只计一次。`,
        ],
        [
          "涉及收入",
          "截至末次下单的365天净收入，退款已减，不低于零。风险金额＝涉及收入×期限内不再下单的概率；名单按风险金额排序，同额依次按涉及收入、客户编号。",
        ],
        [
          "不再下单的概率",
          `同类客户（订单数与平均间隔相近）在同样沉默之后${horizon}天内未下单的比例，用Kaplan–Meier（1958）生存曲线估计，未结束的间隔按截尾处理；以${weight}位客户的权重向更大的群体靠拢。`,
        ],
        [
          "回测",
          `在过去的季度末（不足三个时改为月末，期限缩至90天）按当时已知的数据预警，看其后${horizon}天。对象为切分日前${horizon}天内下过单的客户：更早的已经流失，会抬高任何规则。流失为期限内未下单；“减半”为净采购额不足涉及收入同期份额的一半。`,
        ],
        [
          "简单规则",
          "沉默最久者先预警，与本预警数量相同；同值按客户编号。提前天数：从切分日到客户沉默满一个期限之日。",
        ],
        ["客户类型", `${typeRule(site)}。`],
        [
          "默认值的由来",
          "先看Online Retail较早的三个月末，再在其后三个月末、CDNOW与示例企业上核对：百分位0.75至0.99、权重5至100，结果相差很小，保留常用值；“再次下单的可能性低”在前后两段都优于沉默天数。订单间隔不足者若以同类客户的间隔代替，精确率低于沉默天数，故不用。同比与品类的界限只在示例企业（虚构）上看过，不据以修改。",
        ],
      ]
    : [
        [
          "Alerts",
          `The three phases are the source’s, their rules chosen. They cover customers with an order in the last ${gone} days. Each date uses what was known on it; columns of the customers export carry no date and take no part.`,
        ],
        [
          "Phases",
          `Recovery: silent for ${recovery} times the customer’s own long gap, or for more than ${horizon} days. Control: for ${control} times, or a complaint past its limit, or two anomalies. Warning: anything else. One contact and a stale assessment are weak spots, no anomalies, and raise no phase; the two signs that see a silence count as one.`,
        ],
        [
          "Money at stake",
          "Net revenue of the 365 days up to the last order, never below zero. Money at risk is that times the chance of no order within the horizon; the list is in its order, then by money at stake and customer id.",
        ],
        [
          "Chance of a lapse",
          `Of customers of like rhythm (number of orders, mean gap), the share that ordered nothing in the ${horizon} days after as long a silence; from Kaplan and Meier’s survival curve (1958), where gaps that have not ended count as censored; drawn towards larger groups with the weight of ${weight} customers.`,
        ],
        [
          "Backtest",
          `At past quarter ends (month ends, and a horizon of 90 days, where there are fewer than three) the warning is given from what was known then and compared with the next ${horizon} days. It covers those with an order in the ${horizon} days before: who had been silent longer had lapsed already and would flatter any rule. A lapse is no order within the horizon; “fell by half” is net spend below half of the money at stake’s share of as many days.`,
        ],
        [
          "Naive rule",
          "As many customers, the longest silent first; equal ones by customer id. Days ahead run from the date of the warning to the day on which the customer had been silent for a whole horizon.",
        ],
        ["Types of customers", `${typeRule(site)}.`],
        [
          "Where the defaults come from",
          "They were looked at on the three earlier month ends of Online Retail and checked on its three later ones, on CDNOW and on the sample business. Percentiles from 0.75 to 0.99 and weights from 5 to 100 made little difference, so the customary values stay; “unlikely to order again” did better than silence in both halves. Peers’ gaps in place of a rhythm that a customer does not have yet foretold fewer lapses than plain silence, so they are not used. Limits for spend and categories could be seen on the invented sample alone, which is no reason to change them.",
        ],
      ];
}
