import type {Audience, CubeName} from "../src/cubes.js";
import {aggregates} from "./audiences/aggregates.js";
import {type Columns, exportNames, pyramidLevels, pyramids, rfmCell} from "./audiences/columns.js";
import {coverageAggregates, coverageByName} from "./audiences/coverage.js";
import {movementAggregates, movementByName} from "./audiences/movement.js";
import {relationshipAggregates, relationshipByName} from "./audiences/relationship.js";
import {serviceAggregates, serviceByName} from "./audiences/service.js";
import {valueAggregates} from "./audiences/value-aggregates.js";
import {warningAggregates, warningByName} from "./audiences/warning.js";
import {ownColumns} from "./own/columns.js";
import {own} from "./own/own.js";

/** The search over the pages' own prose: no data in it. */
const search: Columns = {
  locale: ["en", "zh"],
  path: "text",
  anchor: "text",
  page: "text",
  title: "text",
  text: "text",
  keywords: "text",
};

/** What everyone may see: no id, no name, no value from a file. */
const everyone = {
  ...aggregates,
  ...valueAggregates,
  ...relationshipAggregates,
  ...movementAggregates,
  ...warningAggregates,
  ...serviceAggregates,
  ...coverageAggregates,
};

/** What the account team sees beside that: customers by name. */
const named = {
  ...everyone,
  quality: {...everyone.quality, example: "text"},
  notices: {...everyone.notices, example: "text"},
  "rfm-members": {
    ...rfmCell,
    customer_id: "id",
    name: "name",
    recency_days: "count",
    orders: "count",
    revenue: "money",
    profit: "money",
  },
  "pyramid-members": {
    pyramid: pyramids,
    level: pyramidLevels,
    customer_id: "id",
    name: "name",
    revenue: "money",
    profit: "money",
    clv: "money",
    p_alive: "share",
    loyalty: "share",
    value: "share",
  },
  ...relationshipByName,
  ...movementByName,
  ...warningByName,
  ...serviceByName,
  ...coverageByName,
} satisfies Partial<Record<CubeName, Columns>>;

/**
 * Which columns of which cubes may leave the building, and what may stand in them: the one list. A cube that isn't on
 * an audience's list is not made for it; a column that isn't is not published; the finished site is held to it.
 */
export const audiences: Record<Audience, Partial<Record<CubeName | "search", Columns>>> = {
  executives: {...everyone, ...ownColumns(own, "executives"), search},
  "account-team": {...named, ...ownColumns(own, "account-team"), search},
  analysts: {...named, ...ownColumns(own, "analysts"), search},
};

/** Settings that say how files are read may name customers (`where = "id <> 'ACME'"`): for executives they stay here. */
export function maySeeSetting(audience: Audience, key: string): boolean {
  return audience !== "executives" || ![...exportNames, "names"].some((name) => key.startsWith(`${name}.`));
}
