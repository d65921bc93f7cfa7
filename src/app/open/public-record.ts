// A record as other catalogues want to hear of it, whatever it is: one shape from which Dublin Core, schema.org
// and citations are written. Nothing is in it that the actor may not read.

import { permission } from "#access";
import { areaName, type Citation, type Language, type Sha256 } from "#kernel";
import {
  type Actor,
  type BibliographicRecord,
  type Evaluation,
  emptyBibliographicRecord,
  type Origin,
  type SourceFile,
} from "#records";
import { evaluationToBibliographic } from "#sources";
import type { Catalogue, HarvestKind } from "#store";
import type { Effects } from "../effects.ts";
import { mayReadSource } from "../readable.ts";
import { readyVocabularies } from "../registry/ready-vocabularies.ts";
import { knownRelease } from "../releases/visible-releases.ts";

export type PublicRecord = {
  readonly kind: HarvestKind;
  readonly id: string;
  /** What it is, in English. */
  readonly form: string;
  /** Address of its page inside the site. */
  readonly path: string;
  readonly title: string;
  readonly language: Language | null;
  readonly description: string | null;
  /** Labels in English. */
  readonly subjects: readonly string[];
  /** Names of countries and regions in English. */
  readonly coverage: readonly string[];
  /** Numbers and addresses by which others know it. */
  readonly identifiers: readonly string[];
  /** Pages of this site it belongs with. */
  readonly related: readonly string[];
  readonly licence: string | null;
  readonly origin: Origin;
  /** When the record was stored, where that is known without asking again. */
  readonly created: string | null;
  /** Authors, publisher, date, number: as a reference manager takes them, without an address of this site. */
  readonly reference: BibliographicRecord;
};

export const pathOfRecord = (kind: HarvestKind, id: string): string => {
  const name = encodeURIComponent(id);
  switch (kind) {
    case "evaluation":
      return `/evidence/evaluations/${name}`;
    case "report":
      return `/evidence/reports/${name}`;
    case "lesson":
      return `/evidence/lessons/${name}`;
    case "recommendation":
      return `/evidence/recommendations/${name}`;
    case "release":
      return `/data/${name}`;
    case "run":
      return `/indexes/runs/${name}`;
  }
};

/** A record the actor may read, or null: what may not be read is not told from what is not there. */
export async function publicRecord(
  effects: Effects,
  actor: Actor,
  kind: HarvestKind,
  id: string,
): Promise<PublicRecord | null> {
  const { catalogue } = effects.store;
  switch (kind) {
    case "evaluation": {
      const record = await readableEvaluation(catalogue, actor, id);
      return record && ofEvaluation(record);
    }
    case "report":
      return ofReport(catalogue, actor, id as Sha256);
    case "lesson":
      return ofLesson(catalogue, actor, id);
    case "recommendation":
      return ofRecommendation(catalogue, actor, id);
    case "release":
      return ofRelease(effects, actor, id);
    case "run":
      return ofRun(effects, actor, id);
  }
}

const labels = new Map(
  readyVocabularies.flatMap(({ id, terms }) =>
    terms.map(({ code, label }) => [`${id}/${code}`, label.en] as const),
  ),
);
const labelOf = (vocabulary: string, code: string) => labels.get(`${vocabulary}/${code}`) ?? code;

async function readableEvaluation(
  catalogue: Catalogue,
  actor: Actor,
  id: string,
): Promise<Evaluation | null> {
  const record = await catalogue.evaluations.byId(id);
  return record && (await mayReadSource(catalogue, actor, record.provenance.source)) ? record : null;
}

export function ofEvaluation(record: Evaluation): PublicRecord {
  // The number of a list is none of the report: no style may print it as "Report No.".
  const reference = { ...evaluationToBibliographic(record), number: null };
  return {
    kind: "evaluation",
    id: record.id,
    form: "Evaluation report",
    path: pathOfRecord("evaluation", record.id),
    title: record.title,
    language: record.language,
    description: record.summary,
    subjects: subjectsOf(record),
    coverage: coverageOf(record),
    identifiers: [
      ...new Set(
        [record.printedId, record.reportId, record.symbol, record.link].filter((one) => one !== null),
      ),
    ],
    related: [],
    licence: null,
    origin: record.origin,
    created: null,
    reference,
  };
}

