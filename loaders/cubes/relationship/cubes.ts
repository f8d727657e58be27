import type {RelationshipCubes} from "../../../src/cubes/relationship.js";
import type {Settings} from "../../settings.js";
import type {Definitions} from "../definition.js";

/** The cubes of the 25-grid and the share of wallet. */
export const relationshipCubes: Definitions<RelationshipCubes> = {
  grid: {
    sql: "relationship/grid.sql",
    suppression: {
      measures: ["customers", "revenue", "profit", "stale_customers"],
      within: [["as_of"], ["as_of", "stage"]],
    },
  },
  "assessment-ages": {
    sql: "relationship/assessment-ages.sql",
    suppression: {measures: ["customers", "revenue", "profit"], within: [[], ["stage"], ["band"]]},
  },
  "reliance-accounts": {sql: "relationship/reliance-accounts.sql"},
  "stale-assessments": {sql: "relationship/stale-assessments.sql"},
  wallet: {
    sql: "relationship/wallet.sql",
    suppression: {
      measures: ["customers", "revenue", "profit", "category_spend", "ours", "gap"],
      within: [["as_of"]],
    },
  },
  "wallet-ages": {
    sql: "relationship/wallet-ages.sql",
    suppression: {measures: ["customers", "category_spend", "gap"], within: [[], ["stage"], ["band"]]},
  },
  "wallet-segments": {
    sql: "relationship/wallet-segments.sql",
    suppression: {
      measures: ["customers", "category_spend", "ours", "gap"],
      within: [["dimension"]],
    },
  },
  "wallet-accounts": {sql: "relationship/wallet-accounts.sql"},
  "contact-pattern": {
    sql: "relationship/contact-pattern.sql",
    suppression: {
      measures: ["customers", "met_customers", "departments", "people", "senior_customers"],
      within: [[]],
    },
  },
  "senior-visits": {sql: "relationship/senior-visits.sql"},
  "stage-cross": {
    sql: "relationship/stage-cross.sql",
    suppression: {measures: ["customers", "revenue"], within: [[], ["grid_stage"], ["wallet_stage"]]},
  },
  "stage-mismatches": {sql: "relationship/stage-mismatches.sql"},
};

/** What these cubes' queries read beside the scores; `hasProfit` decides what ABC ranks by where the settings don't. */
export function relationshipCubeVariables(
  {grid, wallet, pareto}: Settings,
  hasProfit: boolean,
): Record<string, string> {
  return {
    grid_age_days: `[${grid.age_days.join(", ")}]`,
    wallet_age_days: `[${wallet.age_days.join(", ")}]`,
    abc_preset: `'${pareto.primary}'`,
    abc_measure: `'${pareto.measure ?? (hasProfit ? "profit" : "revenue")}'`,
  };
}
