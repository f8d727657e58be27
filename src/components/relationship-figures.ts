import type {GridStage, WalletStage} from "../cubes.js";
import {dated} from "./dated-figures.js";
import {gridCounts} from "./exhibits/relationship/grid.js";
import {count, money, percent} from "./formats.js";
import type {KeyFigure} from "./key-figures.js";
import {leaning, type Told} from "./relationship-facts.js";
import type {Site} from "./site.js";
import {label} from "./terms.js";

const sum = (values: (number | null | undefined)[]): number | null =>
  values.reduce<number | null>((s, x) => (s === null || x === null || x === undefined ? null : s + x), 0);

/** High grid stages, what hangs on one person, and who was not assessed, at each as-of date. */
export function relationshipFigures(site: Site): KeyFigure[] {
  const {cubes, locale} = site;
  const zh = locale === "zh";
  const grid = cubes.has("relationships") ? cubes.read("grid") : null;
  const inGrid = (stages: GridStage[]) => (as_of: string) =>
    grid?.some((r) => r.as_of === as_of) ? sum(stages.map((s) => gridCounts(grid, as_of).get(s))) : null;
  // Of squares that are partly suppressed no figure is made: another date may hide others.
  const person = (of: "customers" | "revenue") => (as_of: string) => {
    if (!grid?.some((r) => r.as_of === as_of)) return null;
    const at: Told = leaning(grid, as_of, "person");
    return at.partly ? null : at[of];
  };
  const n = (x: number): string => count(x, locale);
  return [
    dated(
      "grid-high",
      zh ? "高期或合作伙伴" : "Advanced or partner",
      inGrid(["advanced", "partner"]),
      n,
      "count",
      site,
    ),
    dated(
      "person",
      zh ? "关系系于个人的客户" : "Person-dependent accounts",
      person("customers"),
      n,
      "count",
      site,
    ),
    dated(
      "person-revenue",
      zh ? "关系系于个人的收入" : "Revenue that hangs on one person",
      person("revenue"),
      (x) => money(x, cubes.report, locale),
      "relative",
      site,
    ),
    dated("grid-none", zh ? "未评估" : "Not assessed", inGrid(["unassessed"]), n, "count", site),
  ].filter((f) => f !== null);
}

/** High wallet stages, our share of the wallets that are known, the gap, and who is not known, at each as-of date. */
export function walletFigures(site: Site): KeyFigure[] {
  const {cubes, locale} = site;
  const zh = locale === "zh";
  const wallet = cubes.has("wallets") ? cubes.read("wallet") : null;
  const known: WalletStage[] = ["development", "initial", "stable", "strategic", "interrupted"];
  const inWallet =
    (stages: WalletStage[], key: "customers" | "gap" | "ours" | "category_spend") =>
    (as_of: string): number | null => {
      const rows = wallet?.filter((r) => r.as_of === as_of) ?? [];
      return rows.length > 0
        ? sum(rows.filter((r) => stages.includes(r.stage)).map((r) => r[key] ?? (r.suppressed ? null : 0)))
        : null;
    };
  const share = (as_of: string): number | null => {
    const [gap, spend] = [inWallet(known, "gap")(as_of), inWallet(known, "category_spend")(as_of)];
    return gap === null || spend === null || spend <= 0 ? null : 1 - gap / spend;
  };
  const n = (x: number): string => count(x, locale);
  return [
    dated(
      "wallet-gap",
      label("gap", locale),
      inWallet(known, "gap"),
      (x) => money(x, cubes.report, locale),
      "relative",
      site,
    ),
    dated(
      "wallet-share",
      zh ? "已知钱包中我方的份额" : "Our share of known wallets",
      share,
      (x) => percent(x, locale),
      "points",
      site,
    ),
    dated(
      "wallet-high",
      zh ? "稳定或战略合作" : "Stable or strategic",
      inWallet(["stable", "strategic"], "customers"),
      n,
      "count",
      site,
    ),
    dated(
      "wallet-unknown",
      zh ? "份额未知" : "Share not known",
      inWallet(["unknown"], "customers"),
      n,
      "count",
      site,
    ),
  ].filter((f) => f !== null);
}
