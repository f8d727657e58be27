import type {GridStage, WalletStage} from "../cubes.js";
import {dated, plain} from "./dated-figures.js";
import {gridCounts} from "./exhibits/stages.js";
import {count, money} from "./formats.js";
import {type KeyFigure, kpiFigure} from "./key-figures.js";
import type {Site} from "./site.js";
import {label} from "./terms.js";
import {lifetimeFigures, methodFigures, pyramidFigures} from "./value-figures.js";

type Kpi = Parameters<typeof kpiFigure>[0];

function ofKpis(...names: Kpi[]): (site: Site) => KeyFigure[] {
  return (site) => {
    const rows = site.cubes.read("kpis");
    return names.map((name) => kpiFigure(name, rows, site)).filter((f) => f !== null);
  };
}

function stageFigures(site: Site): KeyFigure[] {
  const {cubes, locale} = site;
  const n = (x: number): string => count(x, locale);
  const zh = locale === "zh";
  const grid = cubes.has("relationships") ? cubes.read("grid") : null;
  const wallet = cubes.has("wallets") ? cubes.read("wallet") : null;
  const sum = (values: (number | null | undefined)[]): number | null =>
    values.reduce<number | null>((s, x) => (s === null || x === null || x === undefined ? null : s + x), 0);
  const inGrid = (stages: GridStage[]) => (as_of: string) =>
    grid?.some((r) => r.as_of === as_of) ? sum(stages.map((s) => gridCounts(grid, as_of).get(s))) : null;
  const inWallet = (stages: WalletStage[], key: "customers" | "gap") => (as_of: string) => {
    const rows = wallet?.filter((r) => r.as_of === as_of) ?? [];
    return rows.length > 0
      ? sum(rows.filter((r) => stages.includes(r.stage)).map((r) => r[key] ?? (r.suppressed ? null : 0)))
      : null;
  };
  return [
    dated(
      "grid-high",
      zh ? "方格：高期或合作伙伴" : "Grid: advanced or partner",
      inGrid(["advanced", "partner"]),
      n,
      "count",
      site,
    ),
    dated("grid-none", zh ? "方格：未评估" : "Grid: not assessed", inGrid(["unassessed"]), n, "count", site),
    dated(
      "wallet-high",
      zh ? "份额：稳定或战略合作" : "Wallet: stable or strategic",
      inWallet(["stable", "strategic"], "customers"),
      n,
      "count",
      site,
    ),
    dated(
      "wallet-gap",
      label("gap", locale),
      inWallet(["development", "initial", "stable", "strategic", "interrupted"], "gap"),
      (x) => money(x, cubes.report, locale),
      "relative",
      site,
    ),
  ].filter((f) => f !== null);
}

function dataFigures({cubes, locale}: Site): KeyFigure[] {
  const t = cubes.read("inputs").find((r) => r.export === "transactions");
  return t
    ? [
        plain("rows-read", label("rows_read", locale), count(t.rows_read, locale)),
        plain("rows-used", label("rows_used", locale), count(t.rows_used, locale)),
        plain("rows-rejected", label("rows_rejected", locale), count(t.rows_rejected, locale)),
        plain("ledger-customers", label("customers", locale), count(cubes.read("ledger").customers, locale)),
      ]
    : [];
}

/** The row of figures under each page's sentence. */
export const figureRows: Readonly<Record<string, (site: Site) => KeyFigure[]>> = {
  overview(site) {
    const figures = ofKpis("revenue", "profit", "active_customers", "new_customers", "top20_share")(site);
    return site.cubes.report.has_profit ? figures : [...figures, ...ofKpis("orders")(site)];
  },
  pareto: ofKpis("top20_share", "gini", "customers", "below_zero_customers"),
  rfm: ofKpis("active_customers", "new_customers", "orders", "customers"),
  lifetime: lifetimeFigures,
  pyramid: pyramidFigures,
  methods: methodFigures,
  stages: stageFigures,
  data: dataFigures,
};
