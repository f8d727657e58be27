import {defineConfig} from "vitest/config";
import LongestFirst from "./longest-first.js";

const common = {
  root: new URL("..", import.meta.url).pathname,
  testTimeout: 120_000,
  hookTimeout: 300_000,
  // What a page shows in a moment comes later where other tests keep both cores busy.
  expect: {poll: {timeout: 15_000}},
  // Files in one process share what is loaded and compiled, which takes longer than most of them do, and a browser.
  isolate: false,
};
/** Tests that build whole reports, in processes of their own, or look at them in a browser. */
const ofBuilds = ["test/site/**/*.test.ts", "test/new/**/*.test.ts"];

export default defineConfig({
  test: {
    root: common.root,
    // Once for both projects.
    globalSetup: "test/shared-folder.ts",
    // Whole builds and a browser keep two cores nearly busy; two workers more fill the time that they wait.
    maxWorkers: 4,
    sequence: {sequencer: LongestFirst},
    reporters: ["default"],
    projects: [
      {test: {...common, name: "builds", include: ofBuilds}},
      {
        test: {
          ...common,
          name: "parts",
          include: ["test/**/*.test.ts"],
          exclude: ofBuilds,
        },
      },
    ],
  },
});
