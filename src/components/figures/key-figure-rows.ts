import type {LedgerCube, Locale} from "../../cubes.js";
import {count} from "../formats.js";
import type {Site} from "../site.js";
import {label} from "../terms.js";
import {budgetFigures, coverageFigures} from "./coverage.js";
import {plain} from "./dated.js";
import {figuresOf, type KeyFigure} from "./key-figure.js";
import {kpiFigures} from "./kpis.js";
import {methodFigures} from "./methods.js";
import {movementFigures} from "./movement.js";
import {relationshipFigures, walletFigures} from "./relationship.js";
import {serviceFigures} from "./service.js";
import {lifetimeFigures, pyramidFigures} from "./value.js";
import {warningFigures} from "./warning.js";

function dataFigures({cubes, locale}: Site): KeyFigure[] {
  const t = cubes.read("inputs").find((r) => r.export === "transactions");
  return t
    ? [
        plain("rows-read", label("rows_read", locale), count(t.rows_read, locale)),
        plain("rows-used", label("rows_used", locale), count(t.rows_used, locale)),
        plain("rows-rejected", label("rows_rejected", locale), count(t.rows_rejected, locale)),
        ledgerCustomers(cubes.read("ledger"), locale),
      ]
    : [];
}

/** Everyone with a line on the ledger: the other pages count those who have bought, so the name says who stands beside them. */
function ledgerCustomers({customers, refund_only_customers: back}: LedgerCube, locale: Locale): KeyFigure {
  const zh = locale === "zh";
  const some =
    back === null
      ? zh
        ? "（不含仅有退款的客户）"
        : ", without those with refunds only"
      : back === 0
        ? ""
        : zh
          ? `（含仅有退款的${count(back, locale)}位）`
          : `, ${count(back, locale)} of them with refunds only`;
  const name = zh ? `账上客户${some}` : `customers on the ledger${some}`;
  return plain("ledger-customers", name, count(customers, locale));
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
