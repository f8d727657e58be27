import {type MovementModel, movementModels} from "../../../cubes/movement.js";
import {abcClasses, type ExportName, gridStages, type ReportCube, walletStages} from "../../../cubes.js";
import type {MoveSide} from "../../charts/moves-drawing.js";
import {gridSteps, stageFill, walletSteps} from "../../charts/stage-colours.js";
import {directionTerms, movementModelTerms, movementTitles, notClasses} from "../../movement-terms.js";
import {segmentFill, segmentOrder} from "../../segments.js";
import type {Site} from "../../site.js";
import {classes, gridStageTerms, label, sentenceCase, walletStageTerms, word} from "../../terms.js";
import {classLabel} from "../../value-terms.js";
import type {ModelWords, MovesWords} from "./moves-view.js";
import {isColumns, knownDays, type Moves, movesOfColumns, movesOfRows} from "./pairs.js";

const kept = new WeakMap<object, Moves>();

/** The moves that this site's audience is told: every pair of dates, or the few of the cubes with small cells left out. */
export function movesOf({cubes}: Site): Moves {
  const known = kept.get(cubes);
  if (known) return known;
  const columns = cubes.find("class-movement-pairs");
  const moves = isColumns(columns)
    ? movesOfColumns(columns)
    : movesOfRows(
        cubes.find("class-movement") ?? [],
        cubes.find("class-movement-ways") ?? [],
        cubes.find("movement") ?? [],
        cubes.report.has_profit,
      );
  kept.set(cubes, moves);
  return moves;
}

/** The models that this report has: the stages need their exports. */
export function modelsOf(site: Site): MovementModel[] {
  const {pairs} = movesOf(site);
  return withExports(site.cubes.report).filter((m) => pairs.some((p) => p.model === m));
}

/** The models whose exports a report has, in their order. */
export function withExports({exports}: Pick<ReportCube, "exports">): MovementModel[] {
  const needs: Partial<Record<MovementModel, ExportName>> = {
    grid_stage: "relationships",
    wallet_stage: "wallets",
  };
  return movementModels.filter((model) => {
    const needed = needs[model];
    return needed === undefined || exports[needed];
  });
}

/** Classes of a model from the highest; what is no class stands at the end. */
function orderOf(model: MovementModel, seen: ReadonlySet<string>): string[] {
  const orders: Record<MovementModel, readonly string[]> = {
    grid_stage: ["partner", "advanced", "middle", "initial", "nurturing", "pre", "unassessed"],
    wallet_stage: ["strategic", "stable", "initial", "development", "interrupted", "unknown"],
    metal: ["diamond", "gold", "brass", "lead"],
    rfm_segment: segmentOrder([...seen].filter((c) => !Object.hasOwn(notClasses, c))),
    abc: abcClasses.filter((c) => c !== "none"),
  };
  return [...orders[model], "none", "prospect"].filter((c) => seen.has(c));
}

/** The name and the fill of a class. */
function sideOf(model: MovementModel, key: string, {locale}: Site): MoveSide {
  const special = notClasses[key];
  if (special) return {key, name: special[locale], fill: null};
  const fill = (css: string): string | null => (css === "" ? null : css);
  switch (model) {
    case "grid_stage": {
      const stage = gridStages.find((s) => s === key)!;
      return {
        key,
        name: sentenceCase(gridStageTerms[stage][locale]),
        fill: fill(stageFill(gridSteps[stage], "")),
      };
    }
    case "wallet_stage": {
      const stage = walletStages.find((s) => s === key)!;
      return {
        key,
        name: sentenceCase(walletStageTerms[stage][locale]),
        fill: fill(stageFill(walletSteps[stage], "")),
      };
    }
    case "abc":
      return {
        key,
        name: classes[abcClasses.find((c) => c === key)!][locale],
        fill: `var(--class-${key.toLowerCase()})`,
      };
    case "metal":
      return {key, name: classLabel(model, key, locale), fill: `var(--metal-${key})`};
    case "rfm_segment":
      return {key, name: classLabel(model, key, locale), fill: segmentFill(key)};
  }
}

/** The words and colours of every model that this report has. */
export function movesWords(site: Site): MovesWords {
  const {locale, cubes} = site;
  const {currency, minor_digits, has_profit, first_day, window, as_of} = cubes.report;
  const moves = movesOf(site);
  const models = Object.fromEntries(
    modelsOf(site).map((model): [MovementModel, ModelWords] => {
      const rows = moves.pairs.filter((p) => p.model === model).flatMap((p) => moves.of(p));
      const seen = new Set(rows.flatMap((r) => [r.from_class, r.to_class]));
      return [
        model,
        {
          name: movementModelTerms[model][locale],
          title: movementTitles[model][locale],
          classes: orderOf(model, seen).map((c) => sideOf(model, c, site)),
        },
      ];
    }),
  );
  const zh = locale === "zh";
  return {
    locale,
    currency: {currency, minor_digits},
    hasProfit: has_profit,
    models,
    known: knownDays(cubes.report),
    history: {first_day, window, as_of},
    arrived: notClasses.arrived![locale],
    directions: {
      up: directionTerms.up[locale],
      same: directionTerms.same[locale],
      down: directionTerms.down[locale],
      came: directionTerms.came[locale],
      lost: directionTerms.lost[locale],
      new: directionTerms.new[locale],
    },
    words: {
      from: label("from", locale),
      to: label("to", locale),
      way: zh ? "方向" : "Way",
      customers: label("accounts", locale),
      revenue: label("revenue", locale),
      profit: label("profit", locale),
      before: zh ? "（之前）" : "before",
      after: zh ? "（之后）" : "after",
      suppressed: word("suppressed", locale),
    },
  };
}
