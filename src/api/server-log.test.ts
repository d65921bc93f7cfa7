import { mkdtemp, readFile, rm, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openServerLog } from "./server-log.ts";

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "socle-log-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** Stands for standard error. */
function sink(isTTY: boolean) {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return Object.assign(stream, { isTTY, text: () => text });
}

describe("the log", () => {
  it("blots out what opens a door, wherever it comes up", async () => {
    const standardError = sink(false);
    const { log, close } = openServerLog(home, "info", standardError);
    log.info({
      password: "secret-1",
      body: { token: "secret-2" },
      request: { headers: { cookie: "secret-3" } },
    });
    log.info({
      headers: { "set-cookie": "secret-4", "x-socle-token": "secret-5", authorization: "secret-6" },
    });
    const failed = Object.assign(new Error("went wrong"), { input: { password: "secret-7" }, code: "E_X" });
    log.error({ err: new Error("outer", { cause: failed }) }, "request failed");
    close();
    const text = await readFile(join(home, "logs", "socle.log"), "utf8");
    expect(`${text}${standardError.text()}`).not.toContain("secret-");
    expect(text.trim().split("\n")).toHaveLength(3);
    expect(JSON.parse(text.trim().split("\n")[2] ?? "")).toMatchObject({
      level: "error",
      msg: "request failed",
      err: { message: expect.stringContaining("outer"), cause: { message: "went wrong", code: "E_X" } },
    });
  });

  it("keeps a terminal quiet, and tells a supervisor everything", () => {
    const [terminal, supervisor] = [sink(true), sink(false)];
    for (const stream of [terminal, supervisor]) {
      const { log, close } = openServerLog(home, "info", stream);
      log.info("started");
      log.warn("look here");
      close();
    }
    expect(terminal.text()).not.toContain("started");
    expect(terminal.text()).toContain("look here");
    expect(supervisor.text()).toContain("started");
  });

  it("loses a line rather than the server where it cannot be written", async () => {
    const full = Object.assign(
      new Writable({
        write: (_chunk, _encoding, done) => done(new Error("ENOSPC: no space left on device")),
      }),
      { isTTY: false },
    );
    const { log, close } = openServerLog(home, "info", full);
    log.info("lost on its way");
    await new Promise((resolve) => setImmediate(resolve));
    expect(full.errored?.message).toContain("ENOSPC");
    close();
    expect(await readFile(join(home, "logs", "socle.log"), "utf8")).toContain("lost on its way");
  });

  it("starts anew when it has grown large, keeps the former one, and is the owner's alone", async () => {
    openServerLog(home, "info", sink(false)).close();
    const path = join(home, "logs", "socle.log");
    await truncate(path, 50_000_001);
    openServerLog(home, "info", sink(false)).close();
    expect((await stat(`${path}.1`)).size).toBe(50_000_001);
    expect((await stat(path)).size).toBe(0);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});
