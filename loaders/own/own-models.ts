import type {Audience, Locale} from "../../src/cubes.js";
import {columnOf} from "./names.js";
import {own} from "./own.js";

/** A column that an own model adds to `own_scores`: text, one of `classes`, or null where the model gives none. */
interface OwnModelColumn {
  /** The name of the model, as its files have it. */
  model: string;
  column: string;
  classes: string[];
  label: Record<Locale, string>;
}

/** The columns of own models that an audience may see, for tables of customers such as the workbench's. */
export function ownModels(audience: Audience): OwnModelColumn[] {
  return own.models
    .filter(({definition}) => definition.audiences.includes(audience))
    .map(({name, definition}) => ({
      model: name,
      column: columnOf(name),
      classes: Object.keys(definition.classes),
      label: definition.title,
    }));
}
