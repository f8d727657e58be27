import {literal} from "../quote.js";
import type {Settings} from "../settings.js";

/** What the SQL of movement reads, as DuckDB variables (name to SQL): which ABC classes are the primary ones. */
export function movementVariables({pareto}: Pick<Settings, "pareto">): Record<string, string> {
  return {
    abc_preset: literal(pareto.primary),
    abc_measure: pareto.measure === undefined ? "NULL::VARCHAR" : literal(pareto.measure),
  };
}
