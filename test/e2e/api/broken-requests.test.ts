// Requests that no route ever sees: headers without end, and what is no HTTP at all.

import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverUnderTest, type UnderTest } from "./server-under-test.ts";

let under: UnderTest;
let server: FastifyInstance;
let port: number;
beforeAll(async () => {
  under = await serverUnderTest();
  server = await under.another({});
  port = Number(new URL(await server.listen({ host: "127.0.0.1", port: 0 })).port);
});
afterAll(() => under.close());

/** Sends bytes as they are, and gives all that comes back. */
async function answerTo(sent: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.on("error", () => undefined);
  socket.write(sent);
  return text(socket);
}

const request = (path: string, headers = "") =>
  `GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\nconnection: close\r\n${headers}\r\n`;

describe("the address and the headers of a request", () => {
  it("may have 32 kB together, as a search with many filters needs", async () => {
    const path = `/api/health?${"x".repeat(30_000)}`;
    expect(await answerTo(request(path))).toMatch(/^HTTP\/1\.1 (200|400)/);
    expect(await answerTo(request("/api/health", `x-long: ${"x".repeat(30_000)}\r\n`))).toMatch(
      /^HTTP\/1\.1 200/,
    );
  });

  it.each([40_000, 2_000_000])(
    "of %i bytes are refused with a sentence, in the form of all refusals",
    async (bytes) => {
      for (const sent of [
        request(`/api/health?${"x".repeat(bytes)}`),
        request("/api/health", `x-long: ${"x".repeat(bytes)}\r\n`),
      ]) {
        const [head = "", body = ""] = (await answerTo(sent)).split("\r\n\r\n");
        expect(head).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large/);
        expect(head).toContain("content-type: application/problem+json");
        expect(JSON.parse(body)).toMatchObject({
          status: 431,
          type: "urn:socle:problem:api.headers-too-large",
          problems: [{ code: "api.headers-too-large", message: expect.stringContaining("32768 bytes") }],
        });
      }
    },
  );
});

describe("what is no HTTP", () => {
  it("is told so, and the server answers the next request", async () => {
    const [head = "", body = ""] = (await answerTo("\u0016\u0003\u0001 hello\r\n\r\n")).split("\r\n\r\n");
    expect(head).toMatch(/^HTTP\/1\.1 400/);
    expect(JSON.parse(body).problems[0].code).toBe("api.request-unreadable");
    expect(await answerTo(request("/api/health"))).toMatch(/^HTTP\/1\.1 200/);
  });
});
