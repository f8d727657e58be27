import type {IntervalSpan, MovementDirection, MovementModel} from "../cubes/movement.js";
import type {Term} from "./terms.js";

const term = (en: string, zh: string): Term => ({en, zh});

/** The models as the chooser names them: the two stage models are never told without which of them it is. */
export const movementModelTerms: Record<MovementModel, Term> = {
  grid_stage: term("25-grid stages", "方格阶段"),
  wallet_stage: term("Share-of-wallet stages", "采购份额阶段"),
  metal: term("Migration pyramid", "客户金字塔"),
  rfm_segment: term("RFM segments", "RFM细分"),
  abc: term("ABC classes", "ABC分类"),
};

export const movementTitles: Record<MovementModel, Term> = {
  grid_stage: term("Movement between the stages of the 25-grid", "25方格各阶段之间的移动"),
  wallet_stage: term("Movement between the stages of share of wallet", "采购份额各阶段之间的移动"),
  metal: term("Movement between the levels of the migration pyramid", "客户金字塔各层之间的移动"),
  rfm_segment: term("Movement between the RFM segments", "RFM各细分之间的移动"),
  abc: term("Movement between the ABC classes", "ABC各类之间的移动"),
};

export const directionTerms: Record<MovementDirection, Term> = {
  up: term("Moved up", "上移"),
  same: term("Stayed", "未变"),
  down: term("Regressed", "倒退"),
  came: term("Became known", "转为已知"),
  lost: term("Became unknown", "转为未知"),
  new: term("New since", "其后新增"),
};

export const notClasses: Readonly<Record<string, Term>> = {
  none: term("Refunds only", "仅有退款"),
  prospect: term("Prospects", "潜在客户"),
  arrived: term("Not known yet", "当时未知"),
};

export const spanTerms: Record<IntervalSpan, Term> = {
  quarter: term("within a quarter", "一个季度之内"),
  year: term("within a year", "一年之内"),
};
