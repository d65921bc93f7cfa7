// Runs under Node 20 without any package: finds the Node the project brings along, installs what is missing
// and starts a program under it. Docs: docs/decisions/0005-node-by-package.md.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const windows = process.platform === "win32";

/** Node 24.7 is the first with argon2 in `node:crypto`. */
const leastNode = [24, 7];

function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, "").split(".").map(Number);
  return major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
}

const versionOf = (program) => {
  const answer = spawnSync(program, ["--version"], { encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() : null;
};

/** Path of a Node that is new enough: this one, the project's package, one on the path; else null. */
export function findProjectNode() {
  const packaged = `node-${windows ? "win" : process.platform}-${process.arch}`;
  const own = join(root, "node_modules", packaged, "bin", windows ? "node.exe" : "node");
  if (existsSync(own)) return own;
  if (isNewEnough(process.version)) return process.execPath;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const candidate = join(folder, windows ? "node.exe" : "node");
    if (!existsSync(candidate)) continue;
    const version = versionOf(candidate);
    if (version && isNewEnough(version)) return candidate;
  }
  return null;
}

const lockStamp = join(root, "node_modules", ".socle-installed");
const lockHash = () =>
  createHash("sha256")
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .update(readFileSync(join(root, "package.json")))
    .digest("hex");

export const isInstalled = () => existsSync(lockStamp) && readFileSync(lockStamp, "utf8") === lockHash();

/** Installs by the frozen lock when it changed since the last time. Prints to standard error only. */
export function installWhatIsMissing() {
  if (isInstalled()) return;
  const { pnpm } = { pnpm: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager };
  console.error("Installing the packages of Socle (once, about a minute) …");
  const answer = spawnSync("npx", ["-y", pnpm, "install", "--frozen-lockfile", "--reporter=append-only"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: windows,
    env: { ...process.env, CI: "true", npm_config_loglevel: "error" },
  });
  if (answer.status !== 0) {
    console.error(
      "The packages could not be installed. Socle needs npm and a package registry it can reach; see the lines above, then run the same command again. Nothing else was changed.",
    );
    process.exit(1);
  }
  writeFileSync(lockStamp, lockHash());
}

/** The environment in which the project's own programs are found first. */
export function projectEnvironment(node) {
  const bin = join(root, "node_modules", ".bin");
  return { ...process.env, PATH: [join(node, ".."), bin, process.env.PATH].join(delimiter) };
}

/** A Node that is new enough, or a sentence that says what to install and exit status 1. */
export function projectNodeOrExit() {
  const node = findProjectNode();
  if (node) return node;
  console.error(
    `Socle needs Node ${leastNode.join(".")} or later and brings it along for Linux, Windows and macOS on x64. For ${process.platform} on ${process.arch} there is no such package: install Node 24 (nodejs.org), so that "node" on your path is that version, and run the same command again.`,
  );
  process.exit(1);
}

/** Runs a program to its end with the terminal as it is; its exit status. */
export function run(program, args, environment, options = {}) {
  const answer = spawnSync(program, args, { cwd: root, stdio: "inherit", env: environment, ...options });
  return answer.status ?? 1;
}

/** This process's ancestors up to the npm that runs it, where the system tells (Linux); else its parent. */
function ancestorsUpToNpm() {
  const found = [process.ppid];
  if (!process.env.npm_lifecycle_event) return found;
  try {
    for (let pid = process.ppid; found.length < 6; ) {
      if (/npm/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[0])) return found;
      pid = Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[1]);
      found.push(pid);
    }
  } catch {
    // Not Linux, or an ancestor ended just now: the parent alone is watched.
  }
  return [process.ppid];
}

/**
 * Starts a program, hands signals on to it and ends as it ends. The shells between npm and this process
 * hand no signal on, so the program is also stopped when the npm that started it is gone.
 */
export function become(program, args, environment) {
  const child = spawn(program, args, { stdio: "inherit", env: environment });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const started = ancestorsUpToNpm().join();
  const watch = setInterval(() => {
    if (ancestorsUpToNpm().join() === started) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 1_000);
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
