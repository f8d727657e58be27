import * as Plot from "@observablehq/plot";
import {type WalletRow, walletStages} from "../../cubes.js";
import {count, exactMoney, money} from "../formats.js";
import {label, sentenceCase, walletStageTerms, word} from "../terms.js";
import {type ChartOptions, draw, hatch, isNarrow} from "./frame.js";
import {stageFill, walletSteps} from "./stage-colours.js";

type Quantity = "customers" | "revenue" | "gap";

interface Bar {
  stage: WalletRow["stage"];
  of: Quantity;
  value: number | null;
  /** The value over the largest of its kind, so that the three groups share one scale from zero. */
  part: number;
  suppressed: boolean;
}

/** Customers, revenue and gap of each wallet stage, each over the largest of its kind. */
export function walletBarRows(rows: readonly WalletRow[]): Bar[] {
  return (["customers", "revenue", "gap"] as const).flatMap((of) => {
    const most = Math.max(1, ...rows.map((r) => Math.abs(r[of] ?? 0)));
    return rows.map((r) => ({
      stage: r.stage,
      of,
      value: r[of],
      part: (r[of] ?? 0) / most,
      suppressed: r.suppressed,
    }));
  });
}

/** Bars from zero by wallet stage: customers, revenue, and the money that these customers spend elsewhere. */
export function walletBars(rows: readonly WalletRow[], options: ChartOptions): SVGSVGElement {
  const {locale, report, width} = options;
  const narrow = isNarrow(options);
  const half = width < 640;
  const quantities: Quantity[] = half && !narrow ? ["customers", "gap"] : ["customers", "revenue", "gap"];
  const bars = walletBarRows(rows).filter((b) => quantities.includes(b.of));
  const name = (q: Quantity): string => label(q, locale);
  const side = narrow ? {fy: (b: Bar) => name(b.of)} : {fx: (b: Bar) => name(b.of)};
  const facet = {domain: quantities.map(name), label: null, padding: narrow ? 0.16 : 0.06};
  const written = (b: Bar): string =>
    b.value === null
      ? b.suppressed
        ? word("suppressed", locale)
        : locale === "zh"
          ? "未知"
          : "not known"
      : b.of === "customers"
        ? count(b.value, locale)
        : money(b.value, report, locale);
  const exact = (b: Bar): string =>
    `${walletStageTerms[b.stage][locale]}${locale === "zh" ? "：" : ": "}${b.value === null ? written(b) : b.of === "customers" ? count(b.value, locale) : exactMoney(b.value, report, locale)} ${name(b.of)}`;
  const low = Math.min(0, ...bars.map((b) => b.part));
  return draw(options, {
    height: narrow ? quantities.length * (walletStages.length * 25 + 40) : walletStages.length * 36 + 34,
    marginLeft: locale === "zh" ? 72 : narrow ? 116 : 132,
    marginRight: narrow ? 6 : 6,
    marginTop: narrow ? 22 : 26,
    marginBottom: 4,
    ...(narrow ? {fy: {...facet, axis: null}} : {fx: {...facet, axis: "top"}}),
    x: {domain: [low, 1.45], axis: null},
    y: {
      domain: [...walletStages].filter((s) => rows.some((r) => r.stage === s)),
      label: null,
      tickSize: 0,
      tickFormat: (s: WalletRow["stage"]) => sentenceCase(walletStageTerms[s][locale]),
      padding: 0.28,
    },
    color: {type: "identity"},
    marks: [
      narrow
        ? Plot.text(quantities, {
            fy: name,
            frameAnchor: "top-left",
            text: name,
            dy: -16,
            fill: "var(--quiet)",
          })
        : null,
      Plot.barX(
        bars.filter((b) => b.value !== null),
        {
          ...side,
          x1: 0,
          x2: "part",
          y: "stage",
          fill: (b: Bar) => stageFill(walletSteps[b.stage], hatch(options)),
          title: exact,
        },
      ),
      Plot.ruleX([0], {stroke: "var(--quiet)"}),
      Plot.text(bars, {
        ...side,
        x: (b: Bar) => Math.max(0, b.part),
        y: "stage",
        text: written,
        textAnchor: "start",
        dx: 6,
        fill: (b: Bar) => (b.value === null ? "var(--quiet)" : "var(--text)"),
      }),
    ],
  });
}
