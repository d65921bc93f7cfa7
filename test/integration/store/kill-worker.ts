// A process that imports and edits without pause and says on standard output what it begins and what has
// been acknowledged, until it is killed. Started by kill.test.ts.
// node kill-worker.ts HOME DATABASE_URL|- FIRST_NUMBER

import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { ok } from "#kernel";
import { openStore } from "#store";
import { evaluation, hashOf, passage, reading, sourceFile } from "./samples.ts";

const [home = "", databaseUrl = "-", first = "0"] = process.argv.slice(2);
// Written at once, so that what was said is said even when the next instruction is the last.
const say = (event: object) => writeSync(1, `${JSON.stringify(event)}\n`);
const now = () => new Date().toISOString();

const opened = await openStore({ home, databaseUrl: databaseUrl === "-" ? null : databaseUrl, now });
if (!opened.ok) {
  say({ event: "refused", problem: opened.problems[0] });
  process.exit(1);
}
const store = opened.value;
// Whoever is killed leaves no compiled modules behind for the next one, unless they are written now.
flushCompileCache();
say({ event: "ready" });

const audited = (action: string, resource: string) => ({
  action,
  actor: "worker",
  resource,
  at: now(),
  detail: {},
});

for (let number = Number(first); ; number++) {
  // Long enough to be written in several chunks, so that a kill can fall between them.
  const text = `document ${number} `.repeat(5000);
  const source = hashOf(text);
  const passages = Array.from({ length: 3 + (number % 40) }, (_, i) =>
    passage(source, i * 20, `Sentence ${i} of document ${number}`),
  );
  say({ event: "begin", kind: "import", number });
  async function* chunks() {
    for (let start = 0; start < text.length; start += 16_384)
      yield Buffer.from(text.slice(start, start + 16_384));
  }
  await store.files.put(chunks());
  const imported = await store.transaction(async (catalogue) => {
    await catalogue.sources.add(sourceFile(text, { name: String(number) }));
    await catalogue.documents.put(reading(source, text), passages, now());
    await catalogue.audit.append(audited("report.import", source));
    return ok(null);
  });
  if (imported.ok) say({ event: "done", kind: "import", number, source, passages: passages.length });

  // The same record again and again: each edit is a version more.
  say({ event: "begin", kind: "edit", number });
  const edited = await store.transaction(async (catalogue) => {
    await catalogue.audit.append(audited("evaluation.edit", `edited-${number % 5}`));
    await catalogue.evaluations.put(
      [evaluation(`edited-${number % 5}`, source, { year: number })],
      now(),
      "worker",
    );
    await catalogue.documents.link(source, `edited-${number % 5}`, now());
    return ok(null);
  });
  if (edited.ok) say({ event: "done", kind: "edit", number });

  // A reading that loses passages, outside of a transaction of the caller's: still all or nothing.
  say({ event: "begin", kind: "reread", number });
  await store.catalogue.documents.put(
    { ...reading(source, text), readerVersion: "2" },
    passages.slice(1),
    now(),
  );
  say({ event: "done", kind: "reread", number, source, passages: passages.length - 1 });
}