const subjectsOf = (record: Evaluation): readonly string[] => [
  ...new Set([
    ...record.themes.map((theme) => labelOf("theme", theme)),
    ...record.branches.map((branch) => labelOf("branch", branch)),
    ...record.populations.map((group) => labelOf("population", group)),
    ...record.sdgTargets.map((target) => `SDG target ${target}`),
  ]),
];
const coverageOf = (record: Evaluation): readonly string[] => [
  ...record.countries.map((code) => areaName(code, "en")),
  ...record.countryGroups,
  ...(record.region === null ? [] : [labelOf("region", record.region)]),
];

/** The evaluation a report is tied to, if the actor may read it. */
async function evaluationOfReport(
  catalogue: Catalogue,
  actor: Actor,
  source: Sha256,
): Promise<Evaluation | null> {
  for (const id of await catalogue.documents.evaluationsOf(source)) {
    const record = await readableEvaluation(catalogue, actor, id);
    if (record) return record;
  }
  return null;
}

const referenceOfCitation = (citation: Citation, key: string): BibliographicRecord => ({
  ...emptyBibliographicRecord,
  type: "report",
  key,
  title: citation.title,
  authors: citation.author === undefined ? [] : [citation.author],
  year: /^\d{4}/.test(citation.issued ?? "") ? Number(citation.issued!.slice(0, 4)) : null,
  date:
    citation.issued !== undefined && /^\d{4}(-\d{2}){1,2}$/.test(citation.issued) ? citation.issued : null,
  urls: citation.url === undefined ? [] : [citation.url],
  publisher: citation.publisher ?? null,
});

async function readableFile(catalogue: Catalogue, actor: Actor, sha256: Sha256): Promise<SourceFile | null> {
  const file = await catalogue.sources.byHash(sha256);
  return file && permission(actor, "document.read", { tier: file.tier }).ok ? file : null;
}

async function ofReport(catalogue: Catalogue, actor: Actor, source: Sha256): Promise<PublicRecord | null> {
  const file = await readableFile(catalogue, actor, source);
  const reading = file && (await catalogue.documents.bySource(source));
  if (!file || !reading) return null;
  const evaluation = await evaluationOfReport(catalogue, actor, source);
  const about = evaluation && ofEvaluation(evaluation);
  const title = reading.title ?? about?.title ?? file.name;
  const reference = about ? about.reference : referenceOfCitation(file.citation, source.slice(0, 16));
  return {
    kind: "report",
    id: source,
    form: "Evaluation report",
    path: pathOfRecord("report", source),
    title,
    language: reading.language,
    description: about?.description ?? null,
    subjects: about?.subjects ?? [],
    coverage: about?.coverage ?? [],
    identifiers: [`sha256:${source}`, ...(about?.identifiers ?? [])],
    related: about ? [about.path] : [],
    licence: file.citation.licence ?? null,
    origin: file.origin,
    created: null,
    reference: { ...reference, title: about ? about.title : title, language: reading.language },
  };
}

/** The beginning of a text as a title: whole words, at most about 120 letters. */
function beginningOf(text: string): string {
  if (text.length <= 120) return text;
  const cut = text.slice(0, 118);
  return `${cut.slice(0, Math.max(60, cut.lastIndexOf(" ")))}…`;
}

/** A sentence of a report as a record of its own: it is cited as its report, with the page. */
async function ofSentence(
  catalogue: Catalogue,
  actor: Actor,
  about: {
    readonly kind: "lesson" | "recommendation";
    readonly id: string;
    readonly form: string;
    /** The form with its number, as it is called in the report. */
    readonly name: string;
    readonly text: string;
    readonly language: Language | null;
    readonly document: Sha256 | null;
    readonly evaluation: string | null;
    readonly page: number | null;
    readonly origin: Origin;
    readonly subjects: readonly string[];
  },
): Promise<PublicRecord> {
  const record =
    about.evaluation === null ? null : await readableEvaluation(catalogue, actor, about.evaluation);
  const evaluation = record && ofEvaluation(record);
  const report = about.document === null ? null : await ofReport(catalogue, actor, about.document);
  const whole = evaluation ?? report;
  return {
    kind: about.kind,
    id: about.id,
    form: about.form,
    path: pathOfRecord(about.kind, about.id),
    title: `${about.name}: ${beginningOf(about.text)}`,
    language: about.language,
    description: about.text,
    subjects: [...new Set([...about.subjects, ...(whole?.subjects ?? [])])],
    coverage: whole?.coverage ?? [],
    identifiers: [],
    related: [evaluation?.path, report?.path].filter((path) => path !== undefined),
    licence: null,
    origin: about.origin,
    created: null,
    reference: {
      ...(whole?.reference ?? emptyBibliographicRecord),
      type: "report",
      key: about.id,
      title: whole?.reference.title ?? `${about.name}: ${beginningOf(about.text)}`,
      abstract: about.text,
      language: about.language,
      pages: about.page === null ? null : String(about.page),
    },
  };
}

