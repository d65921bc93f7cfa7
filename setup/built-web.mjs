// Builds the web pages when their sources changed since the last build.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./project-node.mjs";

/** Everything the bundle is made from: the rooms the web may import, the page, the lock. */
const inputs = [
  "src/web",
  "src/contract",
  "src/kernel",
  "src/records",
  "src/statistics",
  "src/securities",
  "public",
  "index.html",
  "vite.config.ts",
  "pnpm-lock.yaml",
];

function* filesBelow(path) {
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) yield* filesBelow(child);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield child;
  }
}

function hashOfInputs() {
  const hash = createHash("sha256");
  for (const input of inputs) {
    const path = join(root, input);
    const files = input.includes(".") ? [path] : [...filesBelow(path)].sort();
    for (const file of files)
      if (existsSync(file)) hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

export function buildWebWhenChanged(node, environment) {
  const stamp = join(root, "dist", ".built-from");
  const wanted = hashOfInputs();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return 0;
  console.error("Building the pages …");
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const status = run(node, [vite, "build", "--logLevel", "warn"], environment, { stdio: ["ignore", 2, 2] });
  if (status === 0) writeFileSync(stamp, wanted);
  return status;
}
