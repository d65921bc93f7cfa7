// Question: how many pages a second does Socle read from a PDF into blocks and passages, and how does that
// compare with `pdftotext`, which only writes the text? Baseline: pdftotext -layout on the same file.
// Run: node bench/reading.ts FILE.pdf [more files]   (three files of different lengths answer it best)

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readReportFile } from "#app";
import { median, report } from "./measuring.ts";

const runs = 5;
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Give one or more PDF files: node bench/reading.ts FILE.pdf");
  process.exit(2);
}

for (const file of files) {
  const bytes = new Uint8Array(readFileSync(file));
  const own: number[] = [];
  const peer: number[] = [];
  let pages = 0;
  let passages = 0;
  for (let i = 0; i < runs; i++) {
    const begun = performance.now();
    const read = await readReportFile(bytes.slice(), file);
    own.push(performance.now() - begun);
    if (!read.ok) throw new Error(read.problems[0]!.message);
    const json = read.value.json as { pages: number; passages: readonly unknown[] };
    pages = json.pages;
    passages = json.passages.length;
    const started = performance.now();
    const peerRun = spawnSync("pdftotext", ["-layout", file, "-"], { maxBuffer: 1 << 28 });
    if (peerRun.status !== 0) throw new Error("pdftotext is not there (Debian: poppler-utils)");
    peer.push(performance.now() - started);
  }
  const [ms, peerMs] = [median(own), median(peer)];
  report(`reading ${basename(file)}`, {
    pages,
    passages,
    pagesPerSecond: Math.round((pages / ms) * 1000),
    firstRunMs: Math.round(own[0]!),
    medianMs: Math.round(ms),
    pdftotextMs: Math.round(peerMs),
    ratioToPdftotext: Number((peerMs / ms).toFixed(3)),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
}
