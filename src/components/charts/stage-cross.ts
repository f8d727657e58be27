import * as Plot from "@observablehq/plot";
import {type GridStage, gridStages, type StageCrossRow, walletStages} from "../../cubes.js";
import {count, percent} from "../formats.js";
import {gridStageName, gridStageTerms, label, walletStageName, walletStageTerms, word} from "../terms.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";
import {heatFill, heatInk, heatStep} from "./heat.js";

interface Crossing {
  row: StageCrossRow;
  share: number;
}

/** From the top: partner first; what is no stage stands at the bottom. */
const gridOrder: GridStage[] = ["partner", "advanced", "middle", "initial", "nurturing", "pre", "unassessed"];

/** The two stage models crossed: wallet stages across, grid stages upwards, customers written out; `whole` is all of them. */
export function stageCross(
  rows: readonly StageCrossRow[],
  whole: number,
  options: ChartOptions,
): SVGSVGElement {
  const {locale} = options;
  const narrow = isNarrow(options);
  const left = locale === "zh" ? 96 : 112;
  const top = narrow ? (locale === "zh" ? 78 : 112) : 48;
  const cells: Crossing[] = rows.map((row) => ({row, share: whole > 0 ? (row.customers ?? 0) / whole : 0}));
  const text = ({row, share}: Crossing): string =>
    `${gridStageName(row.grid_stage, locale)} × ${walletStageName(row.wallet_stage, locale)}: ${
      row.customers === null
        ? word("suppressed", locale)
        : `${count(row.customers, locale)} (${percent(share, locale)})`
    }`;
  const every = gridStages.flatMap((grid_stage) =>
    walletStages.map((wallet_stage) => ({grid_stage, wallet_stage})),
  );
  const known = cells.filter((c) => c.row.customers !== null);
  const x = (c: Crossing): string => c.row.wallet_stage;
  const y = (c: Crossing): string => c.row.grid_stage;
  return draw(options, {
    height: (narrow ? 38 : 42) * gridOrder.length + top + 8,
    marginLeft: left,
    marginRight: 4,
    marginTop: top,
    marginBottom: 8,
    x: {domain: walletStages, axis: null, padding: 0.04},
    y: {domain: gridOrder, axis: null, padding: 0.04},
    color: {type: "identity"},
    marks: [
      Plot.axisX({
        anchor: "top",
        tickSize: 0,
        tickFormat: (s: (typeof walletStages)[number]) => walletStageTerms[s][locale],
        tickRotate: narrow ? -90 : 0,
        lineWidth: narrow ? 20 : 8,
        label: null,
      } as Plot.AxisXOptions),
      Plot.axisY({
        anchor: "left",
        tickSize: 0,
        tickFormat: (s: (typeof gridStages)[number]) => gridStageTerms[s][locale],
        label: null,
      } as Plot.AxisYOptions),
      Plot.text([label("wallet_stage", locale)], {
        frameAnchor: "top-left",
        textAnchor: "start",
        dx: -left,
        dy: narrow ? -top + 8 : -28,
        text: (name: string) => `${name} →`,
        fontWeight: 600,
      }),
      Plot.text([label("grid_stage", locale)], {
        frameAnchor: "top-left",
        textAnchor: "start",
        dx: -left,
        dy: -8,
        text: (name: string) => `${name} ↓`,
        fontWeight: 600,
      }),
      Plot.cell(every, {x: "wallet_stage", y: "grid_stage", fill: "var(--heat-0)"}),
      Plot.cell(known, {
        x,
        y,
        fill: (c: Crossing) => heatFill(c.row.customers === 0 ? 0 : heatStep(c.share)),
        title: text,
      }),
      Plot.cell(
        cells.filter((c) => c.row.customers === null),
        {x, y, fill: hatch(options), title: text},
      ),
      Plot.text(known, {
        x,
        y,
        text: (c: Crossing) => count(c.row.customers!, locale),
        fill: (c: Crossing) => heatInk(heatStep(c.share)),
        fontSize: narrow ? 12 : 14,
      }),
    ],
  });
}
