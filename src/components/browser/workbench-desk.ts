/** All that the workbench needs once it is opened, as one module: what only it uses stays out of files that others share. */
export {type Engine, openEngine, RefusedStatement} from "./workbench-engine.js";
export {showResult} from "./workbench-result.js";
