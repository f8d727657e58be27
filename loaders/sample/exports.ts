import {type Account, drawAccount} from "./account.js";
import {attentionTo} from "./attention.js";
import {isoDate, isoMoment} from "./calendar.js";
import {type Complaint, complaintsOf} from "./complaints.js";
import {costsOf} from "./costs.js";
import {eventsOf} from "./events.js";
import {interactionRecord, interactionsOf} from "./interactions.js";
import {decimal} from "./money.js";
import {profileOf} from "./profile.js";
import {type Line, purchasesOf} from "./purchases.js";
import {assessmentsOf} from "./relationships.js";
import {surveysOf} from "./surveys.js";
import {truthColumns, truthRow} from "./truth.js";
import {walletsOf} from "./wallets.js";
import {type Cell, csvRecord} from "./write-csv.js";

/** The files of the sample that are tables, and the columns of each in their order. */
export const tables = {
  transactions: [
    "order_id",
    "customer_id",
    "ordered_on",
    "product_id",
    "category",
    "quantity",
    "amount",
    "cost",
  ],
  customers: [
    "customer_id",
    "name",
    "region",
    "industry",
    "owner",
    "since",
    "status",
    "active_accounts",
    "recommends",
    "gives_feedback",
    "price_sensitive",
    "influence",
  ],
  relationships: ["customer_id", "assessed_on", "personal_level", "company_level", "assessor"],
  wallets: ["customer_id", "as_of", "category_spend", "basis"],
  interactions: [
    "customer_id",
    "occurred_on",
    "kind",
    "role",
    "status",
    "initiated_by",
    "contact_id",
    "department",
    "content",
    "goal",
    "due_on",
    "achieved",
  ],
  complaints: [
    "customer_id",
    "opened_on",
    "resolved_on",
    "cause",
    "cause_detail",
    "valid",
    "satisfied",
    "compensation",
    "severity",
  ],
  surveys: [
    "customer_id",
    "sent_on",
    "method",
    "coverage",
    "responded_on",
    "analysed_on",
    "perceived",
    "expected",
    "intends_to_buy",
    "would_recommend",
    "action_on",
    "fed_back_on",
  ],
  events: ["customer_id", "occurred_on", "kind", "note"],
  costs: ["customer_id", "period", "cost", "kind"],
  truth: truthColumns,
} as const;

export type Table = keyof typeof tables;

/** Everything the exports hold of one customer: its lines, and the records of the other tables as CSV text. */
interface CustomerRecords {
  account: Account;
  lines: Line[];
  records: Record<Exclude<Table, "transactions">, string>;
}

/** The records of customer `index` (from 1), which depend on nothing but `seed` and `index`. */
export function recordsOf(seed: number, index: number): CustomerRecords {
  const account = drawAccount(seed, index);
  const lines = purchasesOf(account, seed);
  const {firm, id, owner} = account;
  const profile = profileOf(account, seed);
  const customers = csvRecord([
    id,
    firm.name,
    firm.region,
    firm.industry,
    owner.name,
    profile.since,
    profile.status,
    profile.active_accounts,
    profile.recommends,
    profile.gives_feedback,
    profile.price_sensitive,
    profile.influence,
  ]);
  const relationships = assessmentsOf(account, seed)
    .map((a) => csvRecord([id, a.assessed_on, a.personal_level, a.company_level, a.assessor]))
    .join("");
  const wallets = walletsOf(account, lines, seed)
    .map((w) => csvRecord([id, w.as_of, decimal(w.category_spend), w.basis]))
    .join("");
  const records = {customers, relationships, wallets, ...served(account, lines, seed)};
  return {account, lines, records: {...records, truth: csvRecord(truthRow(account))}};
}

/** What the business did for an account and heard from it. */
function served(account: Account, lines: Line[], seed: number) {
  const attention = attentionTo(account, seed);
  const interactions = interactionsOf(account, attention, seed);
  const complaints = complaintsOf(account, lines, seed);
  const rows = (cells: Cell[][]) => cells.map((row) => csvRecord([account.id, ...row])).join("");
  return {
    interactions: interactions.map((row) => interactionRecord(row, account.id)).join(""),
    complaints: rows(complaints.map(complaintCells)),
    surveys: rows(surveysOf(account, complaints, seed)),
    events: rows(eventsOf(account, seed)),
    costs: rows(costsOf(account, attention, lines, interactions, complaints, seed)),
  };
}

function complaintCells({opened, resolved, compensation, ...rest}: Complaint): Cell[] {
  return [
    isoMoment(opened),
    resolved === null ? null : isoMoment(resolved),
    rest.cause,
    rest.cause_detail,
    rest.valid,
    rest.satisfied,
    compensation === null ? null : decimal(compensation),
    rest.severity,
  ];
}

/** One line of `transactions` as a CSV record. None of its values can need a quote. */
export function lineRecord(line: Line, customerId: string): string {
  const {order, day, product, quantity, amount, cost} = line;
  return `${order},${customerId},${isoDate(day)},${product.id},${product.category},${quantity},${decimal(amount)},${decimal(cost)}\n`;
}
