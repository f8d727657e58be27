import type {Tier} from "./attention.js";

type Role = "sales" | "manager" | "marketing_director" | "general_manager";
export type Content = "product" | "information" | "emotion" | "idea" | "policy";

/** One way in which the business and its customers meet, and how often. */
export interface Channel {
  kind: string;
  role: Role | null;
  initiated_by: "company" | "customer";
  /** Contacts a month by tier, at full effort. */
  monthly: Record<Tier, number>;
  /** First and last hour of the day; null where only the day is known. */
  hours: readonly [from: number, to: number] | null;
  /** Minutes that starts are rounded to: appointments begin at quarters of an hour. */
  step: number;
  /** Share that is cancelled, and share that stays planned and is never held. */
  cancelled: number;
  neverHeld: number;
  /** Share that pursues a written goal. */
  goals: number;
  contents: readonly Content[];
  /** What one costs us, in yuan. */
  cost: number;
}

type Rest = Partial<Omit<Channel, "kind" | "role" | "initiated_by" | "monthly">>;

function channel(
  kind: string,
  role: Role | null,
  initiated_by: Channel["initiated_by"],
  [key, regular, small]: readonly [number, number, number],
  rest: Rest,
): Channel {
  return {
    kind,
    role,
    initiated_by,
    monthly: {key, regular, small},
    hours: [9, 17],
    step: 1,
    cancelled: 0,
    neverHeld: 0,
    goals: 0,
    contents: ["product", "information"],
    cost: 0,
    ...rest,
  };
}

const appointment: Rest = {step: 15, cancelled: 0.06, neverHeld: 0.09, goals: 0.45};
const senior: Rest = {step: 30, cancelled: 0.1, neverHeld: 0.2, goals: 0.5};

export const channels: readonly Channel[] = [
  channel("visit", "sales", "company", [3.2, 0.5, 0.28], {
    ...appointment,
    cost: 220,
    contents: ["product", "product", "information", "emotion", "policy"],
  }),
  channel("visit", "manager", "company", [0.8, 0.11, 0.01], {
    ...senior,
    cost: 380,
    contents: ["policy", "information", "idea"],
  }),
  channel("visit", "marketing_director", "company", [0.17, 0.015, 0], {
    ...senior,
    cost: 900,
    contents: ["idea", "policy", "emotion"],
  }),
  channel("visit", "general_manager", "company", [0.09, 0.003, 0], {
    ...senior,
    cost: 1800,
    contents: ["idea", "emotion"],
  }),
  channel("call", "sales", "company", [2.4, 0.42, 0.28], {
    cancelled: 0.01,
    neverHeld: 0.03,
    goals: 0.15,
    cost: 18,
    contents: ["information", "information", "product", "policy", "emotion"],
  }),
  channel("email", "sales", "company", [0.3, 0.1, 0.1], {hours: [8, 19], goals: 0.05, cost: 8}),
  channel("letter", "sales", "company", [0.06, 0.03, 0.03], {
    hours: null,
    cost: 30,
    contents: ["policy", "information", "emotion"],
  }),
  channel("club", "manager", "company", [0.07, 0.02, 0.005], {
    hours: [14, 20],
    step: 30,
    cancelled: 0.04,
    neverHeld: 0.12,
    cost: 420,
    contents: ["emotion", "emotion", "idea"],
  }),
  channel("quality_meeting", "manager", "company", [0.09, 0.01, 0], {
    ...senior,
    cost: 850,
    contents: ["product", "idea"],
  }),
  channel("event", "sales", "company", [0.05, 0.02, 0.01], {
    hours: [9, 15],
    step: 30,
    neverHeld: 0.15,
    cost: 280,
    contents: ["product", "emotion"],
  }),
  channel("fair", "sales", "company", [0.04, 0.02, 0.01], {step: 15, cost: 360}),
  channel("advertising", null, "company", [0.05, 0.03, 0.03], {hours: null, cost: 60}),
  channel("visit", "sales", "customer", [0.04, 0.01, 0], {
    step: 15,
    cost: 300,
    contents: ["product", "information", "idea"],
  }),
  channel("call", "sales", "customer", [0.35, 0.11, 0.09], {cost: 20}),
  channel("email", "sales", "customer", [0.22, 0.08, 0.06], {hours: [8, 21], cost: 8}),
  channel("web", null, "customer", [0.14, 0.06, 0.05], {hours: [7, 23], cost: 2}),
];
