import { Worker } from "node:worker_threads";
import type { Result } from "#kernel";
import { type Protection, protectTables } from "#statistics";

/** Rows and codes without the functions of a request, so that it can go to a thread. */
export type ProtectionTask = Omit<Parameters<typeof protectTables>[0], "onward">;

/** Rows times the square of the variables up to which it is decided here in about the time in which a thread starts. */
const fewSteps = 20_000;

/** Which cells are withheld, without holding up the server: here where there is little to do, else in a thread. */
export async function protectedApart(task: ProtectionTask, few = fewSteps): Promise<Result<Protection>> {
  const quantities = task.dimensions.length + (task.measured?.length ?? 0);
  if (task.rows * quantities ** 2 <= few) return protectTables(task);
  const worker = new Worker(new URL("./protect-worker.ts", import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => {
      if (code !== 0) reject(new Error(`The protection of tables ended with code ${code}.`));
    });
  });
}
