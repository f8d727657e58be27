import {literal} from "../../quote.js";
import type {FileSetOptions} from "../file-set.js";

/** What the filters' SQL reads beside the cubes' variables. */
export function filterVariables({settings, audience}: FileSetOptions): Record<string, string> {
  return {
    filter_stage: literal(settings.filter.stage),
    filter_primary_scheme: literal(settings.rfm.primary),
    filter_singly: String(audience === "executives"),
  };
}
