import {z} from "zod";
import {chartProblem} from "../../src/components/own/chart-columns.js";
import type {DrawOwn} from "../../src/components/own/drawing.js";
import {ownCharts, ownKinds} from "../../src/cubes/own.js";
import {audienceNames} from "../audiences/columns.js";
import {UserError} from "../errors.js";
import type {ModelDefinition} from "./model.js";
import type {PageDefinition} from "./page.js";

const oneOf = (values: readonly string[]) => ({error: `must be one of ${values.join(", ")}`});
const words = z.strictObject(
  {en: z.string().min(1, "is empty"), zh: z.string().min(1, "is empty")},
  {error: 'must be words in both languages: {en: "…", zh: "…"}'},
);
const audiences = z
  .array(z.enum(audienceNames, oneOf(audienceNames)), {
    error: `must be a list of ${audienceNames.join(", ")}`,
  })
  .min(1, 'is empty: name at least "analysts"');
const named = (what: string) => ({error: `must be ${what} by name`});

const page = z.strictObject({
  title: words,
  about: words,
  audiences,
  columns: z.record(
    z.string(),
    z.strictObject({
      kind: z.enum(ownKinds, oneOf(ownKinds)),
      label: words,
      values: z.record(z.string(), words, named("words")).optional(),
    }),
    named("columns"),
  ),
  chart: z.tuple([z.enum(ownCharts, oneOf(ownCharts))], z.string(), {
    error: `must be a list that begins with ${ownCharts.join(", ")}`,
  }),
  draw: z
    .custom<DrawOwn>((value) => typeof value === "function", {
      error: "must be a function: draw: ({table, plot}) => ({marks: […]})",
    })
    .optional(),
});

const model = z.strictObject({
  title: words,
  about: words,
  audiences,
  classes: z.record(z.string(), words, named("classes")),
});

/**
 * Holds what a definition's file exports to what a page must say, so that a slip is told by file and key.
 *
 * @throws UserError naming the file, the key and what to do
 */
export function checkPage(file: string, value: unknown): PageDefinition {
  const definition = parse(page, file, value, "definePage") as PageDefinition;
  const {columns, chart} = definition;
  const names = Object.keys(columns);
  const wrong = (problem: string) => new UserError(`${file}: ${problem}`);
  for (const name of names) {
    if (!/^[a-z][a-z0-9_]*$/.test(name))
      throw wrong(`columns.${name}: write the name in small letters, digits and _, as in the query`);
    if (name === "suppressed") throw wrong("columns.suppressed: the report gives this column itself");
  }
  if (definition.audiences.includes("executives")) checkForExecutives(file, columns);
  const [kind, ...drawn] = chart;
  for (const name of drawn)
    if (!names.includes(name))
      throw wrong(`chart: there is no column ${name} in columns; there are ${names.join(", ")}`);
  const problem = chartProblem(
    kind,
    drawn.map((name) => columns[name]!.kind),
  );
  if (problem !== null) throw wrong(`chart: ${problem}`);
  return definition;
}

/** The same for a model. */
export function checkModel(file: string, value: unknown): ModelDefinition {
  const definition = parse(model, file, value, "defineModel") as ModelDefinition;
  const classes = Object.keys(definition.classes);
  if (classes.length === 0) throw new UserError(`${file}: classes: is empty: name the classes of the query`);
  if (classes.includes("none"))
    throw new UserError(`${file}: classes.none: stands for customers without a class; choose another name`);
  return definition;
}

function checkForExecutives(file: string, columns: PageDefinition["columns"]): void {
  for (const [name, {kind}] of Object.entries(columns))
    if (kind === "id" || kind === "name")
      throw new UserError(
        `${file}: columns.${name}: a page for executives has no ids and no names: leave the column out, or executives`,
      );
  if (columns.customers?.kind !== "count")
    throw new UserError(
      `${file}: audiences: for executives the query needs a column customers (kind "count"): without it small groups can't be suppressed`,
    );
}

function parse(schema: z.ZodType, file: string, value: unknown, by: string): unknown {
  if (typeof value !== "object" || value === null)
    throw new UserError(`${file}: exports no definition: write export default ${by}({…})`);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue!.path.join(".");
  const text =
    issue!.code === "unrecognized_keys"
      ? `has no key ${issue!.keys.join(", ")}`
      : issue!.message.replace(/^Invalid input: expected (\w+), received undefined$/, "is missing ($1)");
  const given = path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], value);
  const shown = typeof given === "string" && given !== "" ? ` ${JSON.stringify(given)}` : "";
  throw new UserError(`${file}: ${path ? `${path}${shown}: ` : ""}${text}`);
}
