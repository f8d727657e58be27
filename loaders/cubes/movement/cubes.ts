import type {MovementCubes} from "../../../src/cubes/movement.js";
import type {Definitions} from "../definition.js";

export const movementCubes: Definitions<MovementCubes> = {
  "class-movement": {
    sql: "movement/class-movement.sql",
    suppression: {
      measures: ["customers", "revenue_before", "revenue_after", "profit_before", "profit_after"],
      within: [
        ["model", "from"],
        ["model", "from", "from_class"],
        ["model", "from", "to_class"],
        ["model", "from", "direction"],
      ],
    },
  },
  "class-movement-ways": {sql: "movement/class-movement-ways.sql"},
  "class-movement-pairs": {sql: "movement/class-movement-pairs.sql", single: true},
  "class-movers": {sql: "movement/class-movers.sql"},
  "stage-regressions": {sql: "movement/stage-regressions.sql"},
  "stage-trends": {sql: "movement/stage-trends.sql"},
};
