// A PostgreSQL of one's own for the tests: a new cluster in a temporary folder, on loopback, on a free
// port, gone afterwards. Used where Debian's or another PostgreSQL 15 or later is installed.

import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

function binaries() {
  const debian = "/usr/lib/postgresql";
  if (existsSync(debian)) {
    const versions = readdirSync(debian)
      .map(Number)
      .filter((v) => v >= 15)
      .sort((a, b) => b - a);
    for (const version of versions)
      if (existsSync(join(debian, String(version), "bin", "initdb")))
        return join(debian, String(version), "bin");
  }
  const found = spawnSync("sh", ["-c", "command -v initdb"], { encoding: "utf8" });
  return found.status === 0 ? join(found.stdout.trim(), "..") : null;
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** initdb refuses root; Debian's package makes the account `postgres`. */
function asDatabaseUser(command) {
  if (process.getuid?.() !== 0) return ["sh", ["-c", command]];
  return ["runuser", ["-u", "postgres", "--", "sh", "-c", command]];
}

/**
 * @param {string} more further settings of the server, such as `-c shared_buffers=4GB`
 * @returns {Promise<{url: string, stop: () => void} | {reason: string}>}
 */
export async function startScratchPostgresql(more = "") {
  const bin = binaries();
  if (!bin) return { reason: "PostgreSQL 15 or later is not installed (Debian: apt-get install postgresql)" };
  const folder = mkdtempSync(join(tmpdir(), "socle-postgresql-"));
  const data = join(folder, "data");
  const port = await freePort();
  const sh = (command) => {
    const [program, args] = asDatabaseUser(command);
    return spawnSync(program, args, { encoding: "utf8", cwd: folder });
  };
  if (process.getuid?.() === 0) {
    const id = (flag) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
    chownSync(folder, id("-u"), id("-g"));
  }
  const made = sh(`${bin}/initdb -D ${data} -U socle --auth=trust --encoding=UTF8 --locale=C.UTF-8 -N`);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} ${more}`;
  const started =
    made.status === 0
      ? sh(`${bin}/pg_ctl -D ${data} -w -t 60 -l ${folder}/log -o '${settings}' start`)
      : made;
  if (started.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return {
      reason: `PostgreSQL could not be started: ${(started.stderr || started.stdout || "no message").trim().slice(0, 400)}`,
    };
  }
  return {
    url: `postgresql://socle@127.0.0.1:${port}/postgres`,
    stop: () => {
      sh(`${bin}/pg_ctl -D ${data} -w -m immediate stop`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
