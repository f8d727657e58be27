import type {Account} from "./account.js";
import {historyDays, isoDate} from "./calendar.js";
import {Random} from "./random.js";

/** What the `customers` export says about one account beside its firm: the columns of one row, null where unknown. */
interface Profile {
  since: string | null;
  status: "active" | "closed" | "never";
  active_accounts: number | null;
  recommends: boolean | null;
  gives_feedback: boolean | null;
  price_sensitive: boolean | null;
  influence: "low" | "medium" | "high" | null;
}

/** The export's view of an account on the last day; a dropout is noticed only after a year, and not always. */
export function profileOf(account: Account, seed: number): Profile {
  const random = new Random(seed, account.index, "profile");
  const since = account.since === null ? null : isoDate(account.since);
  const noticed = random.chance(0.6);
  const known = random.chance(0.85);
  const asked = (probability: number) => (random.chance(probability) && known ? true : known ? false : null);
  const accounts = random.whole(1, 1 + Math.round(4 * account.closeness));
  const answers = {
    recommends: asked(0.1 + 0.6 * account.closeness),
    gives_feedback: asked(0.2 + 0.5 * account.closeness),
    price_sensitive: asked(account.discount > 0.3 ? 0.9 : 0.35),
  };
  const influence = random.pick(["low", "low", "low", "medium", "medium", "high"] as const);
  if (account.type === "prospect") {
    return {
      since,
      status: "never",
      active_accounts: 0,
      recommends: null,
      gives_feedback: null,
      price_sensitive: answers.price_sensitive,
      influence,
    };
  }
  const gone = account.type === "refund_only" || account.churned < historyDays - 365;
  const status = gone && noticed ? "closed" : "active";
  return {since, status, active_accounts: status === "closed" ? 0 : accounts, ...answers, influence};
}
