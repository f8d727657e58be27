import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    globalSetup: "test/shared-folder.ts",
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Whole builds and browsers wait much of their time: two workers more than cores fill it.
    maxWorkers: 4,
    reporters: ["default"],
  },
});
