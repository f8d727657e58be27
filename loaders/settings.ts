import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse, TomlDate, TomlError} from "smol-toml";
import {z} from "zod";
import {UserError} from "./errors.js";
import {actionsOf} from "./models/actions.js";
import {checkPyramids} from "./models/pyramid-settings.js";
import {nearest} from "./nearest.js";

const text = z.union([z.string(), z.object({en: z.string(), zh: z.string()}).strict()]);
const day = z.preprocess(
  (value) => (value instanceof TomlDate ? value.toISOString().slice(0, 10) : value),
  z.string().refine(isDay, "must be a day such as 2025-12-31"),
);
const share = z.number().gt(0).lt(1);
const level = z.number().int().min(1).max(5);
const money = z.number().gt(0);
const breaks = z
  .array(z.number())
  .min(1)
  .max(9)
  .refine((all) => all.every((b, i) => i === 0 || b > all[i - 1]!), "must rise from one break to the next");
const fourBreaks = breaks.refine((all) => all.length === 4, "must be four breaks, for five scores");
const five = z.array(z.string().min(1)).length(5);

/** Whether a text is a day of the calendar: 2025-02-30 isn't. */
function isDay(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** How one export is read; every export has the same keys. */
const exportSettings = z
  .object({
    files: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
    format: z.enum(["csv", "parquet"]).optional(),
    encoding: z.string().default("utf-8"),
    delimiter: z
      .string()
      .regex(/^(.|whitespace)$/s, 'must be one character or "whitespace"')
      .optional(),
    header: z.boolean().default(true),
    names: z.array(z.string()).optional(),
    date_format: z.string().optional(),
    decimal: z.enum([".", ","]).default("."),
    where: z.string().optional(),
    fill: z
      .object({by: z.string(), columns: z.array(z.string()).min(1)})
      .strict()
      .optional(),
    columns: z.record(z.string(), z.string()).default({}),
    on_bad_rows: z.enum(["reject", "fail"]).default("reject"),
    most_bad_rows: z.number().int().min(0).optional(),
  })
  .strict();

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
    rfm: z
      .object({
        primary: z.enum(["together", "ntile", "nested", "fixed", "airline"]).default("together"),
        value: z.enum(["revenue", "profit", "quantity", "points"]).default("revenue"),
        fixed: z
          .object({
            recency: fourBreaks.default([7, 30, 60, 120]),
            frequency: fourBreaks.optional(),
            money: fourBreaks.optional(),
          })
          .strict()
          .prefault({}),
        custom: z
          .object({
            bins: z.number().int().min(2).max(10).default(3),
            recency: breaks.optional(),
            frequency: breaks.optional(),
            money: breaks.optional(),
          })
          .strict()
          .prefault({}),
        segments: z.record(z.string(), z.array(z.string()).min(1)).optional(),
        keep_share: share.default(0.2),
        avoid_share: share.default(0.2),
        head_share: share.default(0.2),
      })
      .strict()
      .prefault({}),
    pareto: z
      .object({
        primary: z.enum(["by-customers", "by-value"]).default("by-customers"),
        measure: z.enum(["revenue", "profit"]).optional(),
        customers_a: share.default(0.2),
        customers_b: share.default(0.7),
        value_a: share.default(0.8),
        value_b: share.default(0.15),
      })
      .strict()
      .prefault({}),
    lifetime: z
      .object({
        model: z.enum(["bg-nbd", "pareto-nbd"]).default("pareto-nbd"),
        horizon_months: z.number().int().min(1).max(240).default(36),
        discount_rate: z.number().min(0).max(1).default(0.1),
        holdout_days: z.number().int().min(1).default(365),
      })
      .strict()
      .prefault({}),
    methods: z
      .object({period_days: z.number().int().min(1).default(365)})
      .strict()
      .prefault({}),
    metal: z
      .object({diamond: share.default(0.5), gold: share.default(0.8), brass: share.default(0.95)})
      .strict()
      .prefault({}),
    hsbc: z
      .object({loyalty: share.default(0.5), value: share.default(0.6)})
      .strict()
      .prefault({}),
    chase: z
      .object({
        blue_times: money.default(5),
        green_times: money.default(3),
        blue_fee_times: money.default(3),
        green_fee_times: money.default(1),
        blue: money.optional(),
        green: money.optional(),
        blue_fee: money.optional(),
        green_fee: money.optional(),
        fee_categories: z.array(z.string()).default([]),
        simple_categories: z.number().int().min(0).default(2),
        loyal_frequency: level.default(3),
      })
      .strict()
      .prefault({}),
    value_types: z
      .object({
        mvc: share.default(0.2),
        mgc: share.default(0.2),
        migrator_alive_below: share.default(0.5),
        migrator_trend_below: share.default(0.7),
        migrator_value: share.default(0.4),
      })
      .strict()
      .prefault({}),
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
    grid: z
      .object({
        preset: z.enum(["A", "B"]).default("A"),
        personal_levels: z.object({en: five, zh: five}).strict().optional(),
        company_levels: z.object({en: five, zh: five}).strict().optional(),
        minimums: z
          .partialRecord(
            z.enum(["nurturing", "initial", "middle", "advanced", "partner"]),
            z
              .object({personal: z.union([level, z.string()]), company: z.union([level, z.string()])})
              .strict(),
          )
          .optional(),
        contacts: z.enum(["max", "mean", "weighted"]).default("max"),
        stale_after_days: z.number().int().min(1).default(180),
      })
      .strict()
      .prefault({}),
    wallet: z
      .object({
        stable_from: share.default(0.5),
        strategic_from: share.default(0.8),
        period_months: z.number().int().min(1).max(60).default(12),
        mismatch_low_level: level.default(2),
      })
      .strict()
      .prefault({}),
  })
  .strict();

export type Settings = z.infer<typeof settings>;
export type ExportSettings = z.infer<typeof exportSettings>;
export type ExportKey = "transactions" | "customers" | "relationships" | "wallets";
export const exportKeys: readonly ExportKey[] = ["transactions", "customers", "relationships", "wallets"];

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
  return `${file}: ${path.join(".") || "the file"} = ${JSON.stringify(value)}: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`;
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
