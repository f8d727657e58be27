import type {ClassMovementRow, MovementDirection, MovementModel} from "../../../cubes/movement.js";
import {count, daySpan, money} from "../../formats.js";
import {type History, isWhole, tooShort} from "../../whole-window.js";
import type {MovesWords} from "./moves-view.js";

/** Customers who went one way with their money at both days; where a move is not told, the least there can be and no money. */
export interface WentOneWay {
  customers: number;
  exact: boolean;
  revenue_before: number | null;
  revenue_after: number | null;
  profit_before: number | null;
  profit_after: number | null;
}

const measures = ["revenue_before", "revenue_after", "profit_before", "profit_after"] as const;

/** The sums over the rows of one direction. */
export function wentOneWay(rows: readonly ClassMovementRow[], direction: MovementDirection): WentOneWay {
  const group = rows.filter((r) => r.direction === direction);
  const sum = (of: (typeof measures)[number]): number | null =>
    group.reduce<number | null>((s, r) => (s === null || r[of] === null ? null : s + r[of]), 0);
  return {
    customers: group.reduce((s, r) => s + (r.customers ?? 0), 0),
    exact: group.every((r) => r.customers !== null),
    revenue_before: sum("revenue_before"),
    revenue_after: sum("revenue_after"),
    profit_before: sum("profit_before"),
    profit_after: sum("profit_after"),
  };
}

/** The move, up or down, of the most customers that are told; of equal ones that of the most money, then the first. */
export function largestMove(rows: readonly ClassMovementRow[]): ClassMovementRow | null {
  const weight = (r: ClassMovementRow): number => Math.abs(r.revenue_before ?? r.profit_before ?? 0);
  return rows
    .filter((r) => (r.direction === "up" || r.direction === "down") && (r.customers ?? 0) > 0)
    .reduce<ClassMovementRow | null>((best, r) => {
      if (best === null || r.customers! > best.customers!) return r;
      return r.customers === best.customers && weight(r) > weight(best) ? r : best;
    }, null);
}

/** Whether a model's classes are of a window, which must be whole at both days: stages are of assessments and wallets. */
function isWindowed(model: MovementModel): boolean {
  return model !== "grid_stage" && model !== "wallet_stage";
}

/** What of a move from a day may be said: all, the customers without the money of the window, or nothing. */
export function comparable(
  model: MovementModel,
  from: string,
  history: History,
): "all" | "customers" | "none" {
  if (isWhole(from, history)) return "all";
  return isWindowed(model) ? "none" : "customers";
}

/** How many regressed between two days, the money that moved with them, and the largest move between stages. */
export function regressionSentence(
  rows: readonly ClassMovementRow[],
  down: WentOneWay,
  {model, from, to}: {model: MovementModel; from: string; to: string},
  said: MovesWords,
): string {
  const {locale, currency, models, words, history} = said;
  const may = comparable(model, from, history);
  if (may === "none") return tooShort(history, locale);
  const zh = locale === "zh";
  const best = largestMove(rows);
  const classes = models[rows[0]?.model ?? "abc"]?.classes ?? [];
  const name = (key: string): string => classes.find((c) => c.key === key)?.name ?? key;
  const [before, after, what] =
    down.revenue_before !== null && down.revenue_after !== null
      ? [down.revenue_before, down.revenue_after, words.revenue]
      : [down.profit_before, down.profit_after, words.profit];
  const cash = (x: number): string => money(x, currency, locale);
  const n = count(down.customers, locale);
  const span = zh ? daySpan(from, to, locale) : `from ${daySpan(from, to, locale)}`;
  const nobody = down.customers === 0 && down.exact;
  const some = down.customers === 0 && !down.exact;
  const first = zh
    ? `${span}，${nobody ? "没有客户倒退" : some ? "有客户倒退，但各项移动人数太少，已隐去" : `${down.exact ? "" : "至少"}${n}位客户倒退`}`
    : `${nobody ? "Nobody" : some ? "Some accounts" : `${down.exact ? "" : "At least "}${n} ${down.customers === 1 ? "account" : "accounts"}`} regressed ${span}${some ? ", each move too small to be shown" : ""}`;
  const withMoney =
    nobody || !down.exact || may !== "all" || before === null || after === null
      ? ""
      : zh
        ? `，${what}由${cash(before)}变为${cash(after)}`
        : `: ${down.customers === 1 ? "its" : "their"} ${what.toLowerCase()} went from ${cash(before)} to ${cash(after)}`;
  const largest =
    best === null
      ? ""
      : zh
        ? `人数最多的移动：${count(best.customers!, locale)}位由“${name(best.from_class)}”到“${name(best.to_class)}”（${said.directions[best.direction]}）。`
        : ` The largest move: ${count(best.customers!, locale)} from “${name(best.from_class)}” to “${name(best.to_class)}” (${said.directions[best.direction].toLowerCase()}).`;
  return `${first}${withMoney}${zh ? "。" : "."}${largest}`;
}
