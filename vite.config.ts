import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { shapesStayOnTheServer } from "./setup/shapes-stay-on-the-server.mjs";
import { SlowFirst } from "./setup/slow-first.mjs";

/**
 * What an address may say, of all areas, and the lists of words it is read by. The first page needs them all:
 * as one file they are one request in place of a dozen of some hundred bytes each.
 */
const statesOfPages =
  /\/src\/(web\/(.*\/)?(address|search-params|screening-search|figure-views|to-try|folded)|records\/(evaluation|passage|study|follow-up|release-life|reviews\/(protocol|screening))|kernel\/language)\.ts$/;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [shapesStayOnTheServer(), react()],
  build: {
    target: "es2023",
    sourcemap: true,
    outDir: "dist",
    emptyOutDir: true,
    rolldownOptions: {
      // The pure rooms do nothing when they are loaded, so a page carries only what it uses of them: without
      // this the names of all countries ride along with the first page.
      treeshake: {
        moduleSideEffects: (id) =>
          !/\/src\/(kernel|records|statistics|securities|oversight|contract)\//.test(id),
      },
      output: {
        codeSplitting: {
          // Only files that import nothing but one another: whatever else they led to would come along.
          includeDependenciesRecursively: false,
          groups: [{ name: "addresses", test: statesOfPages }],
        },
      },
    },
  },
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    env: { TZ: "Pacific/Auckland", LC_ALL: "C.UTF-8" },
    // Patience is no measure: a slow machine must not fail a test, and a wait that hangs names its own line first.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Much of the time goes into waiting for browsers and for other processes: three keep two cores busy.
    maxWorkers: 3,
    globalSetup: "setup/test-run.mjs",
    sequence: { sequencer: SlowFirst },
  },
});
