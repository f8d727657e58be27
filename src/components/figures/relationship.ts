import type {GridStage, WalletStage} from "../../cubes.js";
import type {ChangeKind} from "../change.js";
import {gridCounts} from "../exhibits/relationship/grid.js";
import type {TableName} from "../filter/tables.js";
import {count, money, percent} from "../formats.js";
import {leaning, type Told} from "../relationship-facts.js";
import type {Site} from "../site.js";
import {label, type Word} from "../terms.js";
import {dated} from "./dated.js";
import type {FigureSpec} from "./key-figure.js";

const sum = (values: (number | null | undefined)[]): number | null =>
  values.reduce<number | null>((s, x) => (s === null || x === null || x === undefined ? null : s + x), 0);

type Dated = (site: Site) => (as_of: string) => number | null;

const formats: Readonly<Record<Exclude<ChangeKind, "plain">, (site: Site) => (x: number) => string>> = {
  count:
    ({locale}) =>
    (x) =>
      count(x, locale),
  relative:
    ({locale, cubes: {report}}) =>
    (x) =>
      money(x, report, locale),
  points:
    ({locale}) =>
    (x) =>
      percent(x, locale),
};

/** A figure of assessments or wallets, which have their own days; of revenue it is `windowed`. */
function spec(
  id: string,
  name: {en: string; zh: string} | Word,
  tables: readonly TableName[],
  kind: keyof typeof formats,
  of: Dated,
  windowed = false,
): FigureSpec {
  return {
    id,
    tables,
    figure: (site) =>
      dated(
        id,
        typeof name === "string" ? label(name, site.locale) : name[site.locale],
        of(site),
        formats[kind](site),
        kind,
        site,
        windowed,
      ),
  };
}

const inGrid =
  (...stages: GridStage[]): Dated =>
  ({cubes}) => {
    const grid = cubes.has("relationships") ? cubes.read("grid") : null;
    return (as_of) =>
      grid?.some((r) => r.as_of === as_of) ? sum(stages.map((s) => gridCounts(grid, as_of).get(s))) : null;
  };

/** Of squares that are partly suppressed no figure is made: another date may hide others. */
const person =
  (of: "customers" | "revenue"): Dated =>
  ({cubes}) => {
    const grid = cubes.has("relationships") ? cubes.read("grid") : null;
    return (as_of) => {
      if (!grid) return null;
      const at: Told = leaning(grid, as_of, "person");
      return at.partly ? null : at[of];
    };
  };

/** High grid stages, what hangs on one person, and who was not assessed, at each as-of date. */
export const relationshipFigures: readonly FigureSpec[] = [
  spec(
    "grid-high",
    {en: "Advanced or partner", zh: "高期或合作伙伴"},
    ["grid-over-time"],
    "count",
    inGrid("advanced", "partner"),
  ),
  spec(
    "person",
    {en: "Person-dependent accounts", zh: "人情关系客户"},
    ["grid"],
    "count",
    person("customers"),
  ),
  spec(
    "person-revenue",
    {en: "Revenue of person-dependent accounts", zh: "人情关系客户的收入"},
    ["grid"],
    "relative",
    person("revenue"),
    true,
  ),
  spec("grid-none", {en: "Not assessed", zh: "未评估"}, ["grid-over-time"], "count", inGrid("unassessed")),
];

const known: readonly WalletStage[] = ["development", "initial", "stable", "strategic", "interrupted"];

const inWallet =
  (key: "customers" | "gap" | "ours" | "category_spend", stages = known): Dated =>
  ({cubes}) => {
    const wallet = cubes.has("wallets") ? cubes.read("wallet") : null;
    return (as_of) => {
      const rows = wallet?.filter((r) => r.as_of === as_of) ?? [];
      return rows.length > 0
        ? sum(rows.filter((r) => stages.includes(r.stage)).map((r) => r[key] ?? (r.suppressed ? null : 0)))
        : null;
    };
  };

const walletShare: Dated = (site) => {
  const [gap, spend] = [inWallet("gap")(site), inWallet("category_spend")(site)];
  return (as_of) => {
    const [missing, whole] = [gap(as_of), spend(as_of)];
    return missing === null || whole === null || whole <= 0 ? null : 1 - missing / whole;
  };
};

/** High wallet stages, our share of the wallets that are known, the gap, and who is not known, at each as-of date. */
export const walletFigures: readonly FigureSpec[] = [
  spec("wallet-gap", "gap", ["wallet-over-time"], "relative", inWallet("gap")),
  spec(
    "wallet-share",
    {en: "Our share of known wallets", zh: "已知钱包中我方的份额"},
    ["wallet-over-time"],
    "points",
    walletShare,
  ),
  spec(
    "wallet-high",
    {en: "Stable or strategic", zh: "稳定或战略合作"},
    ["wallet-over-time"],
    "count",
    inWallet("customers", ["stable", "strategic"]),
  ),
  spec(
    "wallet-unknown",
    {en: "Share not known", zh: "份额未知"},
    ["wallet-over-time"],
    "count",
    inWallet("customers", ["unknown"]),
  ),
];
