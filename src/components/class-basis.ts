import type {Site} from "./site.js";
import {measures, presets} from "./terms.js";

/** What the ABC classes of a figure are by, for its subtitle: "class by profit (by number of customers)". */
export function classBasis({cubes: {report}, locale}: Site): string {
  const [measure, preset] = [measures[report.primary_abc_measure], presets[report.primary_abc_preset]];
  return locale === "zh" ? `类别按${measure.zh}（${preset.zh}）` : `class by ${measure.en} (${preset.en})`;
}
