import type {
  RelianceAccountRow,
  SeniorVisitRow,
  StageMismatchRow,
  StaleAssessmentRow,
  WalletAccountRow,
} from "../../cubes/relationship.js";
import {
  mismatchList,
  relianceList,
  seniorVisitList,
  staleList,
  walletList,
} from "../exhibits/relationship/account-lists.js";
import {type NamedLists, namedList} from "./named-list.js";

const most = 20;

const reliance = (lean: "person" | "thin") =>
  namedList<RelianceAccountRow>({
    cube: "reliance-accounts",
    own: (row) => row.lean === lean,
    most,
    table: relianceList,
  });

/** The lists of relationships and wallets, by id. */
export const lists: NamedLists = {
  "reliance-person": reliance("person"),
  "reliance-thin": reliance("thin"),
  "stale-assessments": namedList<StaleAssessmentRow>({cube: "stale-assessments", most, table: staleList}),
  mismatches: namedList<StageMismatchRow>({
    cube: "stage-mismatches",
    most,
    order: (one, other) => other.revenue - one.revenue,
    table: mismatchList,
  }),
  "wallet-accounts": namedList<WalletAccountRow>({cube: "wallet-accounts", most, table: walletList}),
  "senior-visits": namedList<SeniorVisitRow>({cube: "senior-visits", most, table: seniorVisitList}),
};
