// The process in which documents are read: whatever a file does to it, the program goes on. It ends with the
// program that began it, however that one ended.

import { Worker } from "node:worker_threads";

// What a terminal or a supervisor sends to all is for the program, which lets this process go in its time.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
process.on("disconnect", () => process.exit());
// A file may keep this thread busy without end; the one that watches is not held up by it.
new Worker(new URL("./reader-watch.ts", import.meta.url), { workerData: Number(process.argv[2]) }).unref();
// Only now, with the watch set, all that reads; what was sent before it is there waits in the channel.
await import("./read-requests.ts");
