import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Sha256 } from "#kernel";
import {
  listFiles,
  pathOfFile,
  storedFiles,
  sweepTemporary,
  sweepUnderWay,
} from "../../../src/store/stored-files.ts";
import { writeOut } from "../../../src/store/write-out.ts";
import { hashOf } from "./samples.ts";

let home = "";
let referred = false;
const files = () => storedFiles(home, async () => referred);
const text = (words: string) => Buffer.from(words);

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "socle-files-"));
  referred = false;
});
afterEach(() => rm(home, { recursive: true, force: true }));

it("names a file by its hash, in a folder by its first two digits", async () => {
  const stored = await files().put(text("hello"));
  expect(stored).toEqual({ sha256: hashOf("hello"), bytes: 5 });
  expect(await readFile(join(home, "files", stored.sha256.slice(0, 2), stored.sha256), "utf8")).toBe("hello");
  expect(await files().path(stored.sha256)).toBe(pathOfFile(home, stored.sha256));
  expect(await readdir(join(home, "tmp"))).toEqual([]);
});

it("stores a stream and a file of the machine the same way, and the same bytes once", async () => {
  async function* parts() {
    yield text("hel");
    yield text("lo");
  }
  const path = join(home, "given.txt");
  await writeFile(path, "hello");
  expect((await files().put(parts())).sha256).toBe(hashOf("hello"));
  const before = await stat(pathOfFile(home, hashOf("hello")));
  expect(await files().putPath(path)).toEqual({ sha256: hashOf("hello"), bytes: 5 });
  expect((await stat(pathOfFile(home, hashOf("hello")))).ino).toBe(before.ino);
});

it("leaves nothing behind when a stream breaks off", async () => {
  async function* broken() {
    yield text("half");
    throw new Error("the connection was lost");
  }
  await expect(files().put(broken())).rejects.toThrow("the connection was lost");
  expect(await readdir(join(home, "tmp"))).toEqual([]);
  expect((await files().verify()).checked).toBe(0);
});

it("stores the empty file and a file of many chunks", async () => {
  const large = Buffer.alloc(5_000_000, "socle ");
  const path = join(home, "large");
  await writeFile(path, large);
  const stored = await files().putPath(path);
  expect(stored.bytes).toBe(5_000_000);
  expect(Buffer.compare((await files().read(stored.sha256)) ?? text(""), large)).toBe(0);
  const empty = await files().put(new Uint8Array());
  expect(await files().read(empty.sha256)).toHaveLength(0);
});

it("reads whole, and the head only", async () => {
  const { sha256 } = await files().put(text("hello world"));
  expect(Buffer.from((await files().read(sha256)) ?? []).toString()).toBe("hello world");
  expect(await files().readHead(sha256, 5)).toEqual({ head: text("hello"), whole: false });
  expect(await files().readHead(sha256, 11)).toEqual({ head: text("hello world"), whole: true });
  expect(await files().readHead(sha256, 500)).toEqual({ head: text("hello world"), whole: true });
});

it("says null for what is not there", async () => {
  const absent = hashOf("absent");
  expect(await files().read(absent)).toBeNull();
  expect(await files().readHead(absent, 1)).toBeNull();
  expect(await files().path(absent)).toBeNull();
  await files().discard(absent);
});

it("notices one changed byte when reading and when verifying, and names the file", async () => {
  const { sha256 } = await files().put(text("the truth"));
  await files().put(text("another"));
  const path = pathOfFile(home, sha256);
  await chmod(path, 0o600);
  await writeFile(path, "the trurh");
  await expect(files().read(sha256)).rejects.toThrow(sha256);
  const steps: number[] = [];
  const verified = await files().verify(({ done }) => steps.push(done));
  expect(verified).toEqual({ checked: 2, broken: [{ sha256, found: hashOf("the trurh") }] });
  expect(steps).toEqual([1, 2]);
});

it("replaces a file that was cut short when the same bytes come again", async () => {
  const { sha256 } = await files().put(text("the whole"));
  await writeFile(pathOfFile(home, sha256), "the");
  await files().put(text("the whole"));
  expect((await files().verify()).broken).toEqual([]);
});

it("discards a file that no record refers to, and only then", async () => {
  const store = files();
  const { sha256 } = await store.put(text("refused import"));
  referred = true;
  await store.discard(sha256);
  expect(await store.path(sha256)).not.toBeNull();
  await store.put(text("refused import"));
  referred = false;
  await store.discard(sha256);
  expect(await store.path(sha256)).toBeNull();
});

it("keeps a file that another import has just put, though the first is refused", async () => {
  const store = files();
  const [{ sha256 }] = await Promise.all([store.put(text("shared")), store.put(text("shared"))]);
  await store.discard(sha256);
  expect(await store.path(sha256)).not.toBeNull();
  await store.discard(sha256);
  expect(await store.path(sha256)).toBeNull();
});

it("sweeps what a killed process left half written", async () => {
  const { sha256 } = await files().put(text("kept"));
  await writeFile(join(home, "tmp", "half"), "ha");
  await sweepTemporary(home);
  await expect(stat(join(home, "tmp"))).rejects.toThrow();
  expect(await files().path(sha256)).not.toBeNull();
});

it("sweeps what a killed process put before a record spoke of it, and nothing else", async () => {
  // Put long ago, settled, and spoken of by nobody that this version knows.
  const former = files();
  referred = true;
  const settled = await former.put(text("settled"));
  await former.discard(settled.sha256);
  const [lost, recorded] = [await files().put(text("lost")), await files().put(text("recorded"))];
  expect(await sweepUnderWay(home, async (sha256) => sha256 === recorded.sha256)).toEqual([lost.sha256]);
  expect(await listFiles(home)).toEqual([recorded.sha256, settled.sha256].toSorted());
  expect(await readdir(join(home, "underway"))).toEqual([]);
  expect(await sweepUnderWay(home, async () => false)).toEqual([]);
  expect(await listFiles(home)).toHaveLength(2);
});

it("writes a download out whole, and never in place of another file", async () => {
  async function* words(...parts: string[]) {
    for (const part of parts) yield text(part);
  }
  async function* broken() {
    yield text("half");
    throw new Error("lost");
  }
  const path = join(home, "out.csv");
  expect(await writeOut(path, words("a,", "b"))).toEqual({ ok: true, value: { bytes: 3 } });
  expect(await writeOut(path, words("other"))).toMatchObject({ problems: [{ code: "store.output-exists" }] });
  expect(await readFile(path, "utf8")).toBe("a,b");
  expect(await writeOut(join(home, "no", "such", "out"), words("x"))).toMatchObject({
    problems: [{ code: "store.output-not-written" }],
  });
  await expect(writeOut(join(home, "half.csv"), broken())).rejects.toThrow("lost");
  expect((await readdir(home)).filter((name) => name.includes("half") || name.startsWith("."))).toEqual([]);
});

it("takes the same bytes from many at once", async () => {
  const store = files();
  const puts = await Promise.all(Array.from({ length: 30 }, (_, i) => store.put(text(`file ${i % 3}`))));
  expect(new Set(puts.map((one) => one.sha256)).size).toBe(3);
  expect(await store.verify()).toEqual({ checked: 3, broken: [] });
  expect(await store.read(hashOf("file 0") as Sha256)).not.toBeNull();
});
