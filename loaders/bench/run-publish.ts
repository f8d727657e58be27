import {publish} from "../publish.js";
import {measured} from "./measure.js";

// Everything from the files to the cubes, with an empty store.
await measured(async () => {
  await publish({data: process.argv[2]!, progress: () => {}});
});
