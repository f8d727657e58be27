import {type MovementCubes, movementDirections, movementModels} from "../../src/cubes/movement.js";
import {gridStages, walletStages} from "../../src/cubes.js";
import type {Columns} from "./columns.js";

const stageModels = ["grid_stage", "wallet_stage"];
const spans = ["quarter", "year"];

/** Counts and money of groups: for everyone. */
export const movementAggregates = {
  "class-movement": {
    model: movementModels,
    from: "day",
    to: "day",
    from_class: "text",
    to_class: "text",
    direction: movementDirections,
    customers: "count",
    revenue_before: "money",
    revenue_after: "money",
    profit_before: "money",
    profit_after: "money",
    suppressed: "flag",
  },
  "class-movement-ways": {
    model: movementModels,
    from: "day",
    to: "day",
    direction: ["up", "down"],
    customers: "count",
    revenue_before: "money",
    revenue_after: "money",
    profit_before: "money",
    profit_after: "money",
  },
  "stage-regressions": {
    model: stageModels,
    span: spans,
    stage: [...gridStages, ...walletStages],
    step: "count",
    intervals: "count",
    customers: "count",
    seen: "count",
    regressed: "count",
  },
  "stage-trends": {
    model: stageModels,
    span: spans,
    intervals: "count",
    seen: "count",
    accounts: "count",
    regressed: "count",
    z: "number",
    z_clustered: "number",
  },
} satisfies Partial<Record<keyof MovementCubes, Columns>>;

/** Customers by name, and every pair of dates, which together would tell small groups: for the account team and analysts. */
export const movementByName = {
  "class-movement-pairs": {
    "models[]": movementModels,
    "dates[]": "day",
    "classes[]": "text",
    "directions[]": movementDirections,
    "model[]": "count",
    "from[]": "count",
    "to[]": "count",
    "from_class[]": "count",
    "to_class[]": "count",
    "direction[]": "count",
    "customers[]": "count",
    "revenue_before[]": "money",
    "revenue_after[]": "money",
    "profit_before[]": "money",
    "profit_after[]": "money",
  },
  "class-movers": {
    model: ["metal", ...stageModels],
    direction: ["up", "down"],
    from: "day",
    to: "day",
    customer_id: "id",
    name: "name",
    from_class: "text",
    to_class: "text",
    seen_on: "day",
    money_before: "money",
    money_after: "money",
    movers: "count",
  },
} satisfies Partial<Record<keyof MovementCubes, Columns>>;
