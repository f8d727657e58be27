import type {RelationshipCubes} from "../../src/cubes/relationship.js";
import {gridStages, walletPlaces} from "../../src/cubes.js";
import {type Columns, cell} from "./columns.js";

const bindings = ["personal", "company", "both", "none"];
const leans = ["person", "thin", "balanced"];
const band: Columns = {band: "count", from_days: "count", to_days: "count"};

/** Counts and money of groups: for everyone. */
export const relationshipAggregates = {
  grid: {
    as_of: "day",
    stage: gridStages,
    personal: "count",
    company: "count",
    binding: bindings,
    lean: leans,
    ...cell,
    profit: "money",
    stale_customers: "count",
  },
  "assessment-ages": {stage: gridStages, ...band, ...cell, profit: "money"},
  wallet: {
    as_of: "day",
    stage: walletPlaces,
    ...cell,
    profit: "money",
    category_spend: "money",
    ours: "money",
    gap: "money",
  },
  "wallet-ages": {
    stage: walletPlaces,
    ...band,
    customers: "count",
    category_spend: "money",
    gap: "money",
    suppressed: "flag",
  },
  "wallet-segments": {
    dimension: ["abc", "rfm_segment", "region", "industry"],
    part: ["named", "others", "unknown"],
    name: "text",
    customers: "count",
    category_spend: "money",
    ours: "money",
    gap: "money",
    suppressed: "flag",
  },
  "contact-pattern": {
    stage: walletPlaces,
    customers: "count",
    met_customers: "count",
    departments: "number",
    people: "number",
    senior_customers: "count",
    suppressed: "flag",
  },
  "stage-cross": {grid_stage: gridStages, wallet_stage: walletPlaces, ...cell},
} satisfies Partial<Record<keyof RelationshipCubes, Columns>>;

/** Customers by name: for the account team and analysts. */
export const relationshipByName = {
  "reliance-accounts": {
    lean: leans,
    customer_id: "id",
    name: "name",
    stage: gridStages,
    personal: "count",
    company: "count",
    binding: bindings,
    assessed_on: "day",
    revenue: "money",
    profit: "money",
  },
  "stale-assessments": {
    customer_id: "id",
    name: "name",
    stage: gridStages,
    assessed_on: "day",
    days_ago: "count",
    revenue: "money",
  },
  "wallet-accounts": {
    customer_id: "id",
    name: "name",
    stage: walletPlaces,
    share: "share",
    figure_on: "day",
    days_ago: "count",
    basis: "text",
    category_spend: "money",
    ours: "money",
    gap: "money",
  },
  "senior-visits": {
    customer_id: "id",
    name: "name",
    stage: walletPlaces,
    share: "share",
    senior_visit_on: "day",
    revenue: "money",
  },
  "stage-mismatches": {
    customer_id: "id",
    name: "name",
    grid_stage: gridStages,
    wallet_stage: walletPlaces,
    personal: "count",
    company: "count",
    share: "share",
    revenue: "money",
    kind: ["wallet_ahead", "relationship_ahead"],
  },
} satisfies Partial<Record<keyof RelationshipCubes, Columns>>;
