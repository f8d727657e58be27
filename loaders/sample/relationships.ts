import type {Account} from "./account.js";
import {dayOf, historyDays, isoDate} from "./calendar.js";
import {Random} from "./random.js";
import {directors, owners, type Seller} from "./sellers.js";
import type {Story} from "./stories/story.js";

/** One assessment of one account: the two levels by name, as its assessor writes them. */
interface Assessment {
  assessed_on: string;
  personal_level: string;
  company_level: string;
  assessor: string;
}

/** The five levels of each axis, lowest first, in the words of the 25-grid. */
const levelNames = {
  personal: {
    en: ["acquainted", "shared interests", "converging views", "aligned habits", "shared values"],
    zh: ["相识", "兴趣相投", "观念趋同", "习惯一致", "价值观一致"],
  },
  company: {
    en: ["preference", "trust and commitment", "value-adding", "brand identification", "shared vision"],
    zh: ["喜好偏好", "信任承诺", "价值增值", "情感品牌认同", "远景战略一致"],
  },
} as const;

const assessedSince = dayOf("2023-01-01");

/**
 * The assessments of one account over the last three years, oldest first; none for about three accounts in ten.
 * Levels follow the account's closeness, mostly rise from one assessment to the next and sometimes fall; after the
 * account has dropped out they fall. A story has its own, by its former seller until that one left. One account in seven hangs on its seller, one in eleven on the company.
 */
export function assessmentsOf(account: Account, seed: number): Assessment[] {
  if (account.story !== null) return scripted(account, account.story);
  const random = new Random(seed, account.index, "relationships");
  if (!random.chance(account.type === "prospect" ? 0.4 : 0.72)) return [];
  let [personal, company] = firstLevels(account, random);
  const assessments: Assessment[] = [];
  let day = firstAssessment(account, random);
  while (day < historyDays) {
    const assessor = random.chance(0.85) ? account.owner : random.pick(directors);
    assessments.push(assessment(day, personal, company, assessor));
    const gone = day > account.churned;
    personal = move(personal, random, gone);
    company = move(company, random, gone);
    // Some accounts stop being looked at, most of all those that are gone: their assessments go stale.
    if (random.chance(gone ? 0.55 : 0.06)) break;
    day += random.whole(80, 200);
  }
  return assessments;
}

function scripted(account: Account, story: Story): Assessment[] {
  const {owner} = account;
  const sellers = owners[owner.language];
  const former = sellers[(sellers.indexOf(owner) + 1) % sellers.length]!;
  const left = story.handover === undefined ? 0 : dayOf(story.handover);
  return story.assessments.map(([assessed_on, personal, company]) => {
    const day = dayOf(assessed_on);
    return assessment(day, personal, company, day < left ? former : owner);
  });
}

function firstAssessment(account: Account, random: Random): number {
  const known =
    account.type === "prospect" ? assessedSince : Math.max(assessedSince, Math.floor(account.acquired));
  return known + Math.floor(random.uniform() ** 1.6 * (historyDays - known) * 0.9);
}

function firstLevels(account: Account, random: Random): [number, number] {
  const reach = account.type === "prospect" ? 0.4 * account.closeness : account.closeness;
  const personal = toLevel(1.4 + 3.6 * reach + 0.6 * random.normal());
  const company = toLevel(0.7 + 3.9 * reach + 0.6 * random.normal());
  const hangsOn = random.uniform();
  if (hangsOn < 1 / 7) return [Math.max(personal, 3), toLevel(Math.min(company, personal - 2))];
  if (hangsOn < 1 / 7 + 1 / 11) return [toLevel(Math.min(personal, company - 1)), Math.max(company, 3)];
  return [personal, company];
}

function move(level: number, random: Random, gone: boolean): number {
  const u = random.uniform();
  if (gone) return u < 0.35 ? toLevel(level - 1) : level;
  if (u < 0.24) return toLevel(level + 1);
  return u > 0.95 ? toLevel(level - 1) : level;
}

function toLevel(value: number): number {
  return Math.min(5, Math.max(1, Math.round(value)));
}

function assessment(day: number, personal: number, company: number, assessor: Seller): Assessment {
  return {
    assessed_on: isoDate(day),
    personal_level: levelNames.personal[assessor.language][personal - 1]!,
    company_level: levelNames.company[assessor.language][company - 1]!,
    assessor: assessor.name,
  };
}
