import { readFileSync } from "node:fs";
import { readDocument } from "/work/main/src/documents/index.ts";
import { lettersOf, placesOf } from "/work/main/src/sources/evaluations/scoring/letters.ts";
const f = `/work/main/test/fixtures/labelled/${process.argv[2]}`;
for (const d of JSON.parse(readFileSync(`${f}/labels.json`, "utf8")).documents) {
  const r = await readDocument(new Uint8Array(readFileSync(`${f}/${d.file}`)), d.file);
  if (!r.ok) { console.log(d.file, r.problems); continue; }
  const l = lettersOf(r.value.text); let n = 0;
  for (const p of d.passages) for (const t of [p.text, ...(p.also ?? [])]) { const pl = placesOf(l, t); n++; if (pl.length === 0) console.log("NOT", d.file, t); else if (pl[0].length > 1) console.log("  pieces", d.file, pl[0].length, pl[0].at(-1)[1]-pl[0][0][0], t.length, t.slice(0,50)); }
  console.log(d.file, r.value.language, d.language, r.value.pages, r.value.text.length, n, /inv[eé]nt/i.test(r.value.text), r.value.warnings.map(w=>w.code).join());
}
