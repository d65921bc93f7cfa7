// Decides which cells of a file are withheld and ends.

import { parentPort, workerData } from "node:worker_threads";
import { protectTables } from "#statistics";
import type { ProtectionTask } from "./protect-thread.ts";

parentPort?.postMessage(protectTables(workerData as ProtectionTask));
