import {readSettings} from "../settings.js";
import {readExports} from "../warehouse/export-store.js";
import {measured} from "./measure.js";

// The exports into the store, so that the models can be measured alone.
const folder = process.argv[2]!;
await measured(async () => {
  await readExports(readSettings(folder), folder, () => {});
});
