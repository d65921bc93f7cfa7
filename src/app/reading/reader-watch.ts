// Watches over the process that reads, from a thread of its own: ends it when it takes too much memory, of
// which the limit of the heap is only a part, and when the program that began it is gone.

import { writeSync } from "node:fs";
import { Socket } from "node:net";
import { workerData } from "node:worker_threads";
import { tooMuchMemory } from "./read-answer.ts";

const betweenLooksMs = 100;
const mostBytes = Number(workerData) * 2 ** 20;

const end = (): void => void process.kill(process.pid, "SIGKILL");

setInterval(() => {
  if (process.memoryUsage.rss() <= mostBytes) return;
  writeSync(2, `${tooMuchMemory}\n`);
  end();
}, betweenLooksMs);

// Standard input is a pipe into which nobody writes: it closes when the program ends.
new Socket({ fd: 0, readable: true, writable: false }).on("close", end).on("error", end).resume();
