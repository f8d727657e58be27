import * as Plot from "@observablehq/plot";
import {word} from "../terms.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";
import {textWidth} from "./text-width.js";

/** A value of one group: null where it is not known, or suppressed. `share` draws it, `text` says it. */
export interface GroupBar {
  group: string;
  quantity: string;
  /** On the scale of its quantity: a share of the whole, or of the largest. */
  share: number | null;
  text: string;
  title: string;
  suppressed?: boolean;
}

/** A group of customers: its key, name and colour variable; `hatched` for what is no class. */
export interface BarGroup {
  key: string;
  name: string;
  colour: string | null;
}

/** Bars from zero: one panel for each quantity, one line for each group; what is suppressed says so. */
export function groupBars(
  groups: readonly BarGroup[],
  quantities: readonly {key: string; name: string}[],
  bars: readonly GroupBar[],
  options: ChartOptions,
): SVGSVGElement {
  const {locale, width} = options;
  const narrow = isNarrow(options);
  const font = narrow ? 12 : 13;
  const longest = Math.max(0, ...groups.map((g) => textWidth(g.name))) * font + 12;
  const stacked = narrow || width < 640;
  // A name longer than its share of the width stands above its bars instead of beside them.
  const above = longest > width * (stacked ? 0.42 : 0.26);
  const name = (key: string): string => quantities.find((q) => q.key === key)?.name ?? key;
  const side = stacked
    ? {fy: (b: {quantity: string}) => name(b.quantity)}
    : {fx: (b: {quantity: string}) => name(b.quantity)};
  const values = bars.filter((b) => b.share !== null).map((b) => b.share!);
  const low = Math.min(0, ...values);
  const high = Math.max(0.01, ...values);
  const room = (high - low) * (stacked ? 0.34 : 0.55);
  const line = above ? 50 : stacked ? 26 : 34;
  const facet = {
    domain: quantities.map((q) => q.name),
    label: null,
    padding: stacked ? 34 / (groups.length * line + 34) : 0.05,
  };
  const group = (b: {group: string}): BarGroup | undefined => groups.find((g) => g.key === b.group);
  const first = stacked ? quantities : quantities.slice(0, 1);
  const drop = above ? 8 : 0;
  return draw(options, {
    height: stacked ? quantities.length * (groups.length * line + 34) - 6 : groups.length * line + 34,
    marginLeft: above ? 4 : Math.round(longest) + 4,
    marginRight: 4,
    marginTop: stacked ? 24 : 28,
    marginBottom: 4,
    ...(stacked ? {fy: {...facet, axis: null}} : {fx: {...facet, axis: "top"}}),
    x: {domain: [low, high + room], axis: null},
    y: {
      domain: groups.map((g) => g.key),
      label: null,
      tickSize: 0,
      ...(above
        ? {axis: null}
        : {tickFormat: (key: string) => groups.find((g) => g.key === key)?.name ?? key}),
      padding: above ? 0.56 : 0.26,
    },
    color: {type: "identity"},
    marks: [
      stacked
        ? Plot.text(quantities, {
            fy: "name",
            frameAnchor: "top-left",
            text: "name",
            dy: -17,
            fill: "var(--quiet)",
            fontWeight: 600,
          })
        : null,
      Plot.barX(
        bars.filter((b) => b.share !== null),
        {
          ...side,
          x1: 0,
          x2: "share",
          y: "group",
          fill: (b: GroupBar) => {
            const colour = group(b)?.colour ?? null;
            return colour === null ? hatch(options) : `var(--${colour})`;
          },
          title: "title",
          dy: drop,
        },
      ),
      Plot.ruleX([0], {stroke: "var(--quiet)"}),
      Plot.text(bars, {
        ...side,
        x: (b: GroupBar) => Math.max(0, b.share ?? 0),
        y: "group",
        text: (b: GroupBar) => (b.share === null && b.suppressed ? word("suppressed", locale) : b.text),
        textAnchor: "start",
        dx: 6,
        dy: drop,
        fill: (b: GroupBar) => (b.share === null ? "var(--quiet)" : "var(--text)"),
      }),
      above
        ? Plot.text(
            first.flatMap((q) => groups.map((g) => ({group: g.key, quantity: q.key, text: g.name}))),
            {
              ...side,
              x: () => 0,
              y: "group",
              text: "text",
              textAnchor: "start",
              dx: 3,
              dy: -12,
              fill: "var(--text)",
            },
          )
        : null,
    ],
  });
}
