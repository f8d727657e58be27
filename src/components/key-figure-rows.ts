import {budgetFigures, coverageFigures} from "./coverage-figures.js";
import {plain} from "./dated-figures.js";
import {count} from "./formats.js";
import {figuresOf, type KeyFigure} from "./key-figure.js";
import {kpiFigures} from "./kpi-figures.js";
import {methodFigures} from "./method-figures.js";
import {movementFigures} from "./movement-figures.js";
import {relationshipFigures, walletFigures} from "./relationship-figures.js";
import {serviceFigures} from "./service-figures.js";
import type {Site} from "./site.js";
import {label} from "./terms.js";
import {lifetimeFigures, pyramidFigures} from "./value-figures.js";
import {warningFigures} from "./warning-figures.js";

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
    const shown = kpiFigures("revenue", "profit", "active_customers", "new_customers", "top20_share");
    const orders = site.cubes.report.has_profit ? [] : kpiFigures("orders");
    return figuresOf([...shown, ...orders])(site);
  },
  pareto: figuresOf(kpiFigures("top20_share", "gini", "customers", "below_zero_customers")),
  rfm: figuresOf(kpiFigures("active_customers", "new_customers", "orders", "customers")),
  lifetime: figuresOf(lifetimeFigures),
  pyramid: figuresOf(pyramidFigures),
  methods: methodFigures,
  relationship: figuresOf(relationshipFigures),
  wallet: figuresOf(walletFigures),
  movement: figuresOf(movementFigures),
  warnings: figuresOf(warningFigures),
  service: figuresOf(serviceFigures),
  coverage: figuresOf(coverageFigures),
  budget: figuresOf(budgetFigures),
  data: dataFigures,
};
