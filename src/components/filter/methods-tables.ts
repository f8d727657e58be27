import type {TableSpec} from "./tables.js";

/** The tables of the methods compared: at each cut, by what customers were at it. */
export const methodsTables = {
  methods: {
    cube: "methods",
    cells: ["until", "method", "in_top"],
    measures: ["customers", "following"],
    dates: "all",
    within: [["method"]],
  },
  "method-agreement": {
    cube: "method-agreement",
    cells: ["until", "one", "other"],
    measures: ["customers", "both_customers"],
    dates: "all",
    within: [],
    crosses: true,
  },
} as const satisfies Record<string, TableSpec>;
