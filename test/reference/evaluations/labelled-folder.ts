// A labelled folder read as the product reads it: documents, labels and passages found.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readDocument } from "#documents";
import {
  type LabelledReading,
  type LabelledSet,
  type ReadingScore,
  readEvaluationReport,
  readLabelledSet,
} from "#sources";
import { readBytes, readJson } from "./reference-files.ts";

export const labelledFolder = (name: string): string =>
  resolve(import.meta.dirname, "../../fixtures/labelled", name);

export function labelsOfFolder(folder: string): LabelledSet {
  const labels = readLabelledSet(readJson(resolve(folder, "labels.json")), "labels.json");
  if (!labels.ok) throw new Error(JSON.stringify(labels.problems));
  return labels.value;
}

export async function readFolder(folder: string): Promise<readonly LabelledReading[]> {
  const readings: LabelledReading[] = [];
  for (const document of labelsOfFolder(folder).documents) {
    const path = resolve(folder, document.file);
    if (!existsSync(path)) throw new Error(`${document.file} is listed in labels.json and not there`);
    const read = await readDocument(readBytes(path), document.file);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const found = readEvaluationReport(read.value).passages;
    readings.push({ document, text: read.value.text, found });
  }
  return readings;
}

const percent = (value: number | null) => (value === null ? "–" : value.toFixed(3)).padStart(6);
type Row = ReadingScore["documents"][number]["kinds"][number];
const row = (name: string, kinds: readonly Row[]) =>
  kinds.map(
    ({ kind, expected, found, matched, precision, recall, f1, overlap, labels }) =>
      `${name.padEnd(58)} ${kind.padEnd(20)} ${[expected, found, matched].map((n) => String(n).padStart(4)).join("")} ${[precision, recall, f1, overlap, labels].map(percent).join(" ")}`,
  );

/** The figures as a table for a terminal, of the kinds that are labelled completely. */
export function tableOf(score: ReadingScore, kinds: readonly string[]): string {
  const of = (list: readonly Row[]) => list.filter(({ kind }) => kinds.includes(kind));
  return [
    `${"".padEnd(58)} ${"kind".padEnd(20)}  exp fnd mat      P      R     F1 overlap labels`,
    ...row("all", of(score.kinds)),
    ...score.byLanguage.flatMap(({ name, kinds: list }) => row(name, of(list))),
    ...score.byLayout.flatMap(({ name, kinds: list }) => row(name, of(list))),
    "",
    ...score.documents.flatMap(({ file, kinds: list }) => row(file, of(list))),
    "",
    ...score.causes.map(
      ({ kind, what, cause, count }) => `${String(count).padStart(4)} ${kind} ${what}: ${cause}`,
    ),
  ].join("\n");
}
