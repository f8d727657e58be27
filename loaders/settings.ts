import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse, TomlError} from "smol-toml";
import {z} from "zod";
import {type ExportName, exportNames} from "../src/cubes.js";
import {UserError} from "./errors.js";
import {actionsOf} from "./models/actions.js";
import {checkPyramids} from "./models/pyramid-settings.js";
import {checkWarning} from "./models/warning-settings.js";
import {nearest} from "./nearest.js";
import {checkSettings} from "./settings/checks.js";
import {coverageSettings} from "./settings/coverage.js";
import {exportSettings} from "./settings/export.js";
import {day, text} from "./settings/kinds.js";
import {movementSettings} from "./settings/movement.js";
import {nameSettings} from "./settings/names.js";
import {relationshipSettings} from "./settings/relationship.js";
import {serviceSettings} from "./settings/service.js";
import {valueSettings} from "./settings/value.js";
import {warningSettings} from "./settings/warning.js";
import {workbenchSettings} from "./settings/workbench.js";

/** Every key of `report.toml` with its default: the one place where a threshold stands. */
const settings = z
  .object({
    title: text.default({en: "Customer relationships", zh: "客户关系报告"}),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "must be a three-letter code such as CNY or USD")
      .default("CNY"),
    minor_digits: z.number().int().min(0).max(4).default(2),
    audience: z.enum(["executives", "account-team", "analysts"]).default("executives"),
    smallest_cell: z.number().int().min(1).default(5),
    sample: z.boolean().default(false),
    as_of: day.optional(),
    window: z
      .union([z.literal("all"), z.number().int().min(1)], 'must be "all" or a number of days')
      .default(365),
    margin: z.number().gt(0).max(1).optional(),
    transactions: exportSettings.prefault({}),
    customers: exportSettings.prefault({}),
    relationships: exportSettings.prefault({}),
    wallets: exportSettings.prefault({}),
    interactions: exportSettings.prefault({}),
    complaints: exportSettings.prefault({}),
    surveys: exportSettings.prefault({}),
    events: exportSettings.prefault({}),
    costs: exportSettings.prefault({}),
    filter: z
      .object({stage: z.enum(["wallet", "grid"]).default("wallet")})
      .strict()
      .prefault({}),
    ...valueSettings,
    ...relationshipSettings,
    ...movementSettings,
    ...warningSettings,
    ...serviceSettings,
    ...coverageSettings,
    ...workbenchSettings,
    ...checkSettings,
    ...nameSettings,
    actions: z
      .array(
        z
          .object({
            model: z.string(),
            class: z.string(),
            action: text,
            reason: text,
            approver: text.optional(),
            replace: z.boolean().default(false),
          })
          .strict(),
      )
      .default([]),
  })
  .strict();

export type Settings = z.infer<typeof settings>;
export type {ExportSettings} from "./settings/export.js";
export type ExportKey = ExportName;
export const exportKeys: readonly ExportKey[] = exportNames;

/**
 * Reads and checks `<folder>/report.toml`; every default where there is none.
 *
 * @throws UserError naming the key, for a key that doesn't exist, a value of the wrong kind, or broken TOML.
 */
export function readSettings(folder: string): Settings {
  const file = join(folder, "report.toml");
  return parseSettings(existsSync(file) ? readFileSync(file, "utf8") : "", file);
}

/** The same from a text; `file` is what errors call it. */
export function parseSettings(source: string, file = "report.toml"): Settings {
  let raw: unknown;
  try {
    raw = parse(source.replace(/^\ufeff/, ""));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new UserError(
      `${file}:${error.line}: not valid TOML: ${error.message.split("\n")[0]!.replace(/^Invalid TOML document: /, "")}`,
    );
  }
  const result = settings.safeParse(raw);
  if (!result.success)
    throw new UserError(result.error.issues.map((issue) => explain(issue, raw, file)).join("\n"));
  checkTogether(result.data, file);
  checkPyramids(result.data, file);
  checkWarning(result.data, file);
  actionsOf(result.data, file);
  return result.data;
}

function checkTogether({pareto, wallet, rfm}: Settings, file: string): void {
  if (rfm.keep_share + rfm.avoid_share > 1) {
    throw new UserError(`${file}: rfm.keep_share + rfm.avoid_share is above 1; the two bands would overlap`);
  }
  if (pareto.customers_a + pareto.customers_b > 1) {
    throw new UserError(
      `${file}: pareto.customers_a + pareto.customers_b is above 1; class C would be empty`,
    );
  }
  if (pareto.value_a + pareto.value_b > 1) {
    throw new UserError(`${file}: pareto.value_a + pareto.value_b is above 1; class C would be empty`);
  }
  if (wallet.stable_from >= wallet.strategic_from) {
    throw new UserError(`${file}: wallet.stable_from must be below wallet.strategic_from`);
  }
}

function explain(issue: z.core.$ZodIssue, raw: unknown, file: string): string {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys
      .map((key) => {
        const known = knownKeys(path);
        const near = nearest(key, known);
        return `${file}: there is no setting "${[...path, key].join(".")}"${near.length ? `; did you mean ${near.join(" or ")}?` : known.length ? `; here are ${known.join(", ")}` : ""}`;
      })
      .join("\n");
  }
  const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], raw);
  const message = `${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`;
  const name = path.join(".") || "the file";
  if (value !== undefined) return `${file}: ${name} = ${JSON.stringify(value)}: ${message}`;
  const wanted = message.replace(/^invalid input: expected (\S+), received undefined$/, "must be a $1");
  return `${file}: ${name} is missing: it ${wanted}`;
}

function knownKeys(path: string[]): string[] {
  let schema: unknown = settings;
  for (const key of path) schema = unwrap((unwrap(schema) as {shape?: Record<string, unknown>}).shape?.[key]);
  return Object.keys((unwrap(schema) as {shape?: Record<string, unknown>} | undefined)?.shape ?? {});
}

function unwrap(schema: unknown): unknown {
  const inner = (schema as {def?: {innerType?: unknown}} | undefined)?.def?.innerType;
  return inner ? unwrap(inner) : schema;
}
