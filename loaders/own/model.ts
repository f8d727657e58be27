import type {Audience} from "../../src/cubes.js";
import type {Words} from "./page.js";

/** An own model: a query of the same name beside it gives customers one of these classes at each as-of date. */
export interface ModelDefinition {
  /** The model's name, as it stands in the navigation and above its column. */
  title: Words;
  /** How the classes come about, in a sentence. */
  about: Words;
  /** Who may see its page and its column. */
  audiences: readonly Audience[];
  /** The classes that the query may give, in their order, with their names. */
  classes: Readonly<Record<string, Words>>;
}

/** Declares an own model. */
export function defineModel(model: ModelDefinition): ModelDefinition {
  return model;
}
