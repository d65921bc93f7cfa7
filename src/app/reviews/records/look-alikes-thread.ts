import { Worker } from "node:worker_threads";
import { type ComparableReference, type DuplicateReferences, duplicateReferences } from "#statistics";

export type LookAlikesRequest = {
  readonly references: readonly ComparableReference[];
  /** Places in the list that people found to be different. */
  readonly apart: readonly (readonly [number, number])[];
};

/** So many are compared at once faster than a thread starts. */
const fewReferences = 500;

/** Groups of references that are one and the same, without holding up the server. */
export async function lookAlikes(request: LookAlikesRequest): Promise<DuplicateReferences> {
  if (request.references.length <= fewReferences)
    return duplicateReferences(request.references, { apart: request.apart });
  const worker = new Worker(new URL("./look-alikes-worker.ts", import.meta.url), { workerData: request });
  worker.unref();
  return new Promise((resolve, reject) => {
    worker.once("message", (answer: DuplicateReferences) => resolve(answer));
    worker.once("error", reject);
    worker.once("exit", (code) => {
      if (code !== 0) reject(new Error(`The comparison of references ended with code ${code}.`));
    });
  });
}
