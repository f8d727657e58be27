import {gridExhibit} from "../../exhibits/relationship/grid.js";
import {walletExhibit} from "../../exhibits/relationship/wallet.js";
import type {LiveFigure} from "./live-figure.js";

/** The grid and the wallet stages, which the overview shows too. */
export function stageFigures(): Record<string, LiveFigure> {
  return {
    grid: {tables: ["grid"], brush: "grid", exhibit: (site) => gridExhibit(site, false)},
    "grid-small": {tables: ["grid"], brush: "grid", exhibit: (site) => gridExhibit(site, true)},
    wallet: {tables: ["wallet"], exhibit: (site) => walletExhibit(site, false)},
    "wallet-small": {tables: ["wallet"], exhibit: (site) => walletExhibit(site, true)},
  };
}
