import type {CubeName, ExportName} from "../cubes.js";

// How the numbers come about: the SQL that ran, what it rests on, and the settings in force.

/** One cube: its query, the models behind it, and what they were told. */
export interface CubeComputation {
  name: CubeName;
  /** The file of its SQL, from the top of the repository. */
  file: string;
  sql: string;
  /** Files of the models that it rests on, each after those that it rests on itself. */
  models: string[];
  /** Of these, the ones whose tables or columns the query reads itself. */
  near: string[];
  /** DuckDB variables of the query and of the near models. */
  variables: string[];
  /** Settings that these come from: keys of the `settings` cube. */
  settings: string[];
  /** Exports that its numbers come from, in the end. */
  exports: ExportName[];
  /** Columns whose values each part all of the cube's customers once more; null where no customers are parted. */
  parts: string[] | null;
}

/** The cube `computation`. */
export interface ComputationCube {
  cubes: CubeComputation[];
  /** Models by file; `sql` is null where a model is fitted in TypeScript. */
  models: {file: string; sql: string | null; makes: string[]; variables: string[]}[];
  /** Variables as SQL writes their values; null where they come from a setting that this audience may not see. */
  variables: {name: string; value: string | null; settings: string[]}[];
}

/** The cubes that tell how others are computed, by name. */
export interface ComputationCubes {
  computation: ComputationCube;
}
