import {existsSync, mkdirSync, symlinkSync} from "node:fs";
import {join} from "node:path";
import {inject} from "vitest";

/** Gives a store of a test the packages that builds of other tests have made: to make them anew takes seconds. */
export function sharePackages(home: string): void {
  const packages = join(inject("sharedFolder"), "packages");
  for (const folder of [packages, home]) mkdirSync(folder, {recursive: true});
  if (!existsSync(join(home, "packages"))) symlinkSync(packages, join(home, "packages"), "dir");
}
