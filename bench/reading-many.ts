// Does memory stay flat over 500 reports? Generated variants in three formats go through a reading job, as
// from the desk; after every 50 the heap (after a collection) and the resident memory are told.
//
//   node --expose-gc bench/reading-many.ts [REPORTS]

import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Effects, stopReading, useCases } from "#app";
import { operator } from "#records";
import { openStore } from "#store";
import { smallPdf } from "../test/e2e/cli/small-pdf.ts";

const count = Number(process.argv[2] ?? 500);
const every = Math.max(1, Math.floor(count / 10));

const sentence = (i: number, k: number) =>
  `The agency should review measure ${k} of programme ${i} with the partners before the end of the year, and publish what was decided`;

/** A report of some thirty pages of text: background, findings, recommendations, lessons. */
function lines(i: number): readonly string[] {
  const part = (title: string, from: number, length: number) => [
    title,
    ...Array.from({ length }, (_, k) => `${k + 1}. ${sentence(i, from + k)}.`),
  ];
  return [
    `Evaluation of programme ${i}`,
    ...part("Findings", 0, 120),
    ...part("Recommendations", 200, 60),
    ...part("Lessons learned", 300, 60),
  ];
}

function fileOf(i: number): { readonly name: string; readonly bytes: Uint8Array } {
  const encode = (text: string) => new TextEncoder().encode(text);
  const all = lines(i);
  if (i % 3 === 0) return { name: `report-${i}.txt`, bytes: encode(all.join("\n\n")) };
  if (i % 3 === 1)
    return {
      name: `report-${i}.html`,
      bytes: encode(
        `<html><body>${all.map((line) => (/^\d/.test(line) ? `<p>${line}</p>` : `<h2>${line}</h2>`)).join("\n")}</body></html>`,
      ),
    };
  // One page holds what fits on it; the rest is drawn below its edge and read all the same.
  return {
    name: `report-${i}.pdf`,
    bytes: smallPdf(all.map((line) => (/^\d/.test(line) ? line : `## ${line}`))),
  };
}

const home = await mkdtemp(join(tmpdir(), "socle-bench-reading-"));
const now = () => new Date().toISOString();
const opened = await openStore({ home: join(home, "home"), databaseUrl: null, now });
if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
const effects: Effects = {
  store: opened.value,
  now,
  randomBytes: (length) => randomBytes(length),
  codeVersion: "bench",
  address: "http://localhost",
};
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0).padStart(6);
const collect = (globalThis as { gc?: () => void }).gc;

const job = await useCases.beginReadingJob(effects, operator, { origin: "invented" });
if (!job.ok) throw new Error(JSON.stringify(job.problems));
const { id } = job.value;
const begun = performance.now();
process.stdout.write("reports   heap MB   resident MB   reports/s\n");
for (let i = 0; i < count; i++) {
  const { name, bytes } = fileOf(i);
  const path = join(home, "upload");
  await writeFile(path, bytes);
  const sent = await useCases.addReadingFile(effects, operator, { id, name, upload: { path, name } });
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
  for (;;) {
    const counts = await effects.store.catalogue.readingJobs.counts(id);
    if (counts.queued + counts.reading === 0) break;
    await new Promise((next) => setTimeout(next, 5));
  }
  if ((i + 1) % every === 0) {
    collect?.();
    const { heapUsed, rss } = process.memoryUsage();
    const rate = (i + 1) / ((performance.now() - begun) / 1000);
    process.stdout.write(
      `${String(i + 1).padStart(7)} ${megabytes(heapUsed)}    ${megabytes(rss)}        ${rate.toFixed(1)}\n`,
    );
  }
}
const counts = await effects.store.catalogue.readingJobs.counts(id);
process.stdout.write(`${counts.done} read, ${counts.failed} failed\n`);
await stopReading(effects);
await effects.store.close();
await rm(home, { recursive: true, force: true });
