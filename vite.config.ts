import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: "es2023",
    sourcemap: true,
    outDir: "dist",
    emptyOutDir: true,
    rolldownOptions: {
      // The pure rooms do nothing when they are loaded, so a page carries only what it uses of them: without
      // this the names of all countries ride along with the first page.
      treeshake: {
        moduleSideEffects: (id) => !/\/src\/(kernel|records|statistics|securities|contract)\//.test(id),
      },
    },
  },
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    env: { TZ: "Pacific/Auckland", LC_ALL: "C.UTF-8" },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
