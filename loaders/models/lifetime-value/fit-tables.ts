import {DOUBLE, type DuckDBConnection, INTEGER, VARCHAR} from "@duckdb/node-api";
import {literal} from "../../quote.js";
import type {GammaGammaEstimate} from "./gamma-gamma.js";
import type {Refusal} from "./guards.js";
import type {PurchaseFit, PurchaseModel} from "./score-customers.js";

/** A fit, or why there is none, as it is published. */
interface RecordedFit {
  model: PurchaseModel | "gamma-gamma";
  fit: PurchaseFit | GammaGammaEstimate | Refusal;
  /** Whom it was to be fitted to; Gamma-Gamma: the repeat buyers. */
  customers: number;
  /** Whether the date's figures are taken from it. */
  primary: boolean;
}

/** Empty tables for the fits of every date; `spend_fits` (temporary) is what lifetime-value.sql reads. */
export async function makeFitTables(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TABLE lifetime_fits (as_of DATE, model VARCHAR, "primary" BOOLEAN, ok BOOLEAN, reason VARCHAR,
       log_likelihood DOUBLE, customers INTEGER, warnings VARCHAR[], correlation DOUBLE)`,
  );
  await connection.run(
    `CREATE OR REPLACE TABLE lifetime_parameters (as_of DATE, model VARCHAR, place INTEGER, parameter VARCHAR,
       estimate DOUBLE, standard_error DOUBLE, low DOUBLE, high DOUBLE)`,
  );
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE spend_fits (as_of DATE, p DOUBLE, q DOUBLE, v DOUBLE, mean_spend DOUBLE)",
  );
}

/** Writes a fit into `lifetime_fits`, and its parameters with standard errors and 95% intervals beside it. */
export async function recordFit(
  connection: DuckDBConnection,
  asOf: string,
  {model, fit, customers, primary}: RecordedFit,
): Promise<void> {
  const warnings = fit.ok ? `[${fit.warnings.map(literal).join(", ")}]` : "[]";
  const correlation = fit.ok && "correlation" in fit ? fit.correlation : null;
  await connection.run(
    `INSERT INTO lifetime_fits VALUES ($1::DATE, $2, $3, $4, $5, $6, $7, ${warnings}, $8)`,
    [
      asOf,
      model,
      primary,
      fit.ok,
      fit.ok ? null : fit.reason,
      fit.ok ? fit.logLikelihood : null,
      fit.ok ? fit.customers : customers,
      correlation,
    ],
  );
  if (!fit.ok) return;
  const {names, parameters, standardErrors, intervals} = fit as {
    names: readonly string[];
    parameters: Record<string, number>;
    standardErrors: Record<string, number>;
    intervals: Record<string, [number, number]>;
  };
  for (const [place, name] of names.entries()) {
    const figures = [parameters[name]!, standardErrors[name]!, ...intervals[name]!];
    await connection.run(
      "INSERT INTO lifetime_parameters VALUES ($1::DATE, $2, $3, $4, $5, $6, $7, $8)",
      [asOf, model, place, name, ...figures],
      // A double that happens to be whole would be bound as an integer, and some are beyond any.
      [VARCHAR, VARCHAR, INTEGER, VARCHAR, DOUBLE, DOUBLE, DOUBLE, DOUBLE],
    );
  }
}
