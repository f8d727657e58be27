import type {DuckDBConnection} from "@duckdb/node-api";
import type {ComputationCube, CubeComputation} from "../../src/cubes/computation.js";
import {type Audience, type CubeName, type ExportName, exportNames} from "../../src/cubes.js";
import {maySeeSetting} from "../audiences.js";
import {rowsOf} from "../database.js";
import type {Settings} from "../settings.js";
import {columnsGiven, modelVariables, tables} from "../warehouse/warehouse.js";
import {type Piece, piecesOfModels, sourceText} from "./computation/pieces.js";
import {Lineage} from "./computation/rests-on.js";
import {settingsOfVariables} from "./computation/settings-of-variables.js";
import {statementsOf} from "./computation/sql-statement.js";
import type {CubeDefinition} from "./definition.js";

/** What the entry of a cube is made from. */
interface Computed {
  settings: Settings;
  audience: Audience;
  definitions: readonly (readonly [CubeName, CubeDefinition<never>])[];
  /** The variables of the cubes' own SQL, name to SQL. */
  cubeVariables: (settings: Settings) => Record<string, string>;
}

/**
 * How each cube is computed: its SQL, the models that it rests on, the exports behind them and the settings in force.
 * All of it is read from the files that run, and from the tables that they have made.
 */
export async function computationOf(
  connection: DuckDBConnection,
  {settings, audience, definitions, cubeVariables}: Computed,
): Promise<ComputationCube> {
  const given = await columnsGiven(connection);
  const variablesOf = (s: Settings) => ({...modelVariables(s, given), ...cubeVariables(s)});
  const settingsOf = settingsOfVariables(settings, variablesOf);
  const keys = settingKeys(settings);
  const pieces = piecesOfModels();
  // A variable that a model sets while it runs has the name of its setting.
  const sourcesOf = (variable: string): string[] =>
    settingsOf.get(variable) ?? keys.filter((key) => key.endsWith(`.${variable}`));
  const named = new Map(pieces.map((piece) => [piece, settingsNamed(keys, piece)]));
  const lineage = new Lineage(pieces, await columnsOf(connection), new Set(Object.keys(exportOf)));
  const entries = definitions.map(([name, {sql, suppression}]): CubeComputation => {
    const text = sourceText(`cubes/${sql}`);
    const [query] = statementsOf(text);
    const {files, near, exported} = lineage.of([...query!.tables, ...query!.calls], query!.words);
    const variables = distinct([...query!.variables, ...near.flatMap((p) => p.variables)]);
    const fromCode = near.flatMap((piece) => named.get(piece)!);
    return {
      name,
      file: `loaders/cubes/${sql}`,
      sql: text,
      models: files.map((file) => `loaders/${file}`),
      near: distinct(near.flatMap(({file}) => (file === "" ? [] : [`loaders/${file}`]))),
      variables,
      settings: distinct([...variables.flatMap(sourcesOf), ...fromCode]).filter((key) =>
        maySeeSetting(audience, key),
      ),
      exports: exportNames.filter((e) => exported.some((table) => exportOf[table]?.includes(e))),
      parts: suppression ? [...(suppression.within[0] as readonly string[])] : null,
    };
  });
  const used = new Set(entries.flatMap(({models}) => models));
  const values = variablesOf(settings);
  return {
    cubes: entries,
    models: [...new Set(pieces.map(({file}) => file))]
      .filter((file) => used.has(`loaders/${file}`))
      .sort()
      .map((file) => modelOf(file, pieces)),
    variables: Object.keys(values)
      .sort()
      .map((name) => {
        const from = (settingsOf.get(name) ?? []).sort();
        const open = from.every((key) => maySeeSetting(audience, key));
        return {name, value: open ? values[name]! : null, settings: open ? from : []};
      }),
  };
}

/** The exports that each table comes from; what was read and refused comes from all of them. */
const exportOf: Readonly<Record<string, readonly ExportName[]>> = {
  ...Object.fromEntries(exportNames.flatMap((name) => tables[name].map((table) => [table, [name]] as const))),
  inputs: exportNames,
  quality: exportNames,
};

function modelOf(file: string, pieces: readonly Piece[]): ComputationCube["models"][number] {
  const own = pieces.filter((p) => p.file === file);
  return {
    file: `loaders/${file}`,
    sql: file.endsWith(".sql") ? sourceText(file) : null,
    makes: distinct(own.flatMap(({makes}) => makes)),
    variables: distinct(own.flatMap(({variables}) => variables)),
  };
}

async function columnsOf(connection: DuckDBConnection): Promise<Map<string, Set<string>>> {
  const rows = await rowsOf<{table_name: string; column_name: string}>(
    connection,
    "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal ORDER BY ALL",
  );
  const found = new Map<string, Set<string>>();
  for (const {table_name, column_name} of rows)
    found.set(table_name, (found.get(table_name) ?? new Set()).add(column_name));
  return found;
}

function settingKeys(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, member]) => settingKeys(member, path ? `${path}.${key}` : key));
}

/** The settings that a piece's code reads: all parts of their keys stand there. */
function settingsNamed(keys: readonly string[], piece: Piece): string[] {
  const words = new Set(piece.words);
  return keys.filter((key) => {
    const parts = key.split(".");
    return parts.length > 1 && parts.every((part) => words.has(part));
  });
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
