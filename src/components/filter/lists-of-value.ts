import type {ClassMoverRow} from "../../cubes/movement.js";
import type {PyramidMemberRow} from "../../cubes/value.js";
import type {RfmMemberRow} from "../../cubes.js";
import {mostMovers, moversList} from "../exhibits/movement/movers-list.js";
import {membersList, mostOfLevel} from "../exhibits/pyramid-members.js";
import {mostOfList, rfmLists, rfmMembersList} from "../exhibits/rfm-members.js";
import {type NamedList, type NamedLists, namedList} from "./named-list.js";

const movers = (["metal", "grid_stage", "wallet_stage"] as const).flatMap((model) =>
  (["up", "down"] as const).map((direction): [string, NamedList] => [
    `movers-${model}-${direction}`,
    namedList<ClassMoverRow>({
      cube: "class-movers",
      own: (row) => row.model === model && row.direction === direction,
      most: mostMovers,
      table: (rows, site, list) => moversList(rows, site.cubes.find("actions") ?? [], site, list),
    }),
  ]),
);

const members = (["metal", "hsbc", "chase", "value_type"] as const).map((pyramid): [string, NamedList] => [
  `members-${pyramid}`,
  namedList<PyramidMemberRow>({
    cube: "pyramid-members",
    own: (row) => row.pyramid === pyramid,
    most: mostOfLevel,
    group: ({level}) => level,
    table: (rows, site, list) => membersList(pyramid, rows, site, list),
  }),
]);

const threeLists = rfmLists("en").map(({id, test}): [string, NamedList] => [
  `list-of-${id}`,
  namedList<RfmMemberRow>({
    cube: "rfm-members",
    own: test,
    most: mostOfList,
    order: (one, other) => other.revenue - one.revenue || (one.customer_id < other.customer_id ? -1 : 1),
    table: rfmMembersList,
  }),
]);

/** The lists of movers, of pyramids and of RFM, by id. */
export const lists: NamedLists = Object.fromEntries([...movers, ...members, ...threeLists]);
