import {
  alertPhases,
  customerTypes,
  opportunityFits,
  opportunityKinds,
  signals,
} from "../../../src/cubes/warning.js";
import {gridStages, walletPlaces} from "../../../src/cubes.js";
import {type ColumnKind, type Columns, classes} from "../../audiences/columns.js";

/** A part of a record: each column under the part's name. */
function part(name: string, columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).map(([column, kind]) => [`${name}.${column}`, kind]));
}

/** A list of a record, held by columns. */
function list(name: string, columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).map(([column, kind]) => [`${name}.${column}[]`, kind]));
}

/** Parts that nothing is on record of are null themselves. */
const absent: readonly string[] = [
  "account",
  "purchases",
  "lifetime",
  "contact",
  "contacts",
  "complaints",
  "surveys",
  "events",
  "alert",
  "signals",
];

const abc: readonly string[] = classes;
const bands: ColumnKind = ["keep", "invest", "avoid"];
// Who only gave back is in no level of a pyramid.
const metals: ColumnKind = ["diamond", "gold", "brass", "lead", "none"];

/** What may stand in a record: all that a customer's page tells, and nothing else. */
export const customerColumns: Columns = {
  customers: "count",
  shards: "count",
  "keys[]": "name",
  "id[]": "id",
  "name[]": "name",
  "rank[]": "count",
  id: "id",
  name: "name",
  // Null alone: a word here would be a part that is not on the list.
  ...Object.fromEntries(absent.map((name) => [name, [] as const])),
  ...part("account", {
    region: "text",
    industry: "text",
    owner: "name",
    since: "day",
    status: "text",
    parent_id: "id",
    influence: "text",
  }),
  ...part("now", {
    is_customer: "flag",
    is_refund_only: "flag",
    first_order_on: "day",
    last_order_on: "day",
    recency_days: "count",
    orders: "count",
    revenue: "money",
    profit: "money",
    orders_ever: "count",
    revenue_ever: "money",
    cost_to_serve: "money",
    cost_so_far: "money",
  }),
  ...list("purchases", {month: "day", orders: "count", revenue: "money", profit: "money"}),
  ...list("scores", {
    as_of: "day",
    revenue: "money",
    r: "count",
    f: "count",
    m: "count",
    segment: "text",
    abc,
    metal: metals,
    grid_stage: gridStages,
    wallet_stage: walletPlaces,
    wallet_share: "share",
    gap: "money",
    clv: "money",
    p_alive: "share",
  }),
  ...part("rfm", {
    r: "count",
    f: "count",
    m: "count",
    segment: "text",
    band: bands,
    rank: "count",
    in_head: "flag",
    decile: "count",
    revenue_rank: "count",
  }),
  ...part("abc", {customers_revenue: abc, customers_profit: abc, value_revenue: abc, value_profit: abc}),
  ...part("pyramids", {
    metal: metals,
    hsbc: ["A", "B", "C", "D", "E", "F", "G", "none"],
    loyalty: "share",
    value: "share",
    chase: ["blue", "green", "red", "transfer", "exit", "other", "none"],
    benefit: "money",
    fee_business: "money",
    categories: "count",
  }),
  ...part("types", {
    mvc: "flag",
    mgc: "flag",
    below_zero: "flag",
    migrator: "flag",
    growth_potential: "money",
    type: customerTypes,
    phase: ["prospect", "acquisition", "growth", "maturity", "inactive"],
  }),
  ...part("lifetime", {
    p_alive: "share",
    expected_purchases: "number",
    expected_spend: "money",
    margin: "share",
    historic: "money",
    future: "money",
    clv: "money",
  }),
  ...part("relationship", {
    personal: "count",
    company: "count",
    grid_stage: gridStages,
    binding: ["personal", "company", "both", "none"],
    lean: ["person", "thin", "balanced"],
    assessed_on: "day",
    assessed_days_ago: "count",
    wallet_stage: walletPlaces,
    wallet_share: "share",
    category_spend: "money",
    gap: "money",
    figure_on: "day",
    basis: "text",
  }),
  ...part("contact", {
    contacts_held: "count",
    departments: "count",
    people: "count",
    senior_visit_on: "day",
    senior_visit_regular: "flag",
  }),
  ...part("service", {
    suggested: "count",
    because: ["stage", "influence", "class", "no_order", "everyone"],
    delivered: "count",
  }),
  ...list("contacts", {
    contact_id: "id",
    contact_role: "text",
    assessed_on: "day",
    personal: "count",
    company: "count",
    before_on: "day",
    personal_before: "count",
    company_before: "count",
    assessments: "count",
  }),
  "complaints.all": "count",
  ...list("complaints", {
    opened_on: "day",
    cause: ["goods", "service", "customer", "unknown"],
    detail: [
      ...["quality", "specification", "tolerance", "fault", "attitude", "manner", "skill"],
      ...["misuse", "expectation", "unknown"],
    ],
    severity: "text",
    is_valid: "flag",
    resolved_on: "day",
    timing: ["in_limit", "late", "overdue", "in_time"],
    satisfied: "flag",
    compensation: "money",
  }),
  "surveys.all": "count",
  ...list("surveys", {
    sent_on: "day",
    method: ["interview", "email", "fax", "letter"],
    reached: ["sent", "responded", "analysed", "acted", "fed_back"],
    difference: "number",
    intends_to_buy: "flag",
    would_recommend: "flag",
  }),
  "events.all": "count",
  ...list("events", {occurred_on: "day", kind: opportunityKinds, note: "text", fit: opportunityFits}),
  ...part("alert", {
    phase: alertPhases,
    since: "day",
    at_stake: "money",
    chance: "share",
    at_risk: "money",
    place: "count",
  }),
  ...list("signals", {signal: signals, size: "number", since: "day", detail: "text"}),
};
