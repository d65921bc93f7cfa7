// A mail server of one's own for the tests: Debian's Exim with a configuration of its own in a temporary
// folder, on loopback, on a free port, delivering into files there; gone afterwards. It hands nothing on.

import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = ["/usr/sbin/exim4", "/usr/sbin/exim"].find((path) => existsSync(path)) ?? null;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => {
      socket.end("QUIT\r\n");
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

/** Takes everything for everybody, but refuses `refused@` for good and puts `later@` off. */
const configuration = (folder, port) => `primary_hostname = mail.invalid
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
keep_environment =
deliver_drop_privilege = true
never_users =
tls_advertise_hosts =
acl_smtp_rcpt = rcpt
begin acl
rcpt:
  deny local_parts = refused
       message = there is no such mailbox
  defer local_parts = later
       message = come back later
  accept
begin routers
everything:
  driver = accept
  transport = kept
begin transports
kept:
  driver = appendfile
  directory = ${folder}/mail
  maildir_format
  create_directory
  user = ${process.getuid?.() === 0 ? "Debian-exim" : "$caller_uid"}
begin retry
* * F,1h,1m
`;

/** @returns {Promise<{url: string, mail: string, stop: () => void} | {reason: string}>} */
export async function startScratchSmtp() {
  if (!program) return { reason: "Exim is not installed (Debian: apt-get install exim4-daemon-light)" };
  const folder = mkdtempSync(join(tmpdir(), "socle-smtp-"));
  for (const name of ["spool", "log", "mail"]) mkdirSync(join(folder, name));
  const port = await freePort();
  const file = join(folder, "exim.conf");
  const asRoot = process.getuid?.() === 0;
  writeFileSync(file, configuration(folder, port).replace(/\n {2}user = \$caller_uid/, ""), { mode: 0o644 });
  if (asRoot) {
    const id = (flag) => Number(spawnSync("id", [flag, "Debian-exim"], { encoding: "utf8" }).stdout);
    for (const name of ["", "spool", "log", "mail", "exim.conf"])
      chownSync(join(folder, name), id("-u"), id("-g"));
  }
  const args = ["-C", file, "-bdf", "-q1m"];
  const [command, given] = asRoot
    ? ["runuser", ["-u", "Debian-exim", "--", program, ...args]]
    : [program, args];
  let said = "";
  const child = spawn(command, given, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], detached: true });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const stop = () => {
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      // It has ended by itself.
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(port))
      return { url: `smtp://127.0.0.1:${port}`, mail: join(folder, "mail", "new"), stop };
    if (child.exitCode !== null) break;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  stop();
  return { reason: `Exim could not be started: ${said.trim().slice(0, 400) || "it said nothing"}` };
}
