import {expect} from "vitest";
import {fitBgNbd} from "../../loaders/models/lifetime-value/bg-nbd.js";
import {purchasesOf as forecastOf} from "../../loaders/models/lifetime-value/expected-purchases.js";
import {expectedSpend, fitGammaGamma} from "../../loaders/models/lifetime-value/gamma-gamma.js";
import {discounted, monthDays, within} from "../../loaders/models/lifetime-value/horizon.js";
import {fitParetoNbd} from "../../loaders/models/lifetime-value/pareto-nbd.js";
import {groupOf, groupPurchases, week} from "../../loaders/models/lifetime-value/purchase-groups.js";
import {summarise} from "./lifetime-value/purchase-summary.js";
import type {Purchase} from "./scored.js";

const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);

/** Lifetime values at a day by plain loops over the ledger; profit throughout. */
export function valuesAt(ledger: readonly Purchase[], asOf: number, model: "bg-nbd" | "pareto-nbd") {
  const known = ledger.filter(({day}) => day <= asOf);
  const visits = known.filter(({orders}) => orders > 0);
  const summaries = summarise(
    visits.map(({customer_id, day, amount}) => ({customer: customer_id, day, amount})),
    asOf,
  );
  const means = summaries.map(({customer, frequency, recencyDays, ageDays}) => {
    const first = asOf - ageDays;
    const after = known.filter((p) => p.customer_id === customer && p.day > first);
    expect(recencyDays).toBeLessThanOrEqual(ageDays);
    return frequency > 0 ? sum(after.map(({amount}) => amount)) / frequency : null;
  });
  const columns = {
    frequency: summaries.map((row) => row.frequency),
    recencyDays: summaries.map((row) => row.recencyDays),
    ageDays: summaries.map((row) => row.ageDays),
  };
  const groups = groupPurchases(columns, week);
  const group = groupOf(groups, columns);
  const fit = model === "bg-nbd" ? fitBgNbd(groups) : fitParetoNbd(groups);
  const plain = forecastOf(fit, groups, within((36 * monthDays) / 7));
  const worth = forecastOf(fit, groups, discounted({periods: 36, annualRate: 0.1}, week));
  const spend = fitGammaGamma({frequency: columns.frequency, meanSpend: means.map((mean) => mean ?? 0)});
  if (!spend.ok) throw new Error(spend.reason);
  const existing = new Set(summaries.map(({customer}) => customer));
  const theirs = known.filter(({customer_id}) => existing.has(customer_id));
  const everyones = sum(theirs.map(({profit}) => profit)) / sum(theirs.map(({amount}) => amount));
  return new Map(
    summaries.map(({customer, frequency}, i) => {
      const own = theirs.filter(({customer_id}) => customer_id === customer);
      const historic = sum(own.map(({profit}) => profit));
      const revenue = sum(own.map(({amount}) => amount));
      const expected = expectedSpend(spend.parameters, frequency, Math.max(means[i] ?? 0, 0))!;
      const prior = 3 * spend.meanSpend;
      const margin = Math.max(
        -1,
        Math.min(1, (historic + prior * everyones) / (Math.max(revenue, 0) + prior)),
      );
      const future = worth.purchases[group[i]!]! * expected * margin;
      return [
        customer,
        {
          alive: plain.alive![group[i]!]!,
          purchases: plain.purchases[group[i]!]!,
          expected,
          margin,
          historic,
          future,
        },
      ];
    }),
  );
}
