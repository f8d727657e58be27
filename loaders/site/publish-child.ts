import type {Audience} from "../../src/cubes.js";
import {UserError} from "../errors.js";
import type {PublishedCubes} from "./build.js";

export type PublishMessage = {kind: "published"; cubes: PublishedCubes} | {kind: "failed"; text: string};

// Publishing runs in a process of its own, so that changed loaders are loaded anew.
const [publisher, data, audience] = process.argv.slice(2) as [string, string, Audience | ""];
process.on("disconnect", () => process.exit(1));
try {
  const {publish} = await import(publisher);
  const cubes = await publish({
    data,
    audience: audience || undefined,
    progress: (line: string) => console.log(line),
  });
  process.send?.({kind: "published", cubes} satisfies PublishMessage, () => process.exit(0));
} catch (error) {
  const text = error instanceof UserError ? error.message : String((error as Error)?.stack ?? error);
  process.send?.({kind: "failed", text} satisfies PublishMessage, () => process.exit(1));
}
