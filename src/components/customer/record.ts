import type {LifePhase} from "../../cubes/coverage.js";
import type {Binding, Lean} from "../../cubes/relationship.js";
import type {
  ComplaintCause,
  ComplaintDetail,
  ComplaintTiming,
  ServiceGapRow,
  SurveyStep,
} from "../../cubes/service.js";
import type {ChaseGroup, HsbcGroup, Metal, RfmBand} from "../../cubes/value.js";
import type {AlertPhase, CustomerType, OpportunityFit, OpportunityKind, Signal} from "../../cubes/warning.js";
import type {AbcClass, GridStage, WalletStage} from "../../cubes.js";

// What the files of the set `customers` hold; money, days and nulls as in cubes.ts. `T[]` in a list of columns has as many
// members as the other columns of its list.

/** `index.json`. */
export interface CustomerIndex {
  customers: number;
  /** How many files of records there are: see shard.ts. */
  shards: number;
}

/** `names.json`: the first search key of each page of names, in the order of code points. */
export interface NameKeys {
  keys: string[];
}

/** `names/<page>.json`: customers by search key; one stands there once for each of its keys. */
export interface NamePage {
  id: string[];
  name: (string | null)[];
  /** By the window's revenue, 1 = largest; 0 for who never bought. */
  rank: number[];
}

/** The rows of a list of columns: `{month: [a, b], orders: [1, 2]}` holds two rows. */
type Columns<Row> = {[K in keyof Row]: Row[K][]};

/** A month with anything on the ledger, by its first day. Profit is null without cost. */
export interface PurchaseMonth {
  month: string;
  orders: number;
  revenue: number;
  profit: number | null;
}

/** The verdicts of one as-of date; r, f and m are those of the primary scheme, abc of the primary preset. */
export interface DatedScores {
  as_of: string;
  revenue: number;
  r: number | null;
  f: number | null;
  m: number | null;
  segment: string | null;
  abc: AbcClass | null;
  metal: Metal | "none" | null;
  grid_stage: GridStage;
  wallet_stage: WalletStage;
  wallet_share: number | null;
  gap: number | null;
  clv: number | null;
  p_alive: number | null;
}

/** A contact's newest levels and those before them; `contact_id` is null for the account as a whole. */
export interface ContactLevels {
  contact_id: string | null;
  contact_role: string | null;
  assessed_on: string;
  personal: number | null;
  company: number | null;
  before_on: string | null;
  personal_before: number | null;
  company_before: number | null;
  /** How many assessments there are. */
  assessments: number;
}

export interface CustomerComplaint {
  opened_on: string;
  cause: ComplaintCause;
  detail: ComplaintDetail;
  severity: string | null;
  is_valid: boolean;
  resolved_on: string | null;
  timing: ComplaintTiming;
  satisfied: boolean | null;
  compensation: number | null;
}

export interface CustomerSurvey {
  sent_on: string;
  method: string | null;
  reached: SurveyStep;
  /** Perceived less expected. */
  difference: number | null;
  intends_to_buy: boolean | null;
  would_recommend: boolean | null;
}

export interface CustomerEvent {
  occurred_on: string;
  kind: OpportunityKind;
  note: string | null;
  /** Null for events that are no longer of late. */
  fit: OpportunityFit | null;
}

export interface CustomerSignal {
  signal: Signal;
  size: number;
  since: string;
  detail: string | null;
}

/** The newest rows of a list, with the number of all. */
type Newest<Row> = Columns<Row> & {all: number};

/** One customer: all that its page tells. Where nothing is on record a part is null. */
export interface CustomerRecord {
  id: string;
  name: string | null;
  /** Columns of the customers export, as of the export. */
  account: {
    region: string | null;
    industry: string | null;
    owner: string | null;
    since: string | null;
    status: string | null;
    parent_id: string | null;
    influence: string | null;
  } | null;
  now: {
    is_customer: boolean;
    is_refund_only: boolean;
    first_order_on: string | null;
    last_order_on: string | null;
    recency_days: number | null;
    /** In the window. */
    orders: number;
    revenue: number;
    profit: number | null;
    orders_ever: number;
    revenue_ever: number;
    /** Of the days that the coverage is counted over, and of all days; null without costs. */
    cost_to_serve: number | null;
    cost_so_far: number | null;
  };
  purchases: Columns<PurchaseMonth> | null;
  scores: Columns<DatedScores>;
  rfm: {
    r: number | null;
    f: number | null;
    m: number | null;
    segment: string | null;
    band: RfmBand | null;
    rank: number | null;
    in_head: boolean;
    decile: number | null;
    revenue_rank: number | null;
  };
  abc: {
    customers_revenue: AbcClass;
    customers_profit: AbcClass | null;
    value_revenue: AbcClass;
    value_profit: AbcClass | null;
  };
  pyramids: {
    /** `none` of the three where the customer only gave back. */
    metal: Metal | "none" | null;
    hsbc: HsbcGroup | "none" | null;
    loyalty: number | null;
    value: number | null;
    chase: ChaseGroup | "none" | null;
    benefit: number | null;
    fee_business: number | null;
    categories: number | null;
  };
  types: {
    mvc: boolean | null;
    mgc: boolean | null;
    below_zero: boolean | null;
    migrator: boolean | null;
    growth_potential: number | null;
    type: CustomerType | null;
    phase: LifePhase | null;
  };
  lifetime: {
    p_alive: number | null;
    /** Over the horizon, undiscounted. */
    expected_purchases: number;
    expected_spend: number;
    margin: number;
    historic: number;
    future: number;
    clv: number;
  } | null;
  relationship: {
    personal: number | null;
    company: number | null;
    grid_stage: GridStage;
    binding: Binding | null;
    lean: Lean | null;
    assessed_on: string | null;
    assessed_days_ago: number | null;
    wallet_stage: WalletStage;
    wallet_share: number | null;
    category_spend: number | null;
    gap: number | null;
    figure_on: string | null;
    basis: string | null;
  };
  /** Contacts held of late; null without any. */
  contact: {
    contacts_held: number;
    departments: number;
    people: number;
    senior_visit_on: string | null;
    senior_visit_regular: boolean | null;
  } | null;
  service: {suggested: number | null; because: ServiceGapRow["because"] | null; delivered: number | null};
  contacts: Columns<ContactLevels> | null;
  complaints: Newest<CustomerComplaint> | null;
  surveys: Newest<CustomerSurvey> | null;
  events: Newest<CustomerEvent> | null;
  alert: {
    phase: AlertPhase;
    since: string;
    at_stake: number;
    chance: number | null;
    at_risk: number;
    place: number;
  } | null;
  signals: Columns<CustomerSignal> | null;
}

/** A list of columns as rows. */
export function rowsOf<Row extends object>(columns: Columns<Row> | null): Row[] {
  if (columns === null) return [];
  const lists = Object.entries(columns).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  );
  const length = lists[0]?.[1].length ?? 0;
  return Array.from(
    {length},
    (_, i) => Object.fromEntries(lists.map(([name, values]) => [name, values[i]])) as Row,
  );
}
