import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    globalSetup: "test/shared-folder.ts",
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Whole builds and a browser keep both of two cores busy; more workers only wait for each other.
    maxWorkers: 2,
    reporters: ["default"],
  },
});
