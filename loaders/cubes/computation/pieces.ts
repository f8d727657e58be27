import {readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {type Statement, statementsOf} from "./sql-statement.js";

/** What makes a table: a statement of a model's `.sql` file, or a model that is fitted in TypeScript. */
export interface Piece {
  /** Its file or, for TypeScript in several files, their folder; from `loaders/`. */
  file: string;
  makes: string[];
  /** Tables, views and macros that it takes. */
  needs: string[];
  /** `.sql` files that it runs. */
  runs: string[];
  variables: string[];
  /** All names in it where it is TypeScript: settings are told by these. */
  words: string[];
}

const models = new URL("../../models/", import.meta.url);
const literal = /"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;

function textOf(url: URL): string {
  return readFileSync(fileURLToPath(url), "utf8");
}

/** The text of a file below `loaders/`, as "models/pareto.sql". */
export function sourceText(file: string): string {
  return textOf(new URL(`../../${file}`, import.meta.url));
}

function pieceOf(file: string, statement: Statement): Piece {
  return {
    file,
    makes: statement.makes === null ? [] : [statement.makes],
    needs: [...statement.tables, ...statement.calls],
    runs: [],
    variables: statement.variables,
    words: [],
  };
}

/** TypeScript that makes tables, read for the SQL in its strings. */
function typescriptPiece(file: string, texts: readonly string[]): Piece {
  const strings = texts.flatMap((text) => text.match(literal) ?? []).map((s) => s.slice(1, -1));
  const statements = strings
    .filter((s) => /\b(CREATE|INSERT|SELECT|FROM)\b/.test(s))
    .flatMap((s) => statementsOf(s.replaceAll(/\$\{[^}]*\}/g, "0")));
  return {
    file,
    makes: statements.flatMap(({makes}) => makes ?? []),
    needs: statements.flatMap(({tables}) => tables),
    runs: strings.filter((s) => s.endsWith(".sql")).map((s) => s.replace(/^.*\//, "")),
    variables: statements.flatMap(({variables}) => variables),
    words: texts.flatMap(
      (text) =>
        text
          .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
          .replaceAll(literal, "")
          .match(/\w+/g) ?? [],
    ),
  };
}

/** Every piece of the models and of what the cubes' queries share. */
export function piecesOfModels(): Piece[] {
  const names = readdirSync(models, {recursive: true, encoding: "utf8"}).sort();
  const sql = names
    .filter((name) => /^[\w-]+\.sql$/.test(name))
    .map((name) => [`models/${name}`, textOf(new URL(name, models))] as const);
  const queries = [...sql, ["cubes/macros.sql", sourceText("cubes/macros.sql")] as const];
  const code = new Map<string, string[]>();
  for (const name of names.filter((n) => n.endsWith(".ts"))) {
    const unit = `models/${name.replace(/\/.*/, "")}`;
    code.set(unit, [...(code.get(unit) ?? []), textOf(new URL(name, models))]);
  }
  return [
    ...queries.flatMap(([file, text]) => statementsOf(text).map((s) => pieceOf(file, s))),
    ...[...code].map(([file, texts]) => typescriptPiece(file, texts)).filter(({makes}) => makes.length > 0),
    // Two settings are tables: loaders/warehouse/warehouse.ts makes them.
    {
      file: "",
      makes: ["grid_minimums"],
      needs: [],
      runs: [],
      variables: [],
      words: ["grid", "preset", "minimums"],
    },
    {file: "", makes: ["segments"], needs: [], runs: [], variables: [], words: ["rfm", "segments"]},
  ];
}
