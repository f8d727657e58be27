import {type WalletRow, walletStages} from "../../cubes.js";
import {count, exactMoney, money} from "../formats.js";
import {label, sentenceCase, walletStageTerms} from "../terms.js";
import {isNarrow, type ShapeOptions} from "./chart-options.js";
import {groupBars} from "./group-bars.js";
import type {Shape} from "./shape.js";
import {walletSteps} from "./stage-colours.js";

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
function walletBarRows(rows: readonly WalletRow[]): Bar[] {
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
export function walletBars(rows: readonly WalletRow[], options: ShapeOptions): Shape {
  const {locale, report, width} = options;
  const half = width < 640 && !isNarrow(options);
  const quantities: Quantity[] = half ? ["customers", "gap"] : ["customers", "revenue", "gap"];
  const name = (q: Quantity): string => label(q === "customers" ? "accounts" : q, locale);
  const unknown = locale === "zh" ? "未知" : "not known";
  const written = (b: Bar): string =>
    b.value === null
      ? unknown
      : b.of === "customers"
        ? count(b.value, locale)
        : money(b.value, report, locale);
  const exact = (b: Bar): string =>
    b.value === null || b.of === "customers" ? written(b) : exactMoney(b.value, report, locale);
  const steps = {null: null, lost: "class-d"} as const;
  const groups = walletStages
    .filter((s) => rows.some((r) => r.stage === s))
    .map((s) => {
      const step = walletSteps[s];
      const colour = step === null || step === "lost" ? steps[`${step}`] : `stage-${step}`;
      return {key: s, name: sentenceCase(walletStageTerms[s][locale]), colour};
    });
  const bars = walletBarRows(rows).map((b) => ({
    group: b.stage,
    quantity: b.of,
    share: b.value === null ? null : b.part,
    text: written(b),
    exact: exact(b),
    suppressed: b.suppressed,
    mark: `wallet:${b.stage}`,
  }));
  return groupBars(
    groups,
    quantities.map((q) => ({key: q, name: name(q)})),
    bars,
    options,
  );
}
