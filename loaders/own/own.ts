import {join} from "node:path";
import {root} from "../places.js";
import {type OwnFiles, readOwn} from "./discover.js";

/** The folder of what analysts have added. */
const ownFolder = join(root, "loaders/own");

/** What analysts have added, read when the process starts. */
export const own: OwnFiles = await readOwn(ownFolder);
