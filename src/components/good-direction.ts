import type {Change} from "./change.js";

/** The key figures of which more is better, or less; of any other a change is neither. */
const better: Readonly<Record<string, "up" | "down">> = {
  revenue: "up",
  profit: "up",
  customers: "up",
  "active-customers": "up",
  "new-customers": "up",
  orders: "up",
  future: "up",
  historic: "up",
  alive: "up",
  clv: "up",
  "metal-up": "up",
  "in-limit": "up",
  kept: "up",
  churn: "down",
  complaints: "down",
  "at-risk": "down",
  alerts: "down",
  "below-zero": "down",
  "below-zero-customers": "down",
  "grid-stage-down": "down",
  "wallet-stage-down": "down",
  "metal-down": "down",
};

/** What a change of a key figure means: its class for the colour, "" where neither way is the better. */
export function meaningOf(id: string, {direction}: Change): "better" | "worse" | "" {
  const good = Object.hasOwn(better, id) ? better[id] : undefined;
  if (good === undefined || direction === "same") return "";
  return direction === good ? "better" : "worse";
}
