import {BaseSequencer, type TestSpecification} from "vitest/node";

/**
 * What to begin with, by the paths below test/: each takes longest and needs nothing of the others, but for the first,
 * which builds the report that many others then read.
 */
const first = [
  "site/sample",
  "site/real-data",
  "site/build",
  "new/preview",
  "new/worked-example",
  "site/customer",
  "site/refused",
];

/** Begins with the longest files, so that no core waits for one of them at the end, or for what only one makes. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({moduleId}: TestSpecification): number => {
      const found = first.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return found < 0 ? first.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
