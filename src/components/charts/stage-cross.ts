import {type GridStage, type StageCrossRow, type WalletStage, walletStages} from "../../cubes.js";
import {count, percent} from "../formats.js";
import {gridStageName, gridStageTerms, label, walletStageName, walletStageTerms, word} from "../terms.js";
import {bands} from "./bands.js";
import {hatch, isNarrow, type ShapeOptions} from "./chart-options.js";
import {framed} from "./framed.js";
import {heatFill, heatInk, heatStep} from "./heat.js";
import {markWords} from "./mark-words.js";
import {type Shape, shape, textShape, titleShape} from "./shape.js";
import {wrapped} from "./text-width.js";

/** Customers of a stage of each model; `mark` is what they stand for, where a reader may see the customers behind it. */
interface StageCrossing extends StageCrossRow {
  mark?: string | undefined;
}

/** From the top: partner first; what is no stage stands at the bottom. */
const gridOrder: GridStage[] = ["partner", "advanced", "middle", "initial", "nurturing", "pre", "unassessed"];

function crossingTitle(row: StageCrossRow, share: number | null, {locale}: ShapeOptions): string {
  const stages = `${gridStageName(row.grid_stage, locale)} × ${walletStageName(row.wallet_stage, locale)}`;
  if (row.customers === null) return markWords([stages], word("suppressed", locale), locale);
  const n = count(row.customers, locale);
  if (share === null) return markWords([stages], n, locale);
  const part = percent(share, locale);
  return markWords([stages], locale === "zh" ? `${n}（${part}）` : `${n} (${part})`, locale);
}

/** The two stage models crossed: wallet stages across, grid stages upwards, customers written out; `whole` is all that are told. */
export function stageCross(rows: readonly StageCrossing[], whole: number, options: ShapeOptions): Shape {
  const {locale, width} = options;
  const narrow = isNarrow(options);
  const partly = rows.some(({customers}) => customers === null);
  const left = locale === "zh" ? 96 : 112;
  const top = narrow ? (locale === "zh" ? 78 : 112) : 48;
  const height = (narrow ? 38 : 42) * gridOrder.length + top + 8;
  const x = bands(walletStages.length, left, width - 4, 0.04);
  const y = bands(gridOrder.length, top, height - 8, 0.04);

  const square = (grid: GridStage, r: number, wallet: WalletStage, c: number): Shape => {
    const row = rows.find((one) => one.grid_stage === grid && one.wallet_stage === wallet);
    const box = {x: x.start(c), y: y.start(r), width: x.size, height: y.size};
    const customers = row?.customers ?? null;
    const share = whole > 0 ? (customers ?? 0) / whole : 0;
    const step = heatStep(share);
    const fill = row && customers === null ? hatch(options) : heatFill(customers === null ? 0 : step);
    return shape(
      "g",
      {},
      shape(
        "rect",
        {...box, fill, "data-mark": row?.mark},
        ...(row ? [titleShape(crossingTitle(row, partly ? null : share, options))] : []),
      ),
      textShape(customers === null ? "" : count(customers, locale), {
        x: x.middle(c),
        y: y.middle(r),
        fill: heatInk(step),
        "font-size": narrow ? 12 : 14,
        "pointer-events": "none",
      }),
    );
  };
  const lines = gridOrder.map((grid, r) =>
    shape(
      "g",
      {},
      textShape(gridStageTerms[grid][locale], {x: left - 9, y: y.middle(r), "text-anchor": "end"}),
      ...walletStages.map((wallet, c) => square(grid, r, wallet, c)),
    ),
  );
  const heads = walletStages.map((wallet, c) => {
    const name = walletStageTerms[wallet][locale];
    const at = {x: x.middle(c), y: top - 9};
    if (narrow)
      return textShape(name, {...at, "text-anchor": "start", transform: `rotate(-90 ${at.x} ${at.y})`});
    const parts = wrapped(name, 8);
    return textShape(parts, {...at, dy: `${1 - parts.length}em`, leading: 1});
  });
  const axis = (name: string, at: number): Shape =>
    textShape(name, {x: 0, y: at, dy: "0.71em", "text-anchor": "start", "font-weight": 600});
  return framed(options, height, [
    ...lines,
    ...heads,
    axis(`${label("wallet_stage", locale)} →`, narrow ? 8 : top - 28),
    axis(`${label("grid_stage", locale)} ↓`, top - 8),
  ]);
}
