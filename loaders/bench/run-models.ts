import {readSettings} from "../settings.js";
import {openWarehouse} from "../warehouse/warehouse.js";
import {measured} from "./measure.js";

// Every model at every as-of date, by step; the exports have been read.
const folder = process.argv[2]!;
const settings = readSettings(folder);
await measured(async (onStep) => {
  await openWarehouse(settings, folder, () => {}, onStep);
});
