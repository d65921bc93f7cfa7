// Hands a report to the program that sets it, in a process of its own: the server answers meanwhile, and what the
// typesetter took of memory goes back. One report after the other.

import { spawn } from "node:child_process";
import { buffer, text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { fail, ok, problem, type Result } from "#kernel";
import { refusals, type SetRequest } from "./set-request.ts";

const mostSeconds = 90;
const ownProgram = fileURLToPath(new URL("./set-pages.ts", import.meta.url));

let turn: Promise<unknown> = Promise.resolve();

/**
 * @param program the file that sets pages
 * @returns bytes of the PDF, `app.pdf-no-typesetter` or `app.pdf-not-set`
 */
export function setApart(request: SetRequest, program = ownProgram): Promise<Result<Uint8Array>> {
  const set = turn.then(() => setNow(request, program));
  turn = set.catch(() => undefined);
  return set;
}

const elsewhere = "The Word file and the page say the same.";

async function setNow(request: SetRequest, program: string): Promise<Result<Uint8Array>> {
  const child = spawn(
    process.execPath,
    // No process begun, no file written by its own code; the typesetter itself is native.
    ["--permission", "--allow-fs-read=*", "--allow-addons", "--allow-worker", "--no-warnings", program],
    { stdio: "pipe", env: settings(), timeout: mostSeconds * 1000, killSignal: "SIGKILL" },
  );
  const status = new Promise<number | string>((resolve) => {
    child.on("error", ({ message }) => resolve(message));
    child.on("close", (code, signal) => resolve(code ?? signal ?? "no status"));
  });
  // A program that ended early reads no more; its status tells.
  child.stdin.on("error", () => undefined);
  child.stdin.end(JSON.stringify(request));
  const [bytes, words, ended] = await Promise.all([buffer(child.stdout), text(child.stderr), status]);
  if (ended === 0) return ok(new Uint8Array(bytes));
  if (ended === refusals.none)
    return fail(
      problem(
        "app.pdf-no-typesetter",
        `No PDF was made: the typesetter is not installed on this server, or does not exist for its system (${process.platform}, ${process.arch}). ${elsewhere} Whoever runs the server can install the packages again with optional ones.`,
      ),
    );
  const reason =
    ended === "SIGKILL"
      ? `it took longer than ${mostSeconds} seconds or more memory than there was`
      : words.trim() === ""
        ? `its program ended with ${ended}`
        : words.trim();
  return fail(problem("app.pdf-not-set", `No PDF was made: the typesetter refused: ${reason}. ${elsewhere}`));
}

/** None of the settings and passwords of the program; Windows finds its libraries and fonts by these. */
const settings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    ["SystemRoot", "windir"].flatMap((name) =>
      process.env[name] === undefined ? [] : [[name, process.env[name]]],
    ),
  );
