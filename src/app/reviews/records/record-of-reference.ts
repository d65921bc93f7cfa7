// References of files and evaluations of the registry as records of a review.

import type { Sha256 } from "#kernel";
import type { BibliographicRecord, Evaluation, RecordMatrix, ReviewRecord } from "#records";
import type { ReadReference } from "#sources";

/** What a record is before it has its number. */
export type NewRecord = Omit<ReviewRecord, "id" | "search">;

const noMatrix: RecordMatrix = {
  type: null,
  timing: null,
  nature: null,
  region: null,
  countries: [],
  themes: [],
  funding: null,
  completed: null,
};

const longestAbstract = 100_000;

/** Tags that no field stands for, joined where one stands several times. */
function otherFields(reference: BibliographicRecord): Readonly<Record<string, string>> {
  // A map: a file may name a field `constructor` or `__proto__`.
  const other = new Map<string, string>();
  const put = (name: string, value: string | null) => {
    if (value === null || value === "") return;
    const before = other.get(name);
    other.set(name, (before === undefined ? value : `${before}; ${value}`).slice(0, 20_000));
  };
  for (const { tag, value } of reference.foreignTags) put(tag.slice(0, 200), value);
  put("publisher", reference.publisher);
  put("place", reference.place);
  put("volume", reference.volume);
  put("number", reference.number);
  for (const note of reference.notes) put("note", note);
  return Object.fromEntries(other);
}

export const recordOfReference = ({ record, earlier }: ReadReference, file: string): NewRecord => {
  const verdict = earlier.at(-1);
  return {
    foreignId: record.key,
    evaluation: null,
    title: record.title ?? "",
    abstract: record.abstract?.slice(0, longestAbstract) ?? null,
    authors: record.authors,
    year: record.year,
    language: record.language?.slice(0, 40) ?? null,
    doi: record.doi,
    urls: record.urls.slice(0, 100),
    keywords: record.keywords.slice(0, 1_000),
    container: record.container ?? record.series,
    pages: record.pages?.slice(0, 200) ?? null,
    projects: [],
    matrix: { ...noMatrix, completed: record.year },
    document: null,
    earlier: verdict ? { review: verdict.by ?? file, verdict: verdict.verdict, reason: verdict.stage } : null,
    other: otherFields(record),
  };
};

export const recordOfEvaluation = (evaluation: Evaluation, document: Sha256 | null): NewRecord => ({
  foreignId: evaluation.printedId ?? evaluation.reportId,
  evaluation: evaluation.id,
  title: evaluation.title,
  abstract: evaluation.summary?.slice(0, longestAbstract) ?? null,
  authors: [],
  year: evaluation.year,
  language: evaluation.language,
  doi: null,
  urls: evaluation.link ? [evaluation.link] : [],
  keywords: [],
  container: null,
  pages: null,
  projects: evaluation.symbol && !evaluation.symbolIsPlaceholder ? [evaluation.symbol] : [],
  matrix: {
    type: evaluation.type,
    timing: evaluation.timing,
    nature: evaluation.nature,
    region: evaluation.region,
    countries: evaluation.countries,
    themes: evaluation.themes,
    funding: evaluation.donor,
    completed: evaluation.year,
  },
  document,
  earlier: null,
  other: {},
});
