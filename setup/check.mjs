// `npm run check`: format, types, import rules, unused files, generated documents, tests.
// `npm run check -- --static` leaves the tests out.

import { join } from "node:path";
import { installWhatIsMissing, projectEnvironment, projectNodeOrExit, root, run } from "./project-node.mjs";

installWhatIsMissing();
const node = projectNodeOrExit();
const environment = projectEnvironment(node);
const inPackage = (...path) => join(root, "node_modules", ...path);

const steps = [
  ["format and lint", [inPackage("@biomejs", "biome", "bin", "biome"), "check", "."]],
  ["types", [inPackage("@typescript", "native", "bin", "tsc"), "-p", "tsconfig.json"]],
  ["import rules", [join(root, "setup", "import-rules.mjs")]],
  ["unused files and names", [inPackage("knip", "bin", "knip.js"), "--no-progress"]],
  ["generated documents", [join(root, "src", "cli", "reference-docs.ts"), "--compare"]],
];
if (!process.argv.includes("--static")) steps.push(["tests", [join(root, "setup", "test.mjs")]]);

let failed = 0;
for (const [name, args] of steps) {
  const status = run(node, args, environment);
  console.log(`${status === 0 ? "ok    " : "FAILED"}  ${name}`);
  if (status !== 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);
