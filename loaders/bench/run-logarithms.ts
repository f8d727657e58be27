import {measured} from "./measure.js";
import {simulatePopulation} from "./population.js";

// What a likelihood costs at the very least: one logarithm and one exponential a customer, twenty times over.
const [customers, cohortDays] = process.argv.slice(2);
const {frequency, recencyDays, ageDays} = simulatePopulation(Number(customers), Number(cohortDays));
await measured(async () => {
  let sum = 0;
  for (let pass = 1; pass <= 20; pass++) {
    for (let i = 0; i < frequency.length; i++)
      sum += Math.log(pass + ageDays[i]!) * frequency[i]! + Math.exp(-recencyDays[i]! / (pass + ageDays[i]!));
  }
  if (!Number.isFinite(sum)) throw new Error("the sum is not finite");
});
