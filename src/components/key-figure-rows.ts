import {budgetFigures, coverageFigures} from "./coverage-figures.js";
import {plain} from "./dated-figures.js";
import {count} from "./formats.js";
import {type KeyFigure, kpiFigure} from "./key-figures.js";
import {movementFigures} from "./movement-figures.js";
import {relationshipFigures, walletFigures} from "./relationship-figures.js";
import {serviceFigures} from "./service-figures.js";
import type {Site} from "./site.js";
import {label} from "./terms.js";
import {lifetimeFigures, methodFigures, pyramidFigures} from "./value-figures.js";
import {warningFigures} from "./warning-figures.js";

type Kpi = Parameters<typeof kpiFigure>[0];

function ofKpis(...names: Kpi[]): (site: Site) => KeyFigure[] {
  return (site) => {
    const rows = site.cubes.read("kpis");
    return names.map((name) => kpiFigure(name, rows, site)).filter((f) => f !== null);
  };
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
  relationship: relationshipFigures,
  wallet: walletFigures,
  movement: movementFigures,
  warnings: warningFigures,
  service: serviceFigures,
  coverage: coverageFigures,
  budget: budgetFigures,
  data: dataFigures,
};
