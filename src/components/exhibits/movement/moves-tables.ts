import type {MovementModel} from "../../../cubes/movement.js";

/** The table of filters that holds a model's moves between classes. */
export const movesTable = {
  grid_stage: "moves-grid-stage",
  wallet_stage: "moves-wallet-stage",
  metal: "moves-metal",
  rfm_segment: "moves-rfm-segment",
  abc: "moves-abc",
} as const satisfies Record<MovementModel, string>;
