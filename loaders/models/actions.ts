import {readFileSync} from "node:fs";
import {parse} from "smol-toml";
import type {ActionRow} from "../../src/cubes/value.js";
import {abcClasses, gridStages, type Locale, walletStages} from "../../src/cubes.js";
import {UserError} from "../errors.js";
import {nearest} from "../nearest.js";
import {standardSegments} from "./segments.js";

type Both = Record<Locale, string>;

/** An action of the reader's own, an entry of `[[actions]]` in report.toml; a text alone is used in both languages. */
export interface ActionSetting {
  model: string;
  class: string;
  action: string | Both;
  reason: string | Both;
  approver?: string | Both;
  /** Whether it stands in place of the library's actions of its class, and not beside them. */
  replace?: boolean;
}

/** What the library and the classes in force depend on. */
interface ActionSettings {
  actions?: readonly ActionSetting[];
  rfm?: {segments?: Record<string, string[]>};
}

/** What an action would take away from a customer; such an action is a draft, and who approves it follows from it. */
type DraftKind = "price_rise" | "cut_benefits" | "exit";

interface LibraryAction {
  origin: "sourced" | "chosen";
  draft?: DraftKind;
  action: Both;
  reason: Both;
}

const files = [
  "everyone",
  "abc",
  "rfm",
  "pyramids",
  "value-types",
  "wallet-stages",
  "grid-stages",
  "alert-phases",
] as const;

/** Who approves a draft: whoever answers for the price, the service or the loss of a customer (chosen). */
export const approvers: Record<DraftKind, Both> = {
  price_rise: {en: "marketing director", zh: "市场总监"},
  cut_benefits: {en: "marketing director", zh: "市场总监"},
  exit: {en: "general manager or deputy", zh: "总经理或副总"},
};

/** The models that have actions and their classes, in the order of the report; segments are the reader's where there are any. */
export function actionClasses({rfm}: ActionSettings): Record<string, readonly string[]> {
  return {
    everyone: ["everyone"],
    abc: abcClasses,
    rfm_band: ["keep", "invest", "avoid"],
    rfm_segment: Object.keys(rfm?.segments ?? standardSegments),
    metal: ["diamond", "gold", "brass", "lead"],
    hsbc: ["A", "B", "C", "D", "E", "F", "G"],
    chase: ["blue", "green", "red", "transfer", "exit", "other"],
    value_type: ["mvc", "mgc", "below_zero", "migrator"],
    grid_stage: gridStages,
    wallet_stage: walletStages,
    alert_phase: ["warning", "control", "recovery"],
  };
}

/**
 * The suggestions for every class in force: the library's, with the reader's own after them or in their place. All are
 * suggestions: price rises, cut benefits and exits name who would have to approve them.
 *
 * @throws UserError for a model or a class that doesn't exist, and for a setting that would replace the floor of service
 */
export function actionsOf(settings: ActionSettings, file = "report.toml"): ActionRow[] {
  const classes = actionClasses(settings);
  const own = (settings.actions ?? []).map((setting, i) => {
    check(setting, classes, `${file}: actions[${i}]`);
    return setting;
  });
  const library = readLibrary();
  return Object.entries(classes).flatMap(([model, names]) =>
    names.flatMap((name) => {
      const mine = own.filter((setting) => setting.model === model && setting.class === name);
      const standard = mine.some(({replace}) => replace) ? [] : (library[model]?.[name] ?? []);
      return [
        ...standard.map(({draft, ...action}) => row(model, name, action, draft ? approvers[draft] : null)),
        ...mine.map(({action, reason, approver}) =>
          row(
            model,
            name,
            {action: both(action), reason: both(reason), origin: "settings"},
            approver ? both(approver) : null,
          ),
        ),
      ];
    }),
  );
}

/** The library as it is written: by model and class, from the `.toml` files in action-library. */
export function readLibrary(): Record<string, Record<string, LibraryAction[]>> {
  const library: Record<string, Record<string, LibraryAction[]>> = {};
  for (const name of files) {
    const source = readFileSync(new URL(`action-library/${name}.toml`, import.meta.url), "utf8");
    Object.assign(library, parse(source));
  }
  return library;
}

function row(
  model: string,
  name: string,
  {action, reason, origin}: Pick<ActionRow, "action" | "reason" | "origin">,
  approver: Both | null,
): ActionRow {
  return {model, class: name, action, reason, approver, origin};
}

function both(text: string | Both): Both {
  return typeof text === "string" ? {en: text, zh: text} : text;
}

function check(setting: ActionSetting, classes: Record<string, readonly string[]>, place: string): void {
  const {model, class: name, replace} = setting;
  if (!Object.hasOwn(classes, model)) throw unknown(`${place}.model`, model, Object.keys(classes), "model");
  if (!classes[model]!.includes(name)) {
    throw unknown(`${place}.class`, name, classes[model]!, `class of ${model}`);
  }
  if (replace && model === "everyone") {
    throw new UserError(
      `${place}.replace = true: the floor of service holds for everyone; remove the key to add to it`,
    );
  }
}

function unknown(place: string, value: string, known: readonly string[], what: string): UserError {
  const near = nearest(value, known);
  const hint = near.length > 0 ? `did you mean ${near.join(" or ")}?` : `there are ${known.join(", ")}`;
  return new UserError(`${place} = ${JSON.stringify(value)}: no such ${what}; ${hint}`);
}
