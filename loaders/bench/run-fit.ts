import {fitBgNbd} from "../models/lifetime-value/bg-nbd.js";
import {fitParetoNbd} from "../models/lifetime-value/pareto-nbd.js";
import {groupPurchases, week} from "../models/lifetime-value/purchase-groups.js";
import {measured} from "./measure.js";
import {simulatePopulation} from "./population.js";

// Grouping and fitting one purchase model; the population is made before the clock starts.
const [model, customers, cohortDays] = process.argv.slice(2);
const population = simulatePopulation(Number(customers), Number(cohortDays));
await measured(async () => {
  const groups = groupPurchases(population, week);
  const fit = model === "bg-nbd" ? fitBgNbd(groups) : fitParetoNbd(groups);
  if (!fit.ok) throw new Error(`${model} was refused: ${fit.reason}`);
});
