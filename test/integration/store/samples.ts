// Invented records for the tests of the store.

import { createHash } from "node:crypto";
import type { Language, Sha256 } from "#kernel";
import {
  type Convention,
  type DocumentReading,
  type Evaluation,
  noDetails,
  type Passage,
  type RatificationEvent,
  type Release,
  type SourceFile,
  type StoredIndexDefinition,
  type StoredIndexRun,
} from "#records";
import type { Store } from "#store";

export const at = "2026-03-01T12:00:00.000Z";
export const later = "2026-03-02T12:00:00.000Z";

export const hashOf = (text: string): Sha256 => createHash("sha256").update(text).digest("hex") as Sha256;

export const sourceFile = (text: string, other: Partial<SourceFile> = {}): SourceFile => ({
  sha256: hashOf(text),
  name: "report.txt",
  mediaType: "text/plain",
  bytes: Buffer.byteLength(text),
  origin: "invented",
  tier: "public",
  citation: { title: "An invented report", issued: "2019" },
  addedAt: at,
  addedBy: "operator",
  ...other,
});

/** Stores the bytes and the record of a source. */
export async function addedSource(
  store: Store,
  text: string,
  other: Partial<SourceFile> = {},
): Promise<Sha256> {
  const { sha256 } = await store.files.put(Buffer.from(text));
  await store.catalogue.sources.add(sourceFile(text, other));
  return sha256;
}

export const reading = (source: Sha256, text: string, language: Language | null = "en"): DocumentReading => ({
  source,
  readerVersion: "1",
  format: "text",
  language,
  title: "An invented report",
  pages: null,
  text,
  blocks: [{ kind: "paragraph", text, spans: [[0, [...text].length]], page: null }],
});

export const passage = (
  source: Sha256,
  start: number,
  text: string,
  other: Partial<Passage> = {},
): Passage => ({
  id: `${source.slice(0, 12)}-${start}`,
  source,
  kind: "recommendation",
  label: "(a)",
  printedLabel: "(@",
  paragraph: "36",
  heading: "3. Recommendations",
  text,
  spans: [[start, start + [...text].length]],
  page: null,
  language: "en",
  confidence: 0.98,
  reason: "It stands under a heading that announces recommendations.",
  ...other,
});

/** A document whose passages are the given texts, one after the other. */
export async function addedDocument(
  store: Store,
  texts: readonly {
    readonly text: string;
    readonly language: Language | null;
    readonly kind?: Passage["kind"];
  }[],
): Promise<{ readonly source: Sha256; readonly passages: readonly Passage[] }> {
  const whole = texts.map((part) => part.text).join("\n");
  const source = await addedSource(store, whole);
  let start = 0;
  const passages = texts.map(({ text, language, kind = "recommendation" }) => {
    const made = passage(source, start, text, { language, kind });
    start += [...text].length + 1;
    return made;
  });
  await store.catalogue.documents.put(reading(source, whole, texts[0]?.language ?? null), passages, at);
  return { source, passages };
}

export const evaluation = (id: string, source: Sha256, other: Partial<Evaluation> = {}): Evaluation => ({
  ...noDetails,
  id,
  printedId: "E 2",
  reportId: null,
  title: "Floors of protection in an invented country",
  language: "en",
  printedSymbol: "INV/01/02/XXX",
  symbol: null,
  symbolIsPlaceholder: true,
  type: "project",
  printedType: "Project",
  timing: "final",
  nature: "independent",
  region: "africa",
  regionBasis: "printed",
  countries: ["KEN", "UGA"],
  countryGroups: [],
  themes: ["social protection floors"],
  donor: null,
  fundingNote: null,
  period: null,
  year: 2016,
  link: null,
  printedLink: null,
  summary: null,
  origin: "invented",
  oddities: [{ code: "evaluations.placeholder-symbol", message: "The symbol is a placeholder." }],
  provenance: { source, locator: { kind: "cell", row: 2, column: "Title" } },
  ...other,
});

export const convention = (source: Sha256, other: Partial<Convention> = {}): Convention => ({
  code: "C102",
  number: 102,
  title: "Social Security (Minimum Standards) Convention",
  adopted: 1952,
  class: "technical",
  status: "Up-to-date",
  securities: ["income"],
  verified: true,
  provenance: { source, locator: { kind: "whole" } },
  ...other,
});

export const ratification = (source: Sha256, other: Partial<RatificationEvent> = {}): RatificationEvent => ({
  convention: "C102",
  area: "SWE",
  type: "ratification",
  registered: "1953-08-12",
  inForce: null,
  printedCountry: "Sweden",
  note: null,
  list: "list-a",
  verified: true,
  provenance: { source, locator: { kind: "whole" } },
  ...other,
});

export const release = (
  id: string,
  version: number,
  source: Sha256,
  other: Partial<Release> = {},
): Release => ({
  id,
  series: "demo",
  version,
  kind: "observations",
  title: "Invented indicators",
  origin: "simulated",
  tier: "public",
  citation: { title: "Invented indicators" },
  licence: "CC-BY-4.0",
  caveats: ["The figures are simulated."],
  rows: 3,
  files: [hashOf(id)],
  checksum: hashOf(`checksum ${id}`),
  sources: [source],
  recipe: null,
  changes: null,
  createdAt: at,
  createdBy: "operator",
  ...other,
});

export const definition = (
  version: string,
  other: Partial<StoredIndexDefinition> = {},
): StoredIndexDefinition => ({
  id: "mini",
  version,
  sha256: hashOf(`mini ${version}`),
  title: { en: "Mini index", fr: "Mini-indice" },
  form: "income",
  reconstruction: true,
  definition: { nodes: [{ id: "index", weight: 0.1 + 0.2 }], apple: 1, Zebra: 2 },
  addedAt: at,
  addedBy: "operator",
  ...other,
});

export const run = (
  id: string,
  version: string,
  ofRelease: string,
  other: Partial<StoredIndexRun> = {},
): StoredIndexRun => ({
  id,
  definitionId: "mini",
  definitionVersion: version,
  release: ofRelease,
  title: { en: "Mini index" },
  form: "income",
  reconstruction: true,
  origin: "simulated",
  recipe: { method: "securities.index-run", definition: null, inputs: [], seed: null, codeVersion: "0.1.0" },
  result: { scores: [{ area: "XAA", node: "index", score: 1 / 3, rank: 1 }] },
  resultSha256: hashOf(id),
  createdAt: at,
  createdBy: "operator",
  ...other,
});
