import type {MovementModel} from "../../cubes/movement.js";
import type {TableSpec} from "./tables.js";

const money = ["customers", "revenue", "profit"] as const;
const ages = ["stage", "from_days", "to_days"] as const;
const moved = ["customers", "revenue_before", "revenue_after", "profit_before", "profit_after"] as const;

/** Moves between the classes of one model: each has a file of its own, since with many customers all together are heavy. */
const moves = (model: MovementModel) =>
  ({
    cube: "class-movement",
    sql: "class-moves",
    variables: {filter_model: model},
    cells: ["from", "from_class", "to_class", "direction"],
    measures: moved,
    dates: "newest",
    within: [["from"]],
    zeros: true,
    crosses: true,
  }) as const satisfies TableSpec;

/** The tables of relationships, wallets, movement and warnings. */
export const relationshipTables = {
  grid: {
    cube: "grid",
    cells: ["stage", "personal", "company", "binding", "lean"],
    measures: [...money, "stale_customers"],
    dates: "each",
    within: [[], ["stage"]],
  },
  "grid-over-time": {
    cube: "grid",
    cells: ["stage"],
    measures: ["customers"],
    dates: "all",
    within: [[]],
    zeros: true,
  },
  "assessment-ages": {
    cube: "assessment-ages",
    cells: ages,
    measures: money,
    dates: "newest",
    within: [[], ["stage"], ["from_days"]],
    zeros: true,
  },
  wallet: {
    cube: "wallet",
    cells: ["stage"],
    measures: [...money, "category_spend", "ours", "gap"],
    dates: "each",
    within: [[]],
    zeros: true,
  },
  "wallet-over-time": {
    cube: "wallet",
    cells: ["stage"],
    measures: ["customers", "category_spend", "gap"],
    dates: "all",
    within: [[]],
    zeros: true,
  },
  "wallet-ages": {
    cube: "wallet-ages",
    cells: ages,
    measures: ["customers", "category_spend", "gap"],
    dates: "newest",
    within: [[], ["stage"], ["from_days"]],
    zeros: true,
  },
  "wallet-segments": {
    cube: "wallet-segments",
    cells: ["dimension", "gap_part", "name"],
    measures: ["customers", "category_spend", "ours", "gap"],
    dates: "newest",
    within: [["dimension"]],
    zeros: true,
  },
  "contact-pattern": {
    cube: "contact-pattern",
    cells: ["stage", "met", "senior"],
    measures: ["customers", "departments", "people"],
    dates: "newest",
    within: [[], ["stage"], ["stage", "met"], ["stage", "senior"]],
    zeros: true,
  },
  "stage-cross": {
    cube: "stage-cross",
    cells: ["grid_stage", "wallet_stage"],
    measures: ["customers", "revenue"],
    dates: "newest",
    within: [[], ["grid_stage"], ["wallet_stage"]],
    crosses: true,
  },
  "moves-grid-stage": moves("grid_stage"),
  "moves-wallet-stage": moves("wallet_stage"),
  "moves-metal": moves("metal"),
  "moves-rfm-segment": moves("rfm_segment"),
  "moves-abc": moves("abc"),
  "movement-ways": {
    cube: "class-movement-ways",
    cells: ["model", "from", "direction"],
    measures: ["customers", "revenue_before", "revenue_after"],
    dates: "newest",
    within: [["model", "from"]],
    zeros: true,
    crosses: true,
  },
  "stage-regressions": {
    cube: "stage-regressions",
    cells: ["model", "span", "stage", "step"],
    measures: ["customers", "seen", "regressed"],
    dates: "all",
    within: [["model", "span"]],
    zeros: true,
    crosses: true,
  },
  alerts: {
    cube: "alerts",
    cells: ["signal", "phase"],
    measures: ["customers", "at_stake", "at_risk"],
    dates: "each",
    within: [[], ["signal"], ["phase"]],
    zeros: true,
  },
  "alert-accounts": {
    cube: "alert-accounts",
    cells: ["phase"],
    measures: ["customers", "at_risk"],
    dates: "all",
    within: [[]],
    zeros: true,
  },
  "customer-types": {
    cube: "customer-types",
    cells: ["type"],
    measures: money,
    dates: "newest",
    within: [[]],
    zeros: true,
  },
  opportunities: {
    cube: "opportunities",
    cells: ["kind", "stage", "fit"],
    measures: ["customers", "events"],
    dates: "newest",
    within: [[], ["kind"], ["stage"]],
    zeros: true,
  },
  churn: {
    cube: "churn",
    cells: ["gone"],
    measures: ["customers", "revenue"],
    dates: "all",
    within: [[]],
    zeros: true,
    crosses: true,
  },
} as const satisfies Record<string, TableSpec>;
