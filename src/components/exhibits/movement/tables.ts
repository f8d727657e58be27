import type {Html} from "../../html.js";
import type {Site} from "../../site.js";
import {pyramidMovers, stageMovers} from "./movers.js";
import {movesChooser, otherMoves} from "./moves.js";

/** The tables of movement, by name, with the lists to choose from and the folded drawings of the other models. */
export const movementTables: Readonly<Record<string, (site: Site, args: readonly string[]) => Html>> = {
  "moves-chooser": movesChooser,
  "other-moves": otherMoves,
  "pyramid-movers": pyramidMovers,
  "stage-movers": stageMovers,
};
