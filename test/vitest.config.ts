import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    globalSetup: "test/shared-folder.ts",
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Whole builds and a browser keep nearly two cores busy; a third worker fills the time that they wait.
    maxWorkers: 3,
    reporters: ["default"],
  },
});
