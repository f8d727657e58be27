import {FileAttachment} from "observablehq:stdlib";
import type {ReportCube, SettingRow} from "../../cubes.js";

interface Known {
  report: ReportCube;
  settings: SettingRow[];
}

let known: Promise<Known> | undefined;

/**
 * The report and its settings, fetched once; what failed is asked for again the next time. It stands apart from what draws
 * filtered charts, so that a slow line brings both at the same time.
 */
export function knowledge(): Promise<Known> {
  if (!known) {
    known = Promise.all([
      FileAttachment("../../data/report.json").json() as Promise<ReportCube>,
      FileAttachment("../../data/settings.json").json() as Promise<SettingRow[]>,
    ]).then(([report, settings]) => ({report, settings}));
    known.catch(() => {
      known = undefined;
    });
  }
  return known;
}
