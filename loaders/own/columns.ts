import {ownCrossings, ownKinds} from "../../src/cubes/own.js";
import type {Audience} from "../../src/cubes.js";
import type {Columns} from "../audiences/columns.js";
import type {OwnFiles} from "./discover.js";

/** What the list of own pages may say: the words of definitions, and the queries. */
const pageList: Columns = {
  slug: "text",
  kind: ["page", "model"],
  ...both("title"),
  ...both("about"),
  "columns[].name": "text",
  "columns[].kind": ownKinds,
  ...both("columns[].label"),
  "columns[].values[].value": "text",
  ...both("columns[].values[].label"),
  "chart[]": "text",
};

function both(name: string): Columns {
  return {[`${name}.en`]: "text", [`${name}.zh`]: "text"};
}

/**
 * Which columns of own pages and models an audience may see, by cube: those that a definition declares, of the kinds
 * that it declares, and none where the definition doesn't name the audience.
 */
export function ownColumns({pages, models}: OwnFiles, audience: Audience): Record<string, Columns> {
  const seen = <D extends {definition: {audiences: readonly Audience[]}}>(of: readonly D[]): D[] =>
    of.filter(({definition}) => definition.audiences.includes(audience));
  return {
    "own-pages": {...pageList, sql: audience === "executives" ? [] : "text"},
    ...Object.fromEntries(
      seen(pages).map(({name, definition}) => [
        name,
        {
          ...Object.fromEntries(Object.entries(definition.columns).map(([column, {kind}]) => [column, kind])),
          ...(audience === "executives" ? {suppressed: "flag"} : {}),
        } as Columns,
      ]),
    ),
    ...Object.fromEntries(
      seen(models).map(({name, definition}) => [
        name,
        {
          as_of: "day",
          crossing: ownCrossings,
          value: "text",
          class: [...Object.keys(definition.classes), "none"],
          customers: "count",
          revenue: "money",
          profit: "money",
          suppressed: "flag",
        } as Columns,
      ]),
    ),
  };
}
