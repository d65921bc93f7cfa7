import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore, readLock } from "#store";
import { lockFolder } from "../../../src/store/folder-lock.ts";
import { thisProcess } from "../../../src/store/process-identity.ts";

let home = "";
const children: ChildProcess[] = [];
const now = () => "2026-03-01T12:00:00.000Z";

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "socle-lock-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await rm(home, { recursive: true, force: true });
});

type Answer = {
  readonly held: boolean;
  readonly problem?: { readonly code: string; readonly message: string };
};

async function holder(...more: string[]): Promise<{ readonly child: ChildProcess; readonly answer: Answer }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "lock-holder.ts"), home, ...more], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout! });
  const [line] = (await once(lines, "line")) as [string];
  return { child, answer: JSON.parse(line) as Answer };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

const standing = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(home, "lock"), "utf8")) as Record<string, unknown>;

it("refuses a second process, naming the first, since when, and what to do", async () => {
  const first = await holder();
  expect(first.answer.held).toBe(true);
  const second = await holder();
  expect(second.answer.held).toBe(false);
  expect(second.answer.problem?.code).toBe("store.folder-in-use");
  const { startedAt } = await standing();
  for (const words of [
    home,
    `process ${first.child.pid}`,
    String(startedAt),
    "SOCLE_HOME",
    "Wait until it has finished",
  ])
    expect(second.answer.problem?.message).toContain(words);
});

it("refuses a second opening in the same process, and gives the folder free when released", async () => {
  const lock = await lockFolder(home, now);
  if (!lock.ok) throw new Error("not locked");
  expect(await lockFolder(home, now)).toMatchObject({
    ok: false,
    problems: [{ code: "store.folder-in-use" }],
  });
  await lock.value.release();
  expect(await readdir(home)).toEqual([]);
  const again = await lockFolder(home, now);
  expect(again.ok).toBe(true);
  if (again.ok) await again.value.release();
});

it("tells where the server is, with its secret, in a file that only its owner reads", async () => {
  const { child } = await holder("announce");
  expect(await readLock(home)).toMatchObject({
    pid: child.pid,
    address: "http://127.0.0.1:4500",
    token: "a secret",
  });
  expect((await stat(join(home, "lock"))).mode & 0o777).toBe(0o600);
  const { answer } = await holder();
  expect(answer.problem?.message).toContain("serves it at http://127.0.0.1:4500");
  expect(answer.problem?.message).not.toContain("a secret");
  await kill(child);
  expect(await readLock(home)).toBeNull();
});

it("takes over after a process that was killed, also while it is a zombie", async () => {
  const first = await holder();
  await kill(first.child);
  expect(await readLock(home)).toBeNull();
  const second = await holder();
  expect(second.answer.held).toBe(true);
  // A parent that never looks after its killed child leaves a zombie, whose number still answers.
  const parent = spawn("/bin/sh", ["-c", "sleep 600 & echo $!; kill -9 $!; exec sleep 600"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  children.push(parent);
  const [line] = (await once(createInterface({ input: parent.stdout! }), "line")) as [string];
  await kill(second.child);
  await writeFile(
    join(home, "lock"),
    JSON.stringify({ ...thisProcess(), pid: Number(line), processStart: null, startedAt: now(), nonce: "z" }),
  );
  await expect.poll(() => readLock(home)).toBeNull();
  expect((await holder()).answer.held).toBe(true);
});

it("is not fooled by a number that was given to another process", async () => {
  const own = thisProcess();
  await writeFile(
    join(home, "lock"),
    JSON.stringify({ ...own, processStart: "another-boot/1", startedAt: now(), nonce: "n" }),
  );
  expect(await readLock(home)).toBeNull();
  const lock = await lockFolder(home, now);
  expect(lock.ok).toBe(true);
  if (lock.ok) await lock.value.release();
});

it("leaves a lock of another host alone while it is being touched, and takes it over when it is silent", async () => {
  const path = join(home, "lock");
  await writeFile(
    path,
    JSON.stringify({ pid: 1, host: "another-host", processStart: null, startedAt: now(), nonce: "o" }),
  );
  const refused = await lockFolder(home, now);
  expect(refused).toMatchObject({ ok: false });
  if (!refused.ok) expect(refused.problems[0]?.message).toContain("process 1 on another-host");
  const old = new Date(Date.now() - 120_000);
  await utimes(path, old, old);
  const lock = await lockFolder(home, now);
  expect(lock.ok).toBe(true);
  if (lock.ok) await lock.value.release();
});

it("lets exactly one of many successors take over a stale lock", async () => {
  for (let round = 0; round < 20; round++) {
    await writeFile(
      join(home, "lock"),
      JSON.stringify({ ...thisProcess(), processStart: "gone/1", startedAt: now(), nonce: `stale-${round}` }),
    );
    const locks = await Promise.all(Array.from({ length: 8 }, () => lockFolder(home, now)));
    const held = locks.filter((lock) => lock.ok);
    expect(held).toHaveLength(1);
    for (const lock of held) await lock.value.release();
    expect(await readdir(home)).toEqual([]);
  }
});

it("lets exactly one of several processes take over, also after one died while taking over", async () => {
  const stale = { ...thisProcess(), processStart: "gone/1", startedAt: now() };
  await writeFile(join(home, "lock"), JSON.stringify({ ...stale, nonce: "first" }));
  await writeFile(join(home, "lock.first"), JSON.stringify({ ...stale, nonce: "second" }));
  const answers = (await Promise.all([holder(), holder(), holder()])).map((one) => one.answer.held);
  expect(answers.filter(Boolean)).toHaveLength(1);
  expect((await readdir(home)).filter((name) => name.startsWith("lock."))).toEqual([]);
});

it("does not guess who owns a lock that cannot be read", async () => {
  await mkdir(home, { recursive: true });
  const path = join(home, "lock");
  await writeFile(path, "{ half");
  const refused = await lockFolder(home, now);
  expect(refused).toMatchObject({ ok: false });
  if (!refused.ok) expect(refused.problems[0]?.message).toContain("cannot be read");
});

it("says in a sentence that a folder cannot be used, instead of failing", async () => {
  const file = join(home, "a-file");
  await writeFile(file, "");
  for (const place of [file, join(file, "below")]) {
    const opened = await openStore({ home: place, databaseUrl: null, now });
    expect(opened).toMatchObject({ ok: false, problems: [{ code: "store.folder-unusable" }] });
    expect(!opened.ok && opened.problems[0]!.message).toContain("a file stands in its place");
  }
});
