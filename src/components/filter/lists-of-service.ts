import type {CostAccountRow, VisitAccountRow} from "../../cubes/coverage.js";
import type {ServiceGapRow} from "../../cubes/service.js";
import {costList, visitList} from "../exhibits/coverage/account-lists.js";
import {gapList} from "../exhibits/service/gaps.js";
import {type NamedLists, namedList} from "./named-list.js";

const most = 20;

const visits = (way: "under" | "over") =>
  namedList<VisitAccountRow>({
    cube: "visit-accounts",
    own: ({list}) => list === way,
    most,
    table: (rows, site, list) => visitList(way, rows, site, list),
  });

/** The lists of service and coverage, by id. */
export const lists: NamedLists = {
  "service-gaps": namedList<ServiceGapRow>({cube: "service-gaps", most, table: gapList}),
  "visit-under": visits("under"),
  "visit-over": visits("over"),
  "cost-accounts": namedList<CostAccountRow>({cube: "cost-accounts", most, table: costList}),
};
