import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "#store";
import { addedDocument } from "../../integration/store/samples.ts";

const main = fileURLToPath(new URL("../../../src/api/main.ts", import.meta.url));
const password = "correct horse battery staple";

type Running = {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  readonly exit: Promise<number | null>;
};

function run(home: string, env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, SOCLE_HOME: home, SOCLE_PORT: "0", DATABASE_URL: "", SOCLE_ADDRESS: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout?.on("data", (chunk) => (output += String(chunk)));
  child.stderr?.on("data", (chunk) => (errors += String(chunk)));
  const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, output: () => output, errors: () => errors, exit };
}

/** The address the process prints once it answers. */
async function ready(process: Running): Promise<string> {
  let ended = false;
  process.exit.then(() => (ended = true));
  for (;;) {
    const address = /is ready: (\S+)/.exec(process.output())?.[1];
    if (address) return address;
    if (ended) throw new Error(`ended before it was ready: ${process.errors()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

let parent: string;
let home: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "socle-process-"));
  home = join(parent, "home");
});
afterAll(() => rm(parent, { recursive: true, force: true }));

describe("the process of the server", () => {
  it("starts, makes its administrator by the printed link, keeps secrets out of its log, and stops in order", async () => {
    const server = run(home);
    const address = await ready(server);
    const lines = server.output().trim().split("\n");
    const link = lines.at(-1) ?? "";
    expect(link).toMatch(new RegExp(`^${address}/claim#[A-Za-z0-9_-]{43}$`));
    const token = link.split("#")[1] ?? "";

    const health = await fetch(`${address}/api/health`);
    expect(await health.json()).toMatchObject({ status: "ok", engine: "pglite" });

    const lock = JSON.parse(await readFile(join(home, "lock"), "utf8"));
    expect((await stat(join(home, "lock"))).mode & 0o077).toBe(0);
    const command = (given: string) =>
      fetch(`${lock.address}/api/commands/releases-list`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-socle-token": given },
        body: "{}",
      });
    expect((await command("wrong")).status).toBe(403);
    expect(
      JSON.parse((await (await command(lock.token)).text()).trim().split("\n").at(-1) ?? ""),
    ).toHaveProperty("result");

    const claim = await fetch(`${address}/api/links/use`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: address },
      body: JSON.stringify({ token, name: "First", email: "first@example.org", password }),
    });
    expect(claim.status, await claim.clone().text()).toBe(200);
    const cookie = claim.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    await fetch(`${address}/api/passages?q=what-somebody-looked-for`, { headers: { cookie } });
    await fetch(`${address}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: address },
      body: JSON.stringify({ email: "first@example.org", password: "a wrong but secret password" }),
    });

    server.child.kill("SIGTERM");
    expect(await server.exit).toBe(0);
    expect(existsSync(join(home, "lock"))).toBe(false);

    const log = await readFile(join(home, "logs", "socle.log"), "utf8");
    expect((await stat(join(home, "logs", "socle.log"))).mode & 0o077).toBe(0);
    const entries = log
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(entries).toContainEqual(
      expect.objectContaining({ method: "POST", path: "/api/links/use", status: 200, level: "info" }),
    );
    expect(entries).toContainEqual(expect.objectContaining({ msg: "sign-in refused", level: "warn" }));
    expect(entries.some(({ actor }) => String(actor).startsWith("account-"))).toBe(true);
    const everything = `${log}${server.errors()}`;
    for (const secret of [
      token,
      password,
      "a wrong but secret password",
      cookie.split("=")[1] ?? "?",
      lock.token,
      "first@example.org",
      "what-somebody-looked-for",
    ]) {
      expect(everything).not.toContain(secret);
    }
  }, 120_000);

  it("starts again with its data and without a link, and refuses a second process on its folder", async () => {
    const server = run(home);
    const address = await ready(server);
    expect(server.output()).not.toContain("#");
    const second = run(home);
    expect(await second.exit).toBe(1);
    expect(second.errors()).toContain(address.replace("localhost", "127.0.0.1").split(":").at(-1));
    expect(second.errors()).not.toMatch(/\n\s+at /);
    server.child.kill("SIGINT");
    expect(await server.exit).toBe(0);
  }, 120_000);

  it("finishes what is under way before it stops", async () => {
    const server = run(home);
    const address = await ready(server);
    const lock = JSON.parse(await readFile(join(home, "lock"), "utf8"));
    const verify = fetch(`${lock.address}/api/commands/verify`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-socle-token": lock.token },
      body: "{}",
    }).then((response) => response.text());
    await fetch(`${address}/api/health`); // by now the command has been taken
    server.child.kill("SIGTERM");
    expect(JSON.parse((await verify).trim().split("\n").at(-1) ?? "")).toMatchObject({
      result: { differences: [] },
    });
    expect(await server.exit).toBe(0);
  }, 120_000);

  it("says at the start how many reports an earlier reader read, and how they are read again", async () => {
    const older = join(parent, "older");
    const opened = await openStore({
      home: older,
      databaseUrl: null,
      now: () => new Date().toISOString(),
    });
    if (!opened.ok) throw new Error("no store");
    await addedDocument(opened.value, [{ text: "Pay pensions in time.", language: "en" }]);
    await opened.value.close();
    const server = run(older);
    await ready(server);
    await expect.poll(() => server.output()).toMatch(/1 of \d+ reports were read by an earlier version/);
    expect(server.output()).toContain("bin/socle reread");
    server.child.kill("SIGTERM");
    expect(await server.exit).toBe(0);
  }, 120_000);

  it("says in a sentence why it cannot start, and gives the folder back", async () => {
    const wrong = run(home, { SOCLE_PORT: "many", SOCLE_LOG_LEVEL: "loud" });
    expect(await wrong.exit).toBe(1);
    expect(wrong.errors()).toMatch(/SOCLE_LOG_LEVEL[\s\S]*SOCLE_PORT|SOCLE_PORT[\s\S]*SOCLE_LOG_LEVEL/);

    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const taken = run(home, { SOCLE_HOST: "127.0.0.1", SOCLE_PORT: String(port) });
    expect(await taken.exit).toBe(1);
    other.close();
    expect(taken.errors()).toContain(`Port ${port} is in use`);
    expect(existsSync(join(home, "lock"))).toBe(false);
  }, 120_000);
});
