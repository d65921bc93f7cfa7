// Compares the references of one review and ends.

import { parentPort, workerData } from "node:worker_threads";
import { duplicateReferences } from "#statistics";
import type { LookAlikesRequest } from "./look-alikes-thread.ts";

const { references, apart } = workerData as LookAlikesRequest;
parentPort?.postMessage(duplicateReferences(references, { apart }));
