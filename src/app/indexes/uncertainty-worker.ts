// Analyses the uncertainty of one index and ends.

import { parentPort, workerData } from "node:worker_threads";
import { analyseUncertainty, compileIndex } from "#securities";
import type { UncertaintyAnswer, UncertaintyRequest } from "./uncertainty-thread.ts";

const { definition, grid, groups, plan, seed } = workerData as UncertaintyRequest;
const answer = (message: UncertaintyAnswer) => parentPort?.postMessage(message);
const found = await analyseUncertainty(compileIndex(definition, grid, groups), plan, seed, {
  clock: () => performance.now(),
  sliceMilliseconds: 100,
  onProgress: (done, total) => answer({ done, total }),
});
answer({ found });
