import type {RfmScheme} from "../../../cubes.js";
import {movedMoneyExhibit} from "../../exhibits/movement.js";
import {paretoExhibit} from "../../exhibits/pareto-curve.js";
import {slicesExhibit} from "../../exhibits/rfm.js";
import type {Site} from "../../site.js";
import {schemes} from "../../terms.js";
import type {LiveFigure} from "./live-figure.js";

type Figures = Record<string, LiveFigure>;

/** The Pareto curve, RFM and the money that moved, by id: what the overview shows too, and what draws like it. */
export function valueFigures(site: Site): Figures {
  return {
    ...paretoFigures(),
    ...rfmFigures(site),
    "moved-money": {tables: ["movement-metal", "totals"], exhibit: movedMoneyExhibit},
  };
}

function paretoFigures(): Figures {
  return {
    pareto: {
      tables: ["pareto", "totals"],
      brush: "pareto",
      exhibit: (site) => paretoExhibit(site, "pareto", true),
    },
    "whale-curve": {
      tables: ["pareto", "totals"],
      brush: "pareto",
      exhibit: (site) => paretoExhibit(site, "whale-curve", false),
    },
  };
}

/** Who chooses parts of a drawing of the primary scheme chooses its cells; the other schemes answer to them. */
function rfmFigures({cubes: {report}}: Site): Figures {
  const cells = (Object.keys(schemes) as RfmScheme[]).flatMap((scheme) =>
    (["customers", "revenue"] as const).map((measure): [string, LiveFigure] => {
      const primary = scheme === report.primary_scheme;
      return [
        `rfm-${scheme}-${measure}`,
        {
          tables: [primary ? "rfm" : `rfm-${scheme}`, "totals"],
          ...(primary ? {brush: "rfm" as const} : {}),
          exhibit: (site, page) => slicesExhibit(site, [scheme, measure], page, true),
        },
      ];
    }),
  );
  return Object.fromEntries(cells);
}
