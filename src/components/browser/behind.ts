import type {Largest} from "../drill/members.js";
import type {Html} from "../html.js";

/** What a panel tells of who is behind a mark. */
export interface Behind {
  title: string;
  /** What the panel counts; `customers` where the list alone tells how many they are. */
  counts: (customers?: number | null) => Html;
  /** Whether the chart has the mark under what is chosen. */
  drawn: boolean;
  /** How many they are; null where that is hidden, or where the parts that a mark takes in don't add up. */
  customers: number | null;
  /** Whether the number is kept from this reader. */
  hidden: boolean;
  /** The date that the mark is of where its chart shows several; null: that of the page. */
  date: string | null;
  /** What its list is ordered by. */
  by: "revenue" | "profit";
  /** The day of an older date whose customers are listed all the same; absent where the newest are. */
  listed?: () => Promise<string | null>;
  /** The files that its members stand in. */
  files: readonly string[];
  /** The ranks of the largest. */
  largest: () => Promise<Largest>;
}
