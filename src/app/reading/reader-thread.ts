// Reads documents in a thread of their own, one at a time, with limits on time and memory. A file that
// exceeds them ends the thread, not the program; the next file gets a new one.

import { Worker } from "node:worker_threads";
import { fail, problem, type Result } from "#kernel";
import { type ReadingSettings, readingDefaults } from "../settings.ts";
import type { ReadingProblemCode } from "./problems.ts";
import type { ReadAnswer, ReadMessage, ReadRequest } from "./read-answer.ts";

export type HowToRead = {
  readonly limits?: ReadingSettings | undefined;
  readonly onPage?: (page: number, pages: number) => void;
  readonly signal?: AbortSignal | undefined;
};

/** After so many files the thread is made anew: what the packages keep of a file does not gather. */
const filesPerThread = 25;

/** What comes from a thread, for the file it reads at present. */
type Listening = {
  readonly message: (message: ReadMessage) => void;
  readonly error: (error: NodeJS.ErrnoException) => void;
  readonly exit: () => void;
};
type Thread = {
  readonly worker: Worker;
  readonly memoryMegabytes: number;
  files: number;
  listening: Listening | null;
};

let thread: Thread | null = null;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads a document and its passages.
 *
 * Cost: about half a second for the first file and after each that ended the thread, nothing for the
 * others; one copy of the file and one of what comes out. Calls wait for one another.
 *
 * @param as `report` for what is kept, `json` for what `socle read` prints
 * @returns the reading, why the file cannot be read, or which limit it exceeded
 */
export function readInThread<As extends keyof ReadAnswer>(
  as: As,
  file: { readonly bytes: Uint8Array; readonly name: string; readonly sha256?: string },
  how: HowToRead = {},
): Promise<ReadAnswer[As]> {
  const done = turn.then(() => readNow(as, file, how));
  turn = done.catch(() => undefined);
  return done;
}

async function endThread(): Promise<void> {
  const ending = thread?.worker;
  thread = null;
  await ending?.terminate();
}

async function threadWith({ memoryMegabytes }: ReadingSettings): Promise<Thread> {
  if (thread && (thread.files >= filesPerThread || thread.memoryMegabytes !== memoryMegabytes))
    await endThread();
  thread ??= newThread(memoryMegabytes);
  thread.files++;
  return thread;
}

function newThread(memoryMegabytes: number): Thread {
  const worker = new Worker(new URL("./read-worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  const made: Thread = { worker, memoryMegabytes, files: 0, listening: null };
  // Listeners stay for the life of the thread: taken off and put on again, its messages no longer come.
  worker.on("message", (message: ReadMessage) => made.listening?.message(message));
  worker.on("error", (error: NodeJS.ErrnoException) => made.listening?.error(error));
  worker.on("exit", () => {
    if (thread === made) thread = null;
    made.listening?.exit();
  });
  return made;
}

async function readNow<As extends keyof ReadAnswer>(
  as: As,
  { bytes, name, sha256 = "" }: Parameters<typeof readInThread>[1],
  { limits = readingDefaults, onPage, signal }: HowToRead,
): Promise<ReadAnswer[As]> {
  const at = { file: name };
  const refused = (code: ReadingProblemCode, message: string): ReadAnswer[As] =>
    fail(problem(code, message, at)) as Result<never>;
  const stopped = () =>
    refused("reading.stopped", `Reading ${name} was stopped. Nothing of it was kept; resume the work.`);
  if (signal?.aborted) return stopped();
  const reading = await threadWith(limits);
  const { worker } = reading;
  worker.ref();
  const { maxBytes, maxPages } = limits;
  // A copy of its own, handed over without a second one.
  const own = new Uint8Array(bytes);
  const request: ReadRequest = { bytes: own, name, limits: { maxBytes, maxPages }, as, sha256 };
  return new Promise((resolve) => {
    let atPage = "";
    const end = (answer: ReadAnswer[As], broken: boolean) => {
      clearTimeout(timer);
      reading.listening = null;
      signal?.removeEventListener("abort", onAbort);
      if (!broken) {
        worker.unref(); // an idle thread keeps no process from ending
        return resolve(answer);
      }
      if (thread === reading) thread = null;
      worker.terminate().then(
        () => resolve(answer),
        () => resolve(answer),
      );
    };
    const onAbort = () => end(stopped(), true);
    const timer = setTimeout(
      () =>
        end(
          refused(
            "reading.too-slow",
            `Reading ${name} took longer than ${limits.seconds} seconds${atPage} and was given up; nothing of it was kept. Split it, or raise SOCLE_READ_SECONDS if you trust it.`,
          ),
          true,
        ),
      limits.seconds * 1000,
    );
    signal?.addEventListener("abort", onAbort);
    reading.listening = {
      message(message) {
        if ("answer" in message) return end(message.answer as ReadAnswer[As], false);
        atPage = ` (page ${message.page} of ${message.pages})`;
        onPage?.(message.page, message.pages);
      },
      error: (error) =>
        end(
          error.code === "ERR_WORKER_OUT_OF_MEMORY"
            ? refused(
                "reading.too-much-memory",
                `Reading ${name} took more than ${limits.memoryMegabytes} MB of memory${atPage} and was given up; nothing of it was kept. Split it, or raise SOCLE_READ_MEMORY_MB if you trust it.`,
              )
            : refused(
                "reading.reader-ended",
                `The reader broke off at ${name}${atPage}: ${error.message}. Nothing of it was kept.`,
              ),
          true,
        ),
      exit: () =>
        end(
          refused(
            "reading.reader-ended",
            `The reader ended while it read ${name}${atPage}. Nothing of it was kept.`,
          ),
          true,
        ),
    };
    worker.postMessage(request, [own.buffer]);
  });
}
