// Question: how long does a file of references take to read, in each format? Aim: 100,000 references in 5 s.
// Run: node bench/references.ts [records, 100000]   (each format in a process of its own, so that memory is its own)

import { seededRandom } from "#kernel";
import { type BibliographicRecord, emptyBibliographicRecord } from "#records";
import {
  readReferences,
  writeBibtex,
  writeCslJson,
  writeEndnoteTagged,
  writeEndnoteXml,
  writeRis,
} from "#sources";
import { inChild, type Measured, measured, report } from "./measuring.ts";

const words =
  "social protection pension reform evaluation of cash transfer programme impact on informal workers health insurance coverage among domestic migrant youth employment policy floor adequacy scheme governance financing révision española".split(
    " ",
  );

function made(count: number): readonly BibliographicRecord[] {
  const random = seededRandom(11);
  const text = (length: number) =>
    Array.from({ length }, () => words[Math.floor(random() * words.length)]!).join(" ");
  return Array.from({ length: count }, (_, i) => ({
    ...emptyBibliographicRecord,
    type: "article",
    key: `ref-${i}`,
    title: `${text(12)} ${i}`,
    authors: ["Okello, Peter", "Duarte, María"],
    year: 2000 + (i % 20),
    abstract: `${text(160)}.`,
    doi: `10.5555/x.${i}`,
    urls: [`https://example.org/${i}`],
    container: `Journal of ${text(3)}`,
    volume: "3",
    number: "2",
    pages: "101-119",
    keywords: [text(1), text(2)],
  }));
}

const medline = (records: readonly BibliographicRecord[]) =>
  records
    .map(
      (one, i) =>
        `PMID- ${10_000_000 + i}\nOWN - NLM\nTI  - ${one.title}\nAB  - ${one.abstract}\nFAU - ${one.authors[0]}\nDP  - ${one.year} Mar\nJT  - ${one.container}\nLID - ${one.doi} [doi]\n`,
    )
    .join("\n");

const webOfScience = (records: readonly BibliographicRecord[]) =>
  `FN Invented\nVR 1.0\n${records
    .map(
      (one, i) =>
        `PT J\nAU ${one.authors.join("\n   ")}\nTI ${one.title}\nSO ${one.container}\nAB ${one.abstract}\nPY ${one.year}\nDI ${one.doi}\nUT WOS:${i}\nER\n`,
    )
    .join("\n")}\nEF\n`;

const csv = (records: readonly BibliographicRecord[]) =>
  `record_id,title,abstract,authors,year,doi,url,keywords,journal,label_included\n${records
    .map((one, i) =>
      [
        one.key,
        one.title,
        one.abstract,
        one.authors.join("; "),
        one.year,
        one.doi,
        one.urls[0],
        one.keywords.join("; "),
        one.container,
        i % 2,
      ]
        .map((cell) => `"${cell}"`)
        .join(","),
    )
    .join("\n")}\n`;

const writers: Readonly<Record<string, (records: readonly BibliographicRecord[]) => string>> = {
  ris: writeRis,
  medline,
  bibtex: writeBibtex,
  "csl-json": writeCslJson,
  "endnote-xml": writeEndnoteXml,
  "endnote-tagged": writeEndnoteTagged,
  "web-of-science": webOfScience,
  table: csv,
};

const [first, second] = process.argv.slice(2);
if (first !== undefined && writers[first] !== undefined) {
  const bytes = new TextEncoder().encode(writers[first](made(Number(second))));
  let found = 0;
  const figures = await measured(async () => {
    const read = await readReferences(bytes, "references");
    if (!read.ok) throw new Error(read.problems[0]!.message);
    found = read.value.records.length;
  });
  console.log(JSON.stringify({ ...figures, found, megabytes: bytes.length / 1e6 }));
} else {
  const count = Number(first ?? 100_000);
  for (const format of Object.keys(writers)) {
    const child = await inChild<Measured & { readonly found: number; readonly megabytes: number }>(
      import.meta.filename,
      [format, String(count)],
    );
    report(`references ${format}`, {
      records: child.found,
      megabytes: Math.round(child.megabytes),
      seconds: Number(child.seconds.toFixed(2)),
      cpuSeconds: Number(child.cpuSeconds.toFixed(2)),
      peakMegabytes: Math.round(child.peakMegabytes),
    });
  }
}
