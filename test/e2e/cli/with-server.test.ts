// The same commands while a server holds the data folder: the work is done there, the answers are the same.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { simulatedDefinition, simulatedTable } from "../../fixtures/worked-example.ts";
import { emptyFolder } from "../../prepared-folders.ts";
import { json, patience, root, scratchFolder, socle } from "./socle.ts";

vi.setConfig({ testTimeout: patience, hookTimeout: patience });

const folder = scratchFolder();
const home = join(folder.path, "home");
const at = (name: string) => join(folder.path, name);
const env = { SOCLE_HOME: home };
const figures = ["--series", "mini", "--agency", "Test office", "--unit", "NUM", "--origin", "simulated"];

async function done<T = Record<string, unknown>>(...words: string[]): Promise<T> {
  const said = await socle([...words, "--json"], { env });
  expect(said, words.join(" ")).toMatchObject({ status: 0, err: "" });
  return json<T>(said);
}
/** What is the same in both ways of work: what was printed, but for when things were made. */
const asked = [
  ["evaluations", "list"],
  ["releases", "list"],
  ["evaluations", "search", "register"],
  ["trace", "score:mini-v1-mini-1/XAB/index/2015"],
];
/** One after another: without a server each of them holds the folder. */
async function answers(): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (const words of asked) all.push(await done<unknown>(...words));
  return all;
}

let server: ChildProcess;
/** Ends listening to the server's words once it is ready, before it has said all: it has to bear that. */
async function startServer(): Promise<{ readonly address: string }> {
  server = spawn(process.execPath, [join(root, "src", "api", "main.ts")], {
    env: { ...process.env, ...env, SOCLE_PORT: "0", DATABASE_URL: "", SOCLE_ADDRESS: "" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  for await (const chunk of server.stdout!) {
    said += String(chunk);
    const ready = /is ready: (\S+)/.exec(said);
    if (ready) return { address: ready[1]! };
  }
  throw new Error(`The server ended before it was ready: ${said}`);
}
async function stopServer() {
  if (server.exitCode !== null) return server.exitCode;
  server.kill("SIGTERM");
  const [status] = await once(server, "exit");
  return status as number;
}

let before: readonly unknown[] = [];
let address = "";

beforeAll(async () => {
  await emptyFolder(home);
  writeFileSync(
    at("report.txt"),
    "Pensions for harbour workers\n\nRecommendations\n\n(a) The Ministry of Labour should keep the joint register.\n\n(b) The fund should publish its accounts.\n",
  );
  writeFileSync(at("registry.csv"), "id,title\nE-1,Pensions for harbour workers\n");
  writeFileSync(at("figures.csv"), simulatedTable());
  writeFileSync(at("definition.json"), JSON.stringify(simulatedDefinition));
  await done("import", "evaluations", at("registry.csv"));
  await done("import", "evaluation-report", at("report.txt"));
  await done("import", "observations", at("figures.csv"), ...figures);
  await done("index", "freeze", at("definition.json"), "--release", "mini-1");
  before = await answers();
  ({ address } = await startServer());
});
afterAll(async () => {
  if (server?.exitCode === null) await stopServer();
  folder.remove();
});

describe("while a server holds the data folder", () => {
  it("questions have the same answers", async () => {
    expect(await answers()).toEqual(before);
  });

  it("the server takes the work of the command line, and shows it at once", async () => {
    writeFileSync(at("changed.csv"), simulatedTable().replace("XAB,P1,2015,10", "XAB,P1,2015,11"));
    expect(await done("import", "observations", at("changed.csv"), ...figures)).toMatchObject({
      release: "mini-2",
    });
    const releases = (await (await fetch(`${address}/api/releases`)).json()) as { id: string }[];
    expect(releases.map(({ id }) => id)).toContain("mini-2");
  });

  it("problems come back as they are, with status 1", async () => {
    writeFileSync(at("faulty.csv"), "area,indicator,period,value\nXAA,I1,sometime,1\n");
    const said = await socle(["import", "observations", at("faulty.csv"), ...figures, "--json"], { env });
    expect(said).toMatchObject({ status: 1, err: "" });
    expect(json(said)).toMatchObject({
      problems: [{ code: "releases.period-unreadable", at: { row: 2, column: "period" } }],
    });
  });

  it("relative paths start where the command was given", async () => {
    const said = await socle(["backup", "here.backup", "--json"], { env, cwd: folder.path });
    expect(said).toMatchObject({ status: 0, err: "" });
    expect(existsSync(at("here.backup"))).toBe(true);
  });

  it("a backup taken while serving restores to the same", async () => {
    const there = { env: { SOCLE_HOME: at("restored") } };
    expect((await socle(["restore", at("here.backup"), "--json"], there)).status).toBe(0);
    for (const words of asked)
      expect((await socle([...words, "--json"], there)).out).toBe(
        (await socle([...words, "--json"], { env })).out,
      );
  });

  it("verifying works, and nothing may be restored over it", async () => {
    expect(await done("verify")).toMatchObject({ differences: [] });
    const said = await socle(["restore", at("here.backup"), "--json"], { env });
    expect(said.status).toBe(1);
    expect(json(said)).toMatchObject({ problems: [{ code: "store.folder-in-use" }] });
  });

  it("without the token in the folder the server takes no command", async () => {
    const send = (token: string) =>
      fetch(`${address}/api/commands/releases-list`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-socle-token": token },
        body: "{}",
      });
    expect((await send("wrong")).status).toBeGreaterThanOrEqual(401);
    const { token } = JSON.parse(readFileSync(join(home, "lock"), "utf8")) as { token: string };
    expect((await send(token)).status).toBe(200);
  });

  it("a stopped server leaves the folder to the command line", async () => {
    expect(await stopServer()).toBe(0);
    expect(existsSync(join(home, "lock"))).toBe(false);
    expect((await done<{ id: string }[]>("releases", "list")).map(({ id }) => id)).toContain("mini-2");
  });
});
