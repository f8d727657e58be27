import type {Suppression} from "./suppress.js";
import type {Ladder} from "./told-ends.js";

/** How a cube is made: the `.sql` below this folder, one record or many rows, and what small cells hide. */
export interface CubeDefinition<Row> {
  sql: string;
  single?: boolean;
  suppression?: Suppression<Row>;
  /** Where its rows part customers in the order of their money: see told-ends.ts. */
  ladder?: Ladder<Row>;
}

/** A definition for each of some cubes. */
export type Definitions<Some> = {
  [Name in keyof Some]: CubeDefinition<Some[Name] extends (infer Row)[] ? Row : Some[Name]>;
};
