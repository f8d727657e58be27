import type {Account} from "./account.js";
import {type Attention, tierOf} from "./attention.js";
import {dayOf, historyDays, isoDate, minutesOfDay, workday} from "./calendar.js";
import type {Complaint} from "./complaints.js";
import {Random} from "./random.js";
import type {Cell} from "./write-csv.js";

type Method = "interview" | "email" | "fax" | "letter";

/** The yearly surveys begin in the middle of September. */
const rounds = [2021, 2022, 2023, 2024, 2025].map((year) => dayOf(`${year}-09-15`));

const responseShare: Record<Method, number> = {interview: 0.9, email: 0.48, fax: 0.3, letter: 0.36};

/**
 * The rows of `surveys` of one account, oldest first, without its id. Key accounts are all asked, the others by sample.
 * The loop leaks at each step: not all answer, not all answers are analysed, acted upon and fed back.
 *
 * Marks are out of ten. What is perceived falls behind what is expected before most dropouts and after a complaint
 * that was handled badly; some customers are content and leave all the same.
 */
export function surveysOf(account: Account, complaints: Complaint[], seed: number): Cell[][] {
  if (account.type !== "buyer" && account.type !== "story") return [];
  const random = new Random(seed, account.index, "surveys");
  const tier = tierOf(account);
  const contentLeaver = random.chance(0.35);
  const rows: Cell[][] = [];
  for (const round of rounds) {
    const sent = workday(round + random.whole(0, 40));
    const asked = random.chance(tier === "key" ? 0.95 : 0.4);
    if (!asked || account.acquired > sent - 30 || account.churned < sent - 150) continue;
    const method = account.story === null ? drawMethod(tier, random) : "interview";
    const row = new SurveyLoop(sent, random);
    const responded = row.step(random.chance(responseShare[method]), 0, 28);
    const analysed = row.step(random.chance(0.86), 7, 40);
    const action = row.step(random.chance(0.62), 10, 60);
    const fedBack = row.step(random.chance(0.58), 10, 45);
    const marks = drawMarks(account, complaints, sent, contentLeaver, random);
    const answers = responded === null ? [null, null, null, null] : marks;
    const coverage = tier === "key" ? "census" : "sample";
    rows.push([isoDate(sent), method, coverage, responded, analysed, ...answers, action, fedBack]);
  }
  return rows;
}

function drawMethod(tier: Attention["tier"], random: Random): Method {
  const u = random.uniform();
  if (u < (tier === "key" ? 0.6 : 0.1)) return "interview";
  if (u < 0.85) return "email";
  return u < 0.9 ? "fax" : "letter";
}

/** The days of a loop's steps: a step is taken only where the one before it was, and not after the history's end. */
class SurveyLoop {
  constructor(
    private day: number | null,
    private readonly random: Random,
  ) {}

  step(taken: boolean, soonest: number, latest: number): string | null {
    const after = this.random.whole(soonest, latest);
    const day = this.day === null ? null : workday(this.day + after);
    this.day = taken && day !== null && day < historyDays ? day : null;
    return this.day === null ? null : isoDate(this.day);
  }
}

/** Perceived, expected, whether it means to buy and whether it would recommend us. */
function drawMarks(
  account: Account,
  complaints: Complaint[],
  sent: number,
  contentLeaver: boolean,
  random: Random,
): Cell[] {
  const expected = mark(8 + 0.6 * random.normal());
  const leaving = account.churned - sent < 220 && !contentLeaver ? 1.7 : 0;
  const sore = complaints.some((c) => {
    const days = sent - c.opened / minutesOfDay;
    return days > 0 && days < 240 && c.satisfied !== true;
  });
  const gap =
    account.story?.surveyGap(sent) ??
    0.9 * (account.closeness - 0.5) - 0.1 - leaving - (sore ? 1.1 : 0) + 0.4 * random.normal();
  const perceived = mark(expected + gap + 0.4 * random.normal());
  const answers = [perceived.toFixed(1), expected.toFixed(1)];
  if (account.story !== null) return [...answers, perceived >= 7, perceived >= 8];
  const intends = random.chance(perceived >= 8 ? 0.93 : perceived >= 7 ? 0.78 : perceived >= 6 ? 0.5 : 0.25);
  const recommends = random.chance(perceived >= 8.5 ? 0.8 : perceived >= 7.5 ? 0.5 : 0.12);
  return [...answers, random.chance(0.94) ? intends : null, random.chance(0.94) ? recommends : null];
}

function mark(value: number): number {
  return Math.min(10, Math.max(1, Math.round(value * 10) / 10));
}
