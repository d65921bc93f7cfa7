// Whether the process that wrote a lock still lives. A process number alone does not tell: numbers are
// given again, and a killed process stays in the table as a zombie until its parent has looked.

import { readFileSync } from "node:fs";
import { hostname } from "node:os";

export type ProcessIdentity = {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in words only the same machine and boot understands; null where unknown. */
  readonly processStart: string | null;
};

export const thisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  host: hostname(),
  processStart: startOf(process.pid)?.start ?? null,
});

/**
 * Whether the process still runs. `unknown` for another host: its processes cannot be seen from here.
 * Beginning and state of a process are read from /proc (Linux); elsewhere its number decides.
 */
export function lifeOf(identity: ProcessIdentity): "alive" | "dead" | "unknown" {
  if (identity.host !== hostname()) return "unknown";
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return "dead";
  }
  const now = startOf(identity.pid);
  if (now === null) return "alive";
  if (now.isZombie) return "dead";
  return identity.processStart !== null && now.start !== identity.processStart ? "dead" : "alive";
}

function startOf(pid: number): { readonly start: string; readonly isZombie: boolean } | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program, in brackets, may hold blanks: fields are counted after it. Field 3 is the
    // state, field 22 the start in clock ticks since boot (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { start: `${boot}/${fields[19]}`, isZombie: fields[0] === "Z" || fields[0] === "X" };
  } catch {
    return null;
  }
}
