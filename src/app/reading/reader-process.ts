// One process that reads documents: begun, sent a file, ended. Knows nothing of queues and time limits.

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type ReadMessage, type ReadRequest, tooMuchMemory } from "./read-answer.ts";

export type ReaderProcess = {
  readonly memoryMegabytes: number;
  /** Hands a file over; what comes of it goes to `listening` until that is taken away. */
  send(request: ReadRequest, listening: Listening): void;
  /** From now on nobody is told anything, and an idle process keeps no program from ending. */
  rest(): void;
  /** Ends it at once, whatever it is at. */
  kill(): Promise<void>;
};

export type Listening = {
  readonly message: (message: ReadMessage) => void;
  /** It is gone without having answered. */
  readonly gone: (how: { readonly byMemory: boolean; readonly words: string }) => void;
};

/** What the process takes before it has read anything, and for young objects beside its heap. */
const baseMegabytes = 256;
const lastWords = 4_000;

/**
 * Begins a process. It has no settings, passwords or standard output of the program, may write no file, and
 * begins no process of its own.
 *
 * @param memoryMegabytes limit of its heap, and with 256 MB on top of all its memory
 */
export function newReaderProcess(memoryMegabytes: number): ReaderProcess {
  const child = fork(
    fileURLToPath(new URL("./read-child.ts", import.meta.url)),
    [String(memoryMegabytes + baseMegabytes)],
    {
      execArgv: [
        `--max-old-space-size=${memoryMegabytes}`,
        "--permission",
        "--allow-fs-read=*",
        "--allow-worker",
        "--no-warnings",
      ],
      env: pick(process.env, ["TZ", "LANG", "LC_ALL", "SystemRoot"]),
      serialization: "advanced",
      stdio: ["pipe", "ignore", "pipe", "ipc"],
    },
  );
  let listening: Listening | null = null;
  let said = "";
  let isGone = false;
  const ended = new Promise<void>((resolve) => {
    const gone = (words: string) => {
      if (isGone) return;
      isGone = true;
      listening?.gone({ byMemory: said.includes(tooMuchMemory) || /out of memory/i.test(said), words });
      resolve();
    };
    child.on("error", (error) => child.pid === undefined && gone(error.message));
    // Not `exit`: its last words may come after that.
    child.on("close", (code, signal) => gone(defect(said) ?? signal ?? `status ${code}`));
  });
  child.on("message", (message) => listening?.message(message as ReadMessage));
  child.stderr?.on("data", (words: Buffer) => {
    said = (said + words.toString("latin1")).slice(-lastWords);
  });
  child.stdin?.on("error", () => undefined);
  return {
    memoryMegabytes,
    send(request, to) {
      listening = to;
      hold(child, true);
      // What cannot be sent because it is gone is told by its end.
      if (child.connected) child.send(request, () => undefined);
    },
    rest() {
      listening = null;
      hold(child, false);
    },
    kill() {
      listening = null;
      // Whoever waits for its end sees it.
      if (!isGone) hold(child, true);
      child.kill("SIGKILL");
      return ended;
    },
  };
}

/** What a program that breaks off says last, without where in the code. */
const defect = (said: string) => /^\w*Error\b.{0,300}/m.exec(said)?.[0];

/** Whether the program waits for the process before it ends by itself. */
function hold(child: ChildProcess, on: boolean): void {
  const way = on ? "ref" : "unref";
  child[way]();
  child.channel?.[way]();
  for (const stream of [child.stdin, child.stderr])
    (stream as unknown as { readonly ref: () => void; readonly unref: () => void } | null)?.[way]();
}

const pick = (from: NodeJS.ProcessEnv, names: readonly string[]): NodeJS.ProcessEnv =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
