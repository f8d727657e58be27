import * as Plot from "@observablehq/plot";
import {word} from "../terms.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";
import type {BarGroup} from "./group-bars.js";
import {textWidth} from "./text-width.js";

/** One level's share of customers, to the left, and of money, to the right. Null where it is suppressed. */
export interface PyramidLevel extends BarGroup {
  customers: {share: number | null; text: string; title: string};
  money: {share: number | null; text: string; title: string};
}

/**
 * Two pyramids back to back, highest level on top: to the left each level's share of customers, to the right its share of
 * money, both from zero and on one scale. A loss runs from its zero towards the names.
 */
export function pyramidBars(
  levels: readonly PyramidLevel[],
  heads: {customers: string; money: string},
  options: ChartOptions,
): SVGSVGElement {
  const {locale, width} = options;
  const narrow = isNarrow(options);
  const font = narrow ? 12 : 14;
  const shares = (of: "customers" | "money"): number[] => levels.map((l) => l[of].share ?? 0);
  const most = {customers: Math.max(0.01, ...shares("customers")), money: Math.max(0.01, ...shares("money"))};
  const loss = -Math.min(0, ...shares("money"));
  const names = (Math.max(0, ...levels.map((l) => textWidth(l.name))) * font * 1.06 + 18) / width;
  const labels = (narrow ? 58 : 128) / width;
  const unit = (most.customers + most.money + loss) / (1 - names - 2 * labels);
  const left = 0;
  const right = names * unit + loss;
  const domain = [-(most.customers + labels * unit), right + most.money + labels * unit];
  const piece = (l: PyramidLevel, of: "customers" | "money") => {
    const share = l[of].share;
    const zero = of === "customers" ? left : right;
    return {
      ...l[of],
      level: l,
      of,
      zero,
      end: share === null ? zero : of === "customers" ? zero - share : zero + share,
      tip: share === null ? zero : of === "customers" ? zero - Math.max(0, share) : zero + Math.max(0, share),
    };
  };
  type Piece = ReturnType<typeof piece>;
  const pieces = levels.flatMap((l) => [piece(l, "customers"), piece(l, "money")]);
  const text = (p: Piece): string => {
    if (p.share === null) return word("suppressed", locale);
    return narrow ? p.text.replace(/\s{2,}/, "\n") : p.text;
  };
  const ends = (of: Piece["of"]): Plot.Markish =>
    Plot.text(
      pieces.filter((p) => p.of === of),
      {
        x: "tip",
        y: (p: Piece) => p.level.key,
        text,
        textAnchor: of === "customers" ? "end" : "start",
        dx: of === "customers" ? -7 : 7,
        fill: "var(--text)",
      },
    );
  return draw(options, {
    height: levels.length * (narrow ? 46 : 58) + 36,
    marginLeft: 0,
    marginRight: 0,
    marginTop: 32,
    marginBottom: 4,
    x: {domain, axis: null},
    y: {domain: levels.map((l) => l.key), axis: null, padding: 0.16},
    color: {type: "identity"},
    marks: [
      Plot.barX(
        pieces.filter((p) => p.share !== null),
        {
          x1: "zero",
          x2: "end",
          y: (p: Piece) => p.level.key,
          fill: (p: Piece) => (p.level.colour === null ? hatch(options) : `var(--${p.level.colour})`),
          title: "title",
        },
      ),
      Plot.ruleX([left, right], {stroke: "var(--quiet)"}),
      Plot.text(levels, {
        x: () => left + (names * unit) / 2,
        y: "key",
        text: "name",
        fill: "var(--text)",
        fontWeight: 600,
        fontSize: font,
      }),
      ends("customers"),
      ends("money"),
      Plot.text([heads.customers], {
        x: () => left,
        frameAnchor: "top",
        text: (t: string) => t,
        textAnchor: "end",
        dx: -6,
        dy: -20,
        fill: "var(--quiet)",
        fontWeight: 600,
      }),
      Plot.text([heads.money], {
        x: () => right,
        frameAnchor: "top",
        text: (t: string) => t,
        textAnchor: "start",
        dx: 6,
        dy: -20,
        fill: "var(--quiet)",
        fontWeight: 600,
      }),
    ],
  });
}
