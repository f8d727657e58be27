import type {Account} from "./account.js";
import {historyDays, minutesOfDay, workday} from "./calendar.js";
import {population} from "./population.js";
import type {Line} from "./purchases.js";
import {Random} from "./random.js";

/** One complaint and how it ended; null where it hasn't, or where nobody wrote it down. */
export interface Complaint {
  /** Minutes since the history began. */
  opened: number;
  resolved: number | null;
  cause: "goods" | "service" | "customer";
  cause_detail: string;
  valid: boolean | null;
  satisfied: boolean | null;
  /** In cents. */
  compensation: number | null;
  severity: "minor" | "moderate" | "serious";
}

const details = {
  goods: ["quality", "quality", "specification", "tolerance", "fault"],
  service: ["quality", "attitude", "manner", "skill"],
  customer: ["misuse", "expectation"],
} as const;

const end = historyDays * minutesOfDay;

/**
 * The complaints of one account, oldest first. Some orders are followed by one. Those shortly before a dropout are
 * mostly handled badly, the others mostly well, and some dropouts have a last straw: a complaint that was not settled.
 * So how a complaint was handled tells who stays, and the purchase process itself is untouched by it.
 */
export function complaintsOf(account: Account, lines: Line[], seed: number): Complaint[] {
  if (account.story !== null) return [...account.story.complaints];
  const random = new Random(seed, account.index, "complaints");
  const {complaint_share, badly_handled, last_straw_share} = population;
  const found: Complaint[] = [];
  const orders = firstLines(lines);
  orders.forEach((line, k) => {
    if (!random.chance(complaint_share)) return;
    // It comes up when the goods are used, and mostly before more of them are ordered.
    const next = orders[k + 1]?.day ?? Number.POSITIVE_INFINITY;
    const wait = Math.min(random.exponential(1 / 12), random.uniform() * (next - line.day));
    const day = line.day + Math.max(1, Math.floor(wait));
    if (day >= historyDays) return;
    const leaving = account.churned - day < population.leaving_days;
    const badly = random.chance(leaving ? badly_handled.leaving : badly_handled.staying);
    found.push(complaint(day, badly, false, line.amount, random));
  });
  if (account.type === "buyer" && account.churned < historyDays && random.chance(last_straw_share)) {
    // Within half a usual gap of the dropout, so that hardly an order comes between the two.
    const before = Math.min(30, 0.5 / account.lambda) * random.uniform();
    const day = Math.floor(Math.max(account.acquired + 1, account.churned - before));
    const badly = random.chance(badly_handled.last_straw);
    if (day < historyDays) found.push(complaint(day, badly, true, 0, random));
  }
  return found.sort((a, b) => a.opened - b.opened);
}

/** The first line of each order, refunds aside. */
function firstLines(lines: Line[]): Line[] {
  const firsts: Line[] = [];
  for (const line of lines) {
    if (line.quantity > 0 && line.order !== firsts.at(-1)?.order) firsts.push(line);
  }
  return firsts;
}

function complaint(
  drawnDay: number,
  badly: boolean,
  lastStraw: boolean,
  amount: number,
  random: Random,
): Complaint {
  const u = random.uniform();
  const cause = u < 0.55 ? "goods" : u < 0.87 ? "service" : "customer";
  const cause_detail = random.pick<string>(details[cause]);
  const justified = random.chance(cause === "customer" ? 0.15 : 0.86);
  const valid = random.chance(0.96) ? justified : null;
  const gravity = random.uniform() + (lastStraw ? 0.35 : 0);
  const severity = gravity < 0.5 ? "minor" : gravity < 0.85 ? "moderate" : "serious";
  const opened = workday(drawnDay) * minutesOfDay + random.whole(8 * 60 + 30, 17 * 60 + 30);
  const slow = random.chance(badly ? 0.88 : 0.14);
  const hours = slow
    ? 36 + Math.exp(4.4 + 0.9 * random.normal())
    : Math.min(60, Math.exp(2.2 + 0.7 * random.normal()));
  const settled = !random.chance(badly ? 0.3 : 0.01);
  const pleased = random.chance(badly ? 0.1 : 0.9);
  const asked = random.chance(0.9);
  const paid = justified && random.chance(badly ? 0.12 : 0.45);
  const worth = amount > 0 ? amount : 500_000;
  const compensation = paid ? Math.round(worth * random.between(0.1, 0.8)) : 0;
  const resolved = Math.round(opened + hours * 60);
  if (!settled || resolved >= end) {
    return {
      opened,
      resolved: null,
      cause,
      cause_detail,
      valid,
      satisfied: null,
      compensation: null,
      severity,
    };
  }
  const satisfied = asked ? pleased : null;
  return {opened, resolved, cause, cause_detail, valid, satisfied, compensation, severity};
}
