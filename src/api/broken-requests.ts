// Requests that break off before they can be understood: no route and no hook ever sees them.

import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { type Problem, problem } from "#kernel";
import { problemBody, problemMediaType } from "./problem-body.ts";
import { statusOf } from "./problem-status.ts";

/** Most bytes of the address and the headers of a request: a long search with many filters has room. */
export const mostHeaderBytes = 32_768;

/** For what the client still sends, so that the answer is not lost with a connection cut in its midst. */
const patienceMs = 1_000;

/** Answers a request that Node could not read, in the form of all refusals, and lets the connection go. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  // What comes after the fault is no request either; the answer to it is under way.
  if (socket.writableEnded && error.code !== "ECONNRESET") return;
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const problems = [problemOf(error.code)];
  const status = statusOf(problems);
  const body = JSON.stringify(problemBody(problems, status));
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      `content-type: ${problemMediaType}`,
      `content-length: ${Buffer.byteLength(body)}`,
      "cache-control: no-store",
      "x-content-type-options: nosniff",
      "connection: close",
      "",
      body,
    ].join("\r\n"),
  );
  socket.resume();
  setTimeout(() => socket.destroy(), patienceMs).unref();
}

function problemOf(code: string | undefined): Problem {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return problem(
        "api.headers-too-large",
        `The address and the headers of the request together have more than ${mostHeaderBytes} bytes. Ask a shorter question, or send less at once: a list of names goes into several requests. Nothing was changed.`,
      );
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return problem(
        "api.request-slow",
        "The request did not come to its end in time. Send it again. Nothing was changed.",
      );
    default:
      return problem(
        "api.request-unreadable",
        "What was sent is no HTTP request. Ask with a browser or a client for HTTP/1.1. Nothing was changed.",
      );
  }
}
