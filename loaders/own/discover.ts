import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {UserError} from "../errors.js";
import {checkModel, checkPage} from "./check-definition.js";
import type {ModelDefinition} from "./model.js";
import {nameProblem} from "./names.js";
import type {PageDefinition} from "./page.js";

/** A definition with its query, by the name of its files. */
export interface Own<Definition> {
  name: string;
  /** Path of the query below the project, for messages. */
  file: string;
  sql: string;
  definition: Definition;
}

export interface OwnFiles {
  pages: Own<PageDefinition>[];
  models: Own<ModelDefinition>[];
}

/**
 * Reads what analysts have added: `pages/<name>.ts` with `pages/<name>.sql`, and the same in `models/`, in the order of
 * their names. Without such files there is nothing, which is no mistake.
 *
 * @throws UserError naming the file that is missing, can't be loaded or says something that can't be
 */
export async function readOwn(folder: string): Promise<OwnFiles> {
  const pages = await readFolder(folder, "pages", checkPage);
  const models = await readFolder(folder, "models", checkModel);
  const twice = models.find(({name}) => pages.some((page) => page.name === name));
  if (twice)
    throw new UserError(
      `loaders/own/models/${twice.name}.ts: there is a page of that name too; rename one of them`,
    );
  return {pages, models};
}

/** What is said of an own page that the report doesn't have, since its definition doesn't name the audience. */
export const notForAudience =
  "this audience may not see that page: its definition in loaders/own names others (see audiences)";

/** The names of the pages that analysts have added, by their files alone: also of those that can't be loaded. */
export function ownNames(folder: string): string[] {
  return (["pages", "models"] as const).flatMap((kind) => namesIn(join(folder, kind), ".ts"));
}

async function readFolder<Definition>(
  folder: string,
  kind: "pages" | "models",
  check: (file: string, value: unknown) => Definition,
): Promise<Own<Definition>[]> {
  const shown = `loaders/own/${kind}`;
  const below = join(folder, kind);
  const names = namesIn(below, ".ts");
  const alone = namesIn(below, ".sql").find((name) => !names.includes(name));
  if (alone !== undefined)
    throw new UserError(`${shown}/${alone}.sql: there is no ${alone}.ts beside it that declares its columns`);
  const found: Own<Definition>[] = [];
  for (const name of names) {
    const problem = nameProblem(name);
    if (problem !== null) throw new UserError(`${shown}/${name}.ts: ${problem}`);
    const query = join(below, `${name}.sql`);
    if (!existsSync(query))
      throw new UserError(`${shown}/${name}.ts: there is no query ${name}.sql beside it`);
    const definition = check(
      `${shown}/${name}.ts`,
      await load(`${shown}/${name}.ts`, join(below, `${name}.ts`)),
    );
    found.push({name, file: `${shown}/${name}.sql`, sql: readFileSync(query, "utf8"), definition});
  }
  return found;
}

async function load(shown: string, file: string): Promise<unknown> {
  try {
    return ((await import(pathToFileURL(file).href)) as {default?: unknown}).default;
  } catch (error) {
    const {message, stack = ""} = error instanceof Error ? error : new Error(String(error));
    // What can't be read is told with its place, columns from 0; what is thrown while it runs has it in the stack.
    const [, row, column, problem] = /:(\d+):(\d+): (?:ERROR|error): (.*)/.exec(message) ?? [];
    const thrown = stack.split(`${file}:`)[1]?.match(/^\d+:\d+(?=\)?\n)/)?.[0];
    const place = row ? `:${row}:${Number(column) + 1}` : thrown ? `:${thrown}` : "";
    const said = (problem ?? message).replaceAll(`${dirname(file)}/`, "").replace(/\s*\n\s*/g, "; ");
    throw new UserError(`${shown}${place}: can't be loaded: ${said}`);
  }
}

function namesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending) && !file.startsWith("."))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}
