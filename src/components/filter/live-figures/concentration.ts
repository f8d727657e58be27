import type {AbcPreset, Measure} from "../../../cubes.js";
import {abcExhibit} from "../../exhibits/abc.js";
import {abcOverTimeExhibit} from "../../exhibits/abc-over-time.js";
import {concentrationExhibit, topSharesExhibit} from "../../exhibits/concentration.js";
import type {LiveFigure} from "./live-figure.js";

/** The figures of ABC classes and of how concentrated revenue is that answer to filters, by id. */
export function concentrationFigures(): Record<string, LiveFigure> {
  const classes = (["by-customers", "by-value"] as AbcPreset[]).flatMap((preset) =>
    (["revenue", "profit"] as Measure[]).map((measure): [string, LiveFigure] => [
      `abc-${preset}-${measure}`,
      {tables: ["abc"], exhibit: (site) => abcExhibit(site, [preset, measure], true)},
    ]),
  );
  return {
    ...Object.fromEntries(classes),
    "abc-over-time": {tables: ["abc-over-time"], exhibit: abcOverTimeExhibit},
    "top-shares": {tables: ["concentration"], exhibit: (site) => topSharesExhibit(site, true)},
    "concentration-gini": {
      tables: ["concentration"],
      exhibit: (site) => concentrationExhibit(site, ["gini"], true),
    },
    "concentration-effective": {
      tables: ["concentration"],
      exhibit: (site) => concentrationExhibit(site, ["effective"], true),
    },
  };
}
