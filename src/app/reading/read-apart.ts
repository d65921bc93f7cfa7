// Reads files in processes of their own, with limits on time and memory. A file that exceeds them ends such a
// process, not the program; the next file gets a new one.

import { fail, problem, type Result } from "#kernel";
import { type ReadingSettings, readingDefaults } from "../settings.ts";
import type { ReadingProblemCode } from "./problems.ts";
import type { ReadAnswer, ReadRequest } from "./read-answer.ts";
import { newReaderProcess, type ReaderProcess } from "./reader-process.ts";

export type HowToRead = {
  readonly limits?: ReadingSettings | undefined;
  readonly onPage?: (page: number, pages: number) => void;
  readonly signal?: AbortSignal | undefined;
  /** Nobody waits for it: whoever waits is not held up by it. */
  readonly inBackground?: boolean;
};

/** After so many files a process is made anew: what the packages keep of a file does not gather. */
const filesPerProcess = 25;
/** A process that nobody has used for so long gives its memory back. */
const idleMs = 120_000;

/** A queue, and the process that works through it. Two of them: for people who wait, and for the jobs. */
class Lane {
  #reader: ReaderProcess | null = null;
  #files = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #isBusy = false;
  #idle: NodeJS.Timeout | undefined;

  /** One file after the other. */
  next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(async () => {
      clearTimeout(this.#idle);
      this.#isBusy = true;
      try {
        return await work();
      } finally {
        this.#isBusy = false;
        this.#idle = setTimeout(() => void this.endIfIdle(), idleMs).unref();
      }
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async reader({ memoryMegabytes }: ReadingSettings): Promise<ReaderProcess> {
    const standing = this.#reader;
    if (standing && (this.#files >= filesPerProcess || standing.memoryMegabytes !== memoryMegabytes)) {
      this.drop(standing);
      await standing.kill();
    }
    if (this.#reader === null) {
      this.#reader = newReaderProcess(memoryMegabytes);
      this.#files = 0;
    }
    this.#files++;
    return this.#reader;
  }

  drop(reader: ReaderProcess): void {
    if (this.#reader === reader) this.#reader = null;
  }

  async endIfIdle(): Promise<void> {
    clearTimeout(this.#idle);
    const reader = this.#reader;
    if (this.#isBusy || reader === null) return;
    this.drop(reader);
    await reader.kill();
  }
}

const lanes = { asked: new Lane(), background: new Lane() } as const;

/** Begins the process for people who wait before there is a file: what it loads is then loaded beside other work. */
export const beginReader = (limits: ReadingSettings): void => {
  // Where none can be begun, whoever comes with a file is told.
  lanes.asked.next(async () => (await lanes.asked.reader(limits)).rest()).catch(() => undefined);
};

/** Ends the processes that read nothing at present; the next file begins a new one. */
export const endIdleReaders = async (): Promise<void> => {
  await Promise.all(Object.values(lanes).map((lane) => lane.endIfIdle()));
};

/**
 * Reads a document and its passages, or a table.
 *
 * Cost: about half a second for the first file and after each that ended the process, nothing for the
 * others; one copy of the file and one of what comes out. Calls wait for one another, those in the
 * background for themselves.
 *
 * @param as `report` for what is kept, `json` for what `socle read` prints
 * @returns the reading, why the file cannot be read, or which limit it exceeded
 */
export function readApart<As extends keyof ReadAnswer>(
  as: As,
  file: { readonly bytes: Uint8Array; readonly name: string; readonly sha256?: string },
  how: HowToRead = {},
): Promise<ReadAnswer[As]> {
  const lane = lanes[how.inBackground ? "background" : "asked"];
  return lane.next(() => readNow(lane, as, file, how));
}

async function readNow<As extends keyof ReadAnswer>(
  lane: Lane,
  as: As,
  { bytes, name, sha256 = "" }: Parameters<typeof readApart>[1],
  { limits = readingDefaults, onPage, signal }: HowToRead,
): Promise<ReadAnswer[As]> {
  const refused = (code: ReadingProblemCode, message: string): ReadAnswer[As] =>
    fail(problem(code, message, { file: name })) as Result<never>;
  const stopped = () =>
    refused("reading.stopped", `Reading ${name} was stopped. Nothing of it was kept; resume the work.`);
  if (signal?.aborted) return stopped();
  // Before it is copied to another process, and long before anything there looks at it.
  const { maxBytes, maxPages } = limits;
  const reader = await lane.reader(limits);
  const request: ReadRequest = { bytes, name, limits: { maxBytes, maxPages }, as, sha256 };
  return new Promise((resolve) => {
    let atPage = "";
    let isOver = false;
    const end = (answer: ReadAnswer[As], broken: boolean) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      if (!broken) {
        reader.rest();
        return resolve(answer);
      }
      lane.drop(reader);
      reader.kill().then(() => resolve(answer));
    };
    const tooMuch = () =>
      refused(
        "reading.too-much-memory",
        `Reading ${name} took more than ${limits.memoryMegabytes} MB of memory${atPage} and was given up; nothing of it was kept. Split it, or raise SOCLE_READ_MEMORY_MB if you trust it.`,
      );
    const brokeOff = (words: string) =>
      refused(
        "reading.reader-ended",
        `The reader broke off at ${name}${atPage}: ${words}. Nothing of it was kept.`,
      );
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
    reader.send(request, {
      message(message) {
        if ("answer" in message) return end(message.answer as ReadAnswer[As], false);
        if ("broken" in message)
          return end(/allocation failed/i.test(message.broken) ? tooMuch() : brokeOff(message.broken), true);
        atPage = ` (page ${message.page} of ${message.pages})`;
        onPage?.(message.page, message.pages);
      },
      gone: ({ byMemory, words }) => end(byMemory ? tooMuch() : brokeOff(`it ended (${words})`), true),
    });
  });
}
