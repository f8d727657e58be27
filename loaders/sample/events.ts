import type {Account} from "./account.js";
import {type Attention, tierOf} from "./attention.js";
import {dayOf, historyDays, isoDate, workday} from "./calendar.js";
import {Random} from "./random.js";
import type {Cell} from "./write-csv.js";

export type EventKind =
  | "new_product"
  | "purchasing_timing"
  | "personnel_change"
  | "product_quality"
  | "service_complaints"
  | "weak_relationship"
  | "deteriorated_relationship"
  | "cost_reduction";

/** What a seller writes down of each kind, and how often it comes among ten or so. */
const notes: Record<EventKind, {weight: number; en: readonly string[]; zh: readonly string[]}> = {
  new_product: {
    weight: 1.6,
    en: ["develops a new machine", "asks for samples of our new series"],
    zh: ["正在开发新机型", "索取我方新系列样品"],
  },
  purchasing_timing: {
    weight: 2,
    en: ["yearly contract comes up", "budget for next year is set", "spare parts run low"],
    zh: ["年度合同将到期", "明年预算已定", "备件库存见底"],
  },
  personnel_change: {
    weight: 1.4,
    en: ["new head of purchasing", "our contact moved to another department"],
    zh: ["采购负责人更换", "联系人调往其他部门"],
  },
  product_quality: {
    weight: 1,
    en: ["a rival's delivery failed its inspection"],
    zh: ["竞争对手一批货验收不合格"],
  },
  service_complaints: {
    weight: 1.1,
    en: ["complains that a rival answers too late", "a rival's repair took three weeks"],
    zh: ["抱怨竞争对手响应慢", "竞争对手维修拖了三周"],
  },
  weak_relationship: {
    weight: 0.9,
    en: ["a rival knows nobody but the buyer"],
    zh: ["竞争对手只认识采购一人"],
  },
  deteriorated_relationship: {
    weight: 0.7,
    en: ["quarrels with a rival over an invoice"],
    zh: ["与竞争对手因货款起争执"],
  },
  cost_reduction: {
    weight: 1.5,
    en: ["is to cut the cost of bought parts", "asks for a cheaper material"],
    zh: ["要求外购件降本", "询问更便宜的材料"],
  },
};

const kinds = Object.keys(notes) as EventKind[];
const totalWeight = kinds.reduce((sum, kind) => sum + notes[kind].weight, 0);

/** Events are written down since then. */
const since = dayOf("2022-01-01");

/**
 * The rows of `events` of one account, oldest first, without its id: dated opportunities, more of them where a seller
 * looks often (prospects and customers that buy) and few at those that have left.
 */
export function eventsOf(account: Account, seed: number): Cell[][] {
  const {language} = account.owner;
  if (account.story !== null) {
    return account.story.events.map(([day, kind, en, zh]) => [day, kind, language === "zh" ? zh : en]);
  }
  const random = new Random(seed, account.index, "events");
  const tier = tierOf(account);
  const rows: Cell[][] = [];
  for (let t = since; ; ) {
    t += random.exponential(busiest / 365);
    if (t >= historyDays) return rows;
    if (!random.chance(yearly(account, tier, t) / busiest)) continue;
    const kind = drawKind(random);
    const note = random.pick(notes[kind][language]);
    rows.push([isoDate(workday(Math.floor(t))), kind, random.chance(0.8) ? note : null]);
  }
}

const busiest = 1.6;

/** Events a year at an account on a day. */
function yearly(account: Account, tier: Attention["tier"], day: number): number {
  if (account.type === "prospect") return busiest;
  if (day < account.acquired) return day > account.acquired - 200 ? busiest : 0;
  if (account.type !== "buyer" || day > account.churned) return 0.2;
  return tier === "key" ? 1.5 : tier === "regular" ? 0.7 : 0.35;
}

function drawKind(random: Random): EventKind {
  let rest = random.uniform() * totalWeight;
  for (const kind of kinds) {
    rest -= notes[kind].weight;
    if (rest < 0) return kind;
  }
  return kinds.at(-1)!;
}
