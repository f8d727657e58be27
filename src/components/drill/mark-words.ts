import {type AbcClass, type Locale, type ReportCube, type WalletStage, walletStages} from "../../cubes.js";
import {stageAt} from "../charts/stage-grid.js";
import {percent} from "../formats.js";
import {classes, gridStageTerms, label, sentenceCase, walletStageTerms} from "../terms.js";
import {classLabel} from "../value-terms.js";
import {type ClassMark, hundredths, type Mark} from "./mark.js";

/** What a mark stands for, as a heading: "Cell 545: R5 F4 M5", "Wallet stage: strategic". */
export function markTitle(mark: ClassMark, report: ReportCube, locale: Locale): string {
  const zh = locale === "zh";
  const {kind, code} = mark;
  const named = (model: string, name: string): string => `${model}${zh ? "：" : ": "}${name}`;
  switch (kind) {
    case "rfm":
      return named(`${label("cell", locale)} ${code}`, `R${code[0]} F${code[1]} M${code[2]}`);
    case "grid":
      return named(label("grid_stage", locale), squareName(code, report, locale));
    case "wallet":
      return named(label("wallet_stage", locale), walletStageTerms[code as WalletStage][locale]);
    case "abc":
      return sentenceCase(classes[code as AbcClass][locale]);
    case "metal":
      return named(zh ? "客户金字塔" : "Migration pyramid", classLabel("metal", code, locale));
    case "segment":
      return named(label("segment", locale), classLabel("rfm_segment", code, locale));
    case "pareto":
      return zh
        ? `收入最高的${partOf(mark, locale)}客户`
        : `The top ${partOf(mark, locale)} of customers by revenue`;
    case "profit":
      return zh
        ? `利润最高的${partOf(mark, locale)}客户`
        : `The top ${partOf(mark, locale)} of customers by profit`;
  }
}

/** A part of the customers as its chart writes it. */
function partOf(mark: ClassMark, locale: Locale): string {
  const part = hundredths(mark);
  return Number.isInteger(part) ? `${part}%` : percent(part / 100, locale);
}

function squareName(code: string, {grid_levels, grid_minimums}: ReportCube, locale: Locale): string {
  if (code === "0") return gridStageTerms.unassessed[locale];
  const [personal, company] = [Number(code[0]), Number(code[1])];
  const levels = `${grid_levels.personal[locale][personal - 1]} × ${grid_levels.company[locale][company - 1]}`;
  const stage = gridStageTerms[stageAt(personal, company, grid_minimums)][locale];
  return locale === "zh" ? `${stage}（${levels}）` : `${stage} (${levels})`;
}

/** Whether a report has the class at all: an address may name anything. */
export function isKnown(mark: Mark): boolean {
  if (mark.kind === "cells") return true;
  const {kind, code} = mark;
  if (kind === "wallet") return walletStages.includes(code as WalletStage);
  if (kind === "metal") return ["diamond", "gold", "brass", "lead"].includes(code);
  return true;
}
