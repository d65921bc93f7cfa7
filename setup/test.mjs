// `npm test`: installs what is missing and runs every test that can run here. Further arguments go to the
// test runner: `npm test -- src/kernel`.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildWebWhenChanged } from "./built-web.mjs";
import { installWhatIsMissing, projectEnvironment, projectNodeOrExit, root } from "./project-node.mjs";
import { startScratchPostgresql } from "./scratch-postgresql.mjs";

installWhatIsMissing();
const node = projectNodeOrExit();
const environment = projectEnvironment(node);
environment.CHROMIUM ??=
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
    existsSync(path),
  ) ?? "";

const built = buildWebWhenChanged(node, environment);
if (built !== 0) process.exit(built);

let database = null;
if (!environment.SOCLE_TEST_DATABASE_URL) {
  // No test asks what a loss of power leaves behind; waiting for the disk is left out.
  database = await startScratchPostgresql("-c fsync=off");
  if (database.url) environment.SOCLE_TEST_DATABASE_URL = database.url;
  else environment.SOCLE_TEST_DATABASE_REASON = database.reason;
}

const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const reporter = join(root, "setup", "closing-reporter.mjs");
const child = spawn(
  node,
  [vitest, "run", "--reporter=default", `--reporter=${reporter}`, ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: "inherit",
    env: environment,
  },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => {
  database?.stop?.();
  process.exit(code ?? 1);
});
