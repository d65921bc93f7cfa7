import type { FastifyBaseLogger } from "fastify";
import type { Problem } from "#kernel";

export type Ending = {
  /** Work to do before everything else at the end, for example to stop listening. */
  first(work: () => Promise<void>): void;
  /** Ends the process: with problems, which are told, with status 1. */
  stop(problems?: readonly Problem[]): void;
};

const patienceMs = 20_000;
/** A terminal and the program that started us may both pass on the same keystroke. */
const sameSignalMs = 1_000;

/**
 * Ends the process in order on SIGTERM, SIGINT or SIGHUP: requests under way are finished, then `last` closes the
 * store and gives the lock back. A second signal, or 20 seconds, ends it at once; the store is written so
 * that this loses nothing acknowledged. Defects that nobody caught end it the same way, with status 1.
 */
export function stopOnSignal(log: FastifyBaseLogger, last: () => Promise<void>): Ending {
  let firsts: (() => Promise<void>)[] = [];
  let stoppingSince: number | null = null;

  const end = async (status: number) => {
    setTimeout(() => process.exit(1), patienceMs).unref();
    let outcome = status;
    for (const work of [...firsts, last]) {
      try {
        await work();
      } catch (error) {
        outcome = 1;
        log.error({ err: error }, "stopping failed");
      }
    }
    process.exit(outcome);
  };
  const begin = (status: number, why: string) => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > sameSignalMs) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    log.info({ why }, "stopping");
    void end(status);
  };

  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => begin(0, signal));
  for (const defect of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(defect, (error: unknown) => {
      log.fatal({ err: error }, "a defect nobody caught");
      begin(1, defect);
    });
  }
  return {
    first(work) {
      firsts = [work, ...firsts];
    },
    stop(problems = []) {
      for (const { message } of problems) process.stderr.write(`${message}\n`);
      begin(problems.length > 0 ? 1 : 0, problems[0]?.code ?? "asked");
    },
  };
}
