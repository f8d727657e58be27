import type {PyramidRow, RfmSegmentRow} from "../../cubes/value.js";
import type {AbcRow, GridRow, KpiRow, ParetoPoint, RfmRow, WalletRow} from "../../cubes.js";
import {pointPart} from "../charts/curve-points.js";
import type {CubeReader} from "../cube-files.js";
import type {TableName} from "../filter/tables.js";
import {type ClassKind, type ClassMark, hundredths, isPart} from "./mark.js";

/** What a mark stands for, as its figure counts it; null where it is suppressed, or where the figure doesn't tell. */
export interface MarkCounts {
  kind: ClassKind;
  customers: number | null;
  share_customers: number | null;
  /** How many the share is of; null where that is not told. */
  whole_customers: number | null;
  /** Undefined where the figure's data has none. */
  orders?: number | null;
  revenue?: number | null;
  share_revenue?: number | null;
  profit?: number | null;
  share_profit?: number | null;
  /** What they spend elsewhere, of wallet stages. */
  gap?: number | null;
  recency_days?: number | null;
  suppressed: boolean;
}

type Row = Pick<MarkCounts, "customers" | "orders" | "revenue" | "profit" | "recency_days" | "gap"> & {
  suppressed: boolean;
};

/** The tables of filters that the figures of a kind read. */
export const tablesOf: Readonly<Record<ClassKind, readonly TableName[]>> = {
  rfm: ["rfm", "totals"],
  segment: ["segments", "totals"],
  grid: ["grid"],
  wallet: ["wallet"],
  abc: ["abc"],
  metal: ["metal"],
  pareto: ["pareto"],
  profit: ["pareto"],
};

/** The rows of a class, and those that together are the whole that its shares are of. */
function rowsOf({kind, code}: ClassMark, cubes: CubeReader): {own: Row[]; whole: Row[]} {
  const {report} = cubes;
  const now = <T extends {as_of: string}>(rows: readonly T[]): T[] =>
    rows.filter(({as_of}) => as_of === report.as_of);
  const split = <T extends Row>(rows: readonly T[], mine: (row: T) => boolean, all?: readonly Row[]) => ({
    own: rows.filter(mine),
    whole: [...(all ?? rows)],
  });
  const totals = (): Row[] =>
    now<KpiRow>(cubes.read("kpis"))
      .filter(({role}) => role === "now")
      .map(({customers, orders, revenue, profit}) => ({
        customers,
        orders,
        revenue,
        profit,
        suppressed: false,
      }));
  switch (kind) {
    case "rfm": {
      const rows: RfmRow[] = cubes.read("rfm").filter(({scheme}) => scheme === report.primary_scheme);
      return split(rows, ({r, f, m}) => `${r}${f}${m}` === code, totals());
    }
    case "segment":
      return split(now<RfmSegmentRow>(cubes.read("rfm-segments")), (row) => row.segment === code, totals());
    case "grid":
      return split(
        now<GridRow>(cubes.read("grid")),
        ({personal, company}) => (personal === null ? "0" : `${personal}${company}`) === code,
      );
    case "wallet":
      // Who only gave back stands beside the stages.
      return split(
        now<WalletRow>(cubes.read("wallet")).filter(({stage}) => stage !== "none"),
        (row) => row.stage === code,
      );
    case "abc":
      return split(
        now<AbcRow>(cubes.read("abc")).filter(
          (row) =>
            row.preset === report.primary_abc_preset &&
            row.measure === report.primary_abc_measure &&
            row.class !== "none",
        ),
        (row) => row.class === code,
      );
    case "metal":
      return split(
        now<PyramidRow>(cubes.read("pyramid")).filter(
          ({pyramid, level}) => pyramid === "metal" && metals.includes(level),
        ),
        (row) => row.level === code,
      );
    case "pareto":
    case "profit":
      throw new Error("the points of a curve are no rows of classes");
  }
}

const metals = ["diamond", "gold", "brass", "lead"];

/** The sum of a measure; null where a part of it is, undefined where no row has it. */
function sumOf(rows: readonly Row[], of: Exclude<keyof Row, "suppressed">): number | null | undefined {
  if (rows.length > 0 && rows.every((row) => row[of] === undefined)) return undefined;
  return rows.reduce<number | null>(
    (sum, row) => (sum === null || row[of] === null || row[of] === undefined ? null : sum + row[of]),
    0,
  );
}

const share = (part: number | null | undefined, whole: number | null | undefined): number | null =>
  typeof part === "number" && typeof whole === "number" && whole > 0 ? part / whole : null;

/** How many the largest customers are, and what they bring where the curve has a point for just so many, or one near. */
function curveCounts(mark: ClassMark, points: readonly ParetoPoint[]): MarkCounts {
  const part = hundredths(mark);
  const of = mark.kind === "profit" ? "profit" : "revenue";
  const curve = points.filter(({measure}) => measure === of);
  const all = curve.at(-1)?.customers;
  const exact = all === undefined ? null : Math.ceil((part / 100) * all - 1e-9);
  const near = curve.filter(({customer_share}) => Math.round(100 * customer_share) === Math.round(part));
  const point =
    curve.find(({customers, customer_share}) =>
      Number.isInteger(part) ? customers === exact : pointPart(customer_share) === part,
    ) ??
    near.find(({customer_share}) => customer_share >= part / 100 - 1e-9) ??
    near.at(-1);
  return {
    kind: mark.kind,
    customers: point?.customers ?? exact,
    share_customers: point?.customer_share ?? share(exact, all),
    whole_customers: all ?? null,
    [of]: point?.amount ?? null,
    [`share_${of}`]: point?.amount_share ?? null,
    suppressed: false,
  };
}

/** What a mark stands for under the filter that the cubes are of; zeros where nobody is in it. */
export function markCounts(mark: ClassMark, cubes: CubeReader): MarkCounts {
  if (isPart(mark.kind)) return curveCounts(mark, cubes.read("pareto-curve"));
  const {own, whole} = rowsOf(mark, cubes);
  const [customers, revenue] = [sumOf(own, "customers") ?? null, sumOf(own, "revenue") ?? null];
  const profit = sumOf(own, "profit");
  const orders = whole.some((row) => row.orders !== undefined) ? sumOf(own, "orders") : undefined;
  return {
    kind: mark.kind,
    customers,
    share_customers: share(customers, sumOf(whole, "customers")),
    whole_customers: sumOf(whole, "customers") ?? null,
    ...(orders === undefined ? {} : {orders}),
    revenue,
    share_revenue: share(revenue, sumOf(whole, "revenue")),
    ...(profit === undefined ? {} : {profit}),
    // The charts of these tell it.
    ...(mark.kind === "abc" || mark.kind === "metal"
      ? {share_profit: share(profit, sumOf(whole, "profit"))}
      : {}),
    ...(mark.kind === "wallet" ? {gap: sumOf(own, "gap") ?? null} : {}),
    ...(mark.kind === "rfm" && own[0] ? {recency_days: own[0].recency_days ?? null} : {}),
    suppressed: own.some((row) => row.suppressed),
  };
}
