// Question: how long do the first and the second `npm start` take to their first answer, how much memory does
// the server hold at rest, and how much script does the first page load? Limit for the script: 200,000 bytes
// compressed.
// Run: node bench/start.ts   (needs Chromium for the page; makes a scratch data folder with the demonstration)

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { addressOf, type CallReply, routes } from "#contract";
import { median, report } from "./measuring.ts";

const root = join(import.meta.dirname, "..");
const home = mkdtempSync(join(tmpdir(), "socle-bench-"));

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

type Running = {
  readonly child: ChildProcess;
  readonly answeredMs: number;
  /** Processor time of the server up to its first answer, which other work on the machine changes less. */
  readonly processorMs: number;
  readonly address: string;
};

async function start(): Promise<Running> {
  const port = await freePort();
  const begun = performance.now();
  const env = { ...process.env, SOCLE_HOME: home, SOCLE_PORT: String(port) };
  const child = spawn("npm", ["start", "--silent"], { cwd: root, env, stdio: "ignore", detached: true });
  const address = `http://localhost:${port}`;
  for (;;) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer?.ok) {
      const answeredMs = performance.now() - begun;
      return { child, answeredMs, processorMs: readServer(child.pid!, processorTime), address };
    }
    if (performance.now() - begun > 120_000) throw new Error("the server did not answer within two minutes");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function stop({ child }: Running): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid!, "SIGTERM");
  await ended;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}

/** What a reader of `/proc` says of the server process itself: the descendant that runs src/api/main.ts. */
function readServer(group: number, read: (folder: string) => number): number {
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${entry}/cmdline`, "utf8");
      const processGroup = Number(statOf(`/proc/${entry}`)[2]);
      if (processGroup !== group || !command.includes("src/api/main.ts") || command.includes("start.mjs"))
        continue;
      return read(`/proc/${entry}`);
    } catch {
      // The process ended while it was looked at.
    }
  }
  return Number.NaN;
}

/** Fields after the name of the process, which may hold anything. */
const statOf = (folder: string): readonly string[] =>
  readFileSync(`${folder}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];

/** The system counts in hundredths of a second. */
const processorTime = (folder: string): number => {
  const stat = statOf(folder);
  return (Number(stat[11]) + Number(stat[12])) * 10;
};

const residentMegabytes = (folder: string): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`${folder}/status`, "utf8"))?.[1]) / 1024);

async function scriptOfFirstPage(address: string) {
  const executablePath = process.env["CHROMIUM"] || "/usr/bin/chromium";
  if (!existsSync(executablePath)) return null;
  const browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
  });
  try {
    const page = await browser.newPage();
    const bytes = { script: 0, stylesheet: 0, font: 0 };
    const pending: Promise<void>[] = [];
    page.on("requestfinished", (request) => {
      const type = request.resourceType() as keyof typeof bytes;
      if (!(type in bytes)) return;
      const added = request.sizes().then(({ responseBodySize }) => {
        bytes[type] += responseBodySize;
      });
      pending.push(added);
    });
    await page.goto(address, { waitUntil: "networkidle" });
    await Promise.all(pending);
    return bytes;
  } finally {
    await browser.close();
  }
}

/** Waits until the ranks of every run are analysed, which goes on after the first answer. */
async function analysed(address: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`${address}${routes.listRuns.path}`);
  for (const { id } of (await answer.json()) as CallReply<typeof routes.listRuns>)
    await fetch(address + addressOf(routes.runUncertainty, { id }));
  return performance.now() - begun;
}

try {
  const first = await start();
  const analysedMs = await analysed(first.address);
  await stop(first);
  const times: Running[] = [];
  for (let i = 0; i < 3; i++) {
    const again = await start();
    times.push(again);
    await stop(again);
  }
  const last = await start();
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const atRest = readServer(last.child.pid!, residentMegabytes);
  const page = await scriptOfFirstPage(last.address);
  await stop(last);
  report("start", {
    firstStartMs: Math.round(first.answeredMs),
    firstStartProcessorMs: first.processorMs,
    ranksAnalysedAfterMs: Math.round(analysedMs),
    secondStartMs: Math.round(median(times.map(({ answeredMs }) => answeredMs))),
    secondStartProcessorMs: Math.round(median(times.map(({ processorMs }) => processorMs))),
    residentMegabytesAtRest: atRest,
    ...(page
      ? {
          scriptKilobytes: Math.round(page.script / 1000),
          styleKilobytes: Math.round(page.stylesheet / 1000),
          fontKilobytes: Math.round(page.font / 1000),
        }
      : { script: "not measured: no Chromium" }),
  });
} finally {
  rmSync(home, { recursive: true, force: true });
}
