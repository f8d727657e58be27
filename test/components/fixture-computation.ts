import {readFileSync} from "node:fs";
import {definitions} from "../../loaders/cubes/cubes.js";
import type {ComputationCube} from "../../src/cubes/computation.js";
import type {CubeName} from "../../src/cubes.js";

const textOf = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

/** An entry for each cube that is there, with its real SQL and two models under all of them. */
export function computationFixture(present: (name: CubeName) => boolean): ComputationCube {
  const models = ["loaders/models/activity.sql", "loaders/models/pareto.sql"];
  return {
    cubes: Object.entries(definitions)
      .filter(([name]) => present(name as CubeName))
      .map(([name, {sql}]) => ({
        name: name as CubeName,
        file: `loaders/cubes/${sql}`,
        sql: textOf(`loaders/cubes/${sql}`),
        models,
        near: models.slice(1),
        variables: ["customers_a", "minor_units"],
        settings: ["abc.preset", "grid.stale_after_days"],
        exports: ["transactions", "events"],
        parts: name === "abc" ? ["as_of", "preset", "measure"] : null,
      })),
    models: [
      ...models.map((file) => ({file, sql: textOf(file), makes: ["made"], variables: ["customers_a"]})),
      {file: "loaders/models/methods.ts", sql: null, makes: ["methods_measured"], variables: []},
    ],
    variables: [
      {name: "customers_a", value: "0.2", settings: ["abc.preset"]},
      {name: "secret", value: null, settings: []},
    ],
  };
}
