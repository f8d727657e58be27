import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";

/** The project's own folder. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** Where warehouses, cubes, staged sites and finished builds are kept; all of it can be deleted at any time. */
export function home(): string {
  return resolve(root, process.env.GUANXI_HOME ?? ".guanxi");
}

/** Where the finished site stands: a link to the newest build under `home()`. */
export function out(): string {
  return resolve(root, process.env.GUANXI_OUT ?? "dist");
}

/** The folder with the reader's exports and their `report.toml`. */
export function dataFolder(): string {
  return resolve(root, process.env.GUANXI_DATA ?? join(root, "data"));
}
