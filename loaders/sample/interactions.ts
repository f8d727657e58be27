import type {Account} from "./account.js";
import {type Attention, firstRecorded} from "./attention.js";
import {historyDays, isoDate, isoMoment, minutesOfDay, workday} from "./calendar.js";
import {type Channel, type Content, channels} from "./channels.js";
import {Random} from "./random.js";

/** One contact with a customer, planned or held. */
export interface Interaction {
  /** Minutes since the history began. */
  moment: number;
  channel: Channel;
  /** Null where the record says nothing, which means held. */
  status: "planned" | "held" | "cancelled" | null;
  /** Which of the account's contacts, from 1; null where nobody in particular was met. */
  contact: number | null;
  content: Content;
  goal: string | null;
  due: number | null;
  achieved: boolean | null;
}

/** Where the first, second … contact of an account works: the third and the fifth sit beside the first two. */
const departments = ["purchasing", "engineering", "purchasing", "quality", "engineering", "management"];

const goals: Record<Content, Record<"en" | "zh", readonly string[]>> = {
  product: {
    en: ["get a trial order for a new series", "have samples tested", "win a second product line"],
    zh: ["争取新系列试订单", "安排样品测试", "拿下第二条产品线"],
  },
  information: {
    en: ["learn next year's purchasing plan", "meet the engineering department"],
    zh: ["了解明年采购计划", "结识技术部门"],
  },
  emotion: {en: ["renew the contact with management"], zh: ["恢复与管理层的往来"]},
  idea: {en: ["agree on a joint improvement project"], zh: ["商定联合改善项目"]},
  policy: {
    en: ["renew the yearly agreement", "agree on shorter payment terms"],
    zh: ["续签年度协议", "商定缩短账期"],
  },
};

/**
 * The recorded contacts with one account, oldest first: each channel is a process of its own, at the pace of the
 * account's tier and the effort it gets, on working days and in working hours.
 */
export function interactionsOf(account: Account, attention: Attention, seed: number): Interaction[] {
  const random = new Random(seed, account.index, "interactions");
  const people = contactsOf(account, attention, random);
  const found: Interaction[] = [];
  for (const channel of channels) {
    const perDay = (channel.monthly[attention.tier] * attention.factor * 12) / 365;
    if (perDay === 0) continue;
    for (let t = firstRecorded; ; ) {
      t += random.exponential(perDay);
      if (t >= historyDays) break;
      const day = Math.floor(t);
      if (random.chance(attention.on(day))) found.push(interaction(account, channel, people, day, random));
    }
  }
  return found.sort((a, b) => a.moment - b.moment);
}

/** Several people at key accounts, and at many others a single one. */
function contactsOf(account: Account, {tier}: Attention, random: Random): number {
  const single = random.chance(tier === "small" ? 0.8 : tier === "regular" ? 0.45 : 0.12);
  const several = random.whole(2, tier === "key" ? 2 + Math.round(3 * account.closeness) : 3);
  return account.story?.contacts ?? (single ? 1 : several);
}

function interaction(
  account: Account,
  channel: Channel,
  people: number,
  drawnDay: number,
  random: Random,
): Interaction {
  // Customers write and click on weekends, too.
  const day = channel.initiated_by === "customer" && channel.step === 1 ? drawnDay : workday(drawnDay);
  const content = random.pick(channel.contents);
  const status = drawStatus(channel, random);
  const pursued = random.chance(channel.goals);
  const due = pursued ? day + random.whole(14, 90) : null;
  return {
    moment: day * minutesOfDay + drawTime(channel, random),
    channel,
    status,
    contact: channel.kind === "advertising" ? null : 1 + Math.floor(random.uniform() ** 1.6 * people),
    content,
    goal: pursued ? random.pick(goals[content][account.owner.language]) : null,
    due,
    achieved: due === null ? null : drawAchieved(account, status, due, random),
  };
}

function drawStatus({cancelled, neverHeld}: Channel, random: Random): Interaction["status"] {
  const u = random.uniform();
  if (u < cancelled) return "cancelled";
  if (u < cancelled + neverHeld) return "planned";
  return u > 0.95 ? null : "held";
}

/** Two uniforms make the middle of the day the busiest. */
function drawTime({hours, step}: Channel, random: Random): number {
  if (hours === null) return 0;
  const [from, to] = hours;
  const minutes = ((random.uniform() + random.uniform()) / 2) * (to - from) * 60;
  return from * 60 + Math.floor(minutes / step) * step;
}

/** Whether a goal was reached is told once it is due, and not always. */
function drawAchieved(
  account: Account,
  status: Interaction["status"],
  due: number,
  random: Random,
): boolean | null {
  const reached = random.chance(0.3 + 0.4 * account.closeness);
  const told = random.chance(0.92);
  if (due >= historyDays || !told) return null;
  return reached && (status === "held" || status === null);
}

/** One row of `interactions` as a CSV record. None of its values can need a quote. */
export function interactionRecord(row: Interaction, customerId: string): string {
  const {channel, moment, contact} = row;
  const occurred = channel.hours === null ? isoDate(Math.floor(moment / minutesOfDay)) : isoMoment(moment);
  const person = contact === null ? "" : `${customerId}-${contact}`;
  const department = contact === null ? "" : departments[contact - 1]!;
  const due = row.due === null ? "" : isoDate(row.due);
  return `${customerId},${occurred},${channel.kind},${channel.role ?? ""},${row.status ?? ""},${channel.initiated_by},${person},${department},${row.content},${row.goal ?? ""},${due},${row.achieved ?? ""}\n`;
}