async function ofLesson(catalogue: Catalogue, actor: Actor, id: string): Promise<PublicRecord | null> {
  const found = await catalogue.lessons.byId(id);
  if (!found?.current || !permission(actor, "lesson.read", { tier: found.place.tier }).ok) return null;
  const { record, place } = found;
  return ofSentence(catalogue, actor, {
    kind: "lesson",
    id,
    form: record.kind === "lesson-learned" ? "Lesson learned" : "Emerging good practice",
    name: record.kind === "lesson-learned" ? "Lesson learned" : "Emerging good practice",
    text: record.text,
    language: record.language,
    document: record.document,
    evaluation: place.evaluation,
    page: record.page,
    origin: record.origin,
    subjects: [
      record.kind === "lesson-learned" ? "Lessons learned" : "Good practices",
      ...record.branches.map(({ value }) => labelOf("branch", value)),
      ...record.populations.map(({ value }) => labelOf("population", value)),
      ...record.themes,
    ],
  });
}

async function ofRecommendation(
  catalogue: Catalogue,
  actor: Actor,
  id: string,
): Promise<PublicRecord | null> {
  const standing = await catalogue.recommendations.byId(id);
  const [found] = standing?.current ? await catalogue.recommendations.byIds([id]) : [];
  if (!found || !permission(actor, "recommendation.read", { tier: found.place.tier }).ok) return null;
  const { record, place } = found;
  const { locator } = record.provenance;
  return ofSentence(catalogue, actor, {
    kind: "recommendation",
    id,
    form: "Recommendation",
    name: `Recommendation${record.number === null ? "" : ` ${record.number}`}`,
    text: record.text,
    language: record.language,
    document: record.document,
    evaluation: place.evaluation,
    page: locator.kind === "text" ? (locator.page ?? null) : null,
    origin: record.origin,
    subjects: ["Recommendations", ...record.branches.map((branch) => labelOf("branch", branch))],
  });
}

async function ofRelease(effects: Effects, actor: Actor, id: string): Promise<PublicRecord | null> {
  const known = await knownRelease(effects, actor, id);
  if (!known.ok) return null;
  const { release, standing } = known.value;
  // Whoever cites what was withdrawn is told so where they look it up.
  const caveats = [
    ...(standing.withdrawal
      ? [`Withdrawn on ${standing.withdrawal.at.slice(0, 10)}: ${standing.withdrawal.reason}`]
      : []),
    ...release.caveats,
  ];
  const reference = referenceOfCitation(release.citation, release.id);
  return {
    kind: "release",
    id,
    form: "Release of observations",
    path: pathOfRecord("release", id),
    title: release.title,
    language: "en",
    description: caveats.length > 0 ? caveats.join(" ") : null,
    subjects: ["Social protection", "Statistics"],
    coverage: [],
    identifiers: [`sha256:${release.checksum}`],
    related: [],
    licence: release.licence,
    origin: release.origin,
    created: release.createdAt,
    reference: {
      ...reference,
      type: "dataset",
      title: release.title,
      year: reference.year ?? Number(release.createdAt.slice(0, 4)),
      number: String(release.version),
    },
  };
}

async function ofRun(effects: Effects, actor: Actor, id: string): Promise<PublicRecord | null> {
  const run = await effects.store.catalogue.indexes.run(id);
  const known = run && (await knownRelease(effects, actor, run.release, "index.read"));
  if (!run || !known?.ok) return null;
  const { release } = known.value;
  const title = `${run.title.en}, computed on ${release.title}`;
  return {
    kind: "run",
    id,
    form: "Run of an index",
    path: pathOfRecord("run", id),
    title,
    language: "en",
    description: `Scores, ranks and country groups of the index ${run.definitionId}, version ${run.definitionVersion}, on the release ${run.release}.`,
    subjects: ["Social protection", "Composite indexes"],
    coverage: [],
    identifiers: [`sha256:${run.resultSha256}`],
    related: [pathOfRecord("release", run.release)],
    licence: release.licence,
    origin: run.origin,
    created: run.createdAt,
    reference: {
      ...emptyBibliographicRecord,
      type: "dataset",
      key: run.id,
      title,
      year: Number(run.createdAt.slice(0, 4)),
      date: run.createdAt.slice(0, 10),
      publisher: "Socle",
      number: run.definitionVersion,
    },
  };
}
