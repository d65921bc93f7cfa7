// The description of a study as the form has it: plain texts, and what the API takes.

import type { CoverageClass, MicrodataTier, Origin, Study, StudyKind } from "#records";

export type StudyDraft = {
  readonly id: string;
  readonly kind: StudyKind;
  readonly origin: Origin;
  readonly title: string;
  readonly abstract: string;
  readonly areas: string;
  readonly from: string;
  readonly to: string;
  readonly universe: string;
  readonly agesFrom: string;
  readonly agesTo: string;
  readonly coverage: CoverageClass;
  readonly places: string;
  readonly procedure: string;
  readonly mode: string;
  readonly collectedFrom: string;
  readonly collectedTo: string;
  readonly rate: string;
  readonly weighting: string;
  readonly producers: string;
  readonly microdata: MicrodataTier;
  readonly tables: "public" | "members" | "restricted";
  readonly contact: string;
  readonly licence: string;
};

export const emptyStudy: StudyDraft = {
  id: "",
  kind: "people",
  origin: "real",
  title: "",
  abstract: "",
  areas: "",
  from: "",
  to: "",
  universe: "",
  agesFrom: "",
  agesTo: "",
  coverage: "national",
  places: "",
  procedure: "",
  mode: "",
  collectedFrom: "",
  collectedTo: "",
  rate: "",
  weighting: "",
  producers: "",
  microdata: "restricted",
  tables: "public",
  contact: "",
  licence: "",
};

const parts = (text: string) =>
  text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
const said = (text: string) => (text.trim() === "" ? null : { en: text.trim() });
/** A number as typed; what is none goes out as text and is refused in words. */
const number = (text: string): number | string | null => {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return null;
  return Number.isFinite(Number(plain)) ? Number(plain) : plain;
};

/** What the form shows, in the shape of the description. */
function shownParts(draft: StudyDraft) {
  const rate = number(draft.rate);
  return {
    id: draft.id.trim(),
    kind: draft.kind,
    origin: draft.origin,
    title: { en: draft.title.trim() },
    abstract: said(draft.abstract),
    areas: draft.areas.split(/[\s,;]+/).filter(Boolean),
    years: { from: number(draft.from), to: number(draft.to) ?? number(draft.from) },
    universe: {
      text: { en: draft.universe.trim() },
      ages:
        draft.agesFrom.trim() || draft.agesTo.trim()
          ? { from: number(draft.agesFrom), to: number(draft.agesTo) }
          : null,
    },
    coverage: { class: draft.coverage, places: parts(draft.places) },
    sampling: { procedure: said(draft.procedure) },
    mode: said(draft.mode),
    collection: { from: draft.collectedFrom || null, to: draft.collectedTo || null },
    response: { rate: typeof rate === "number" && rate > 1 ? rate / 100 : rate },
    weighting: said(draft.weighting),
    access: {
      microdata: draft.microdata,
      tables: draft.tables,
      contact: draft.contact.trim() || null,
    },
    licence: draft.licence.trim() || "not stated",
  };
}

/** What a description has besides, where nothing stands yet. */
const otherParts = (draft: StudyDraft) => ({
  series: /_([A-Z0-9]+(?:-[A-Z0-9]+)*)_v\d/.exec(draft.id)?.[1] ?? null,
  coverage: { note: null },
  analysisUnits: draft.kind === "people" ? ["household", "person"] : ["establishment", "worker"],
  sampling: { overSampling: null },
  response: { note: null },
  funding: [],
  identifiers: [],
  citation: {
    title: draft.title.trim(),
    ...(draft.to || draft.from ? { issued: draft.to || draft.from } : {}),
  },
  caveats: [],
  questionnaires: [],
});

/** The form out of a description that stands; what the form does not show is kept beside it. */
export function draftOf(study: Partial<Study>): StudyDraft {
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? "" : `${value}`;
  return {
    id: study.id ?? "",
    kind: study.kind ?? "people",
    origin: study.origin ?? "real",
    title: study.title?.en ?? "",
    abstract: study.abstract?.en ?? "",
    areas: (study.areas ?? []).join(", "),
    from: text(study.years?.from),
    to: text(study.years?.to),
    universe: study.universe?.text.en ?? "",
    agesFrom: text(study.universe?.ages?.from),
    agesTo: text(study.universe?.ages?.to),
    coverage: study.coverage?.class ?? "national",
    places: (study.coverage?.places ?? []).join("; "),
    procedure: study.sampling?.procedure?.en ?? "",
    mode: study.mode?.en ?? "",
    collectedFrom: study.collection?.from ?? "",
    collectedTo: study.collection?.to ?? "",
    rate: text(study.response?.rate),
    weighting: study.weighting?.en ?? "",
    producers: (study.producers ?? []).map(({ name }) => name).join("; "),
    microdata: study.access?.microdata ?? "restricted",
    tables: study.access?.tables ?? "public",
    contact: study.access?.contact ?? "",
    licence: study.licence ?? "",
  };
}

/**
 * The description that the form comes to: as its file has it, what was left empty is not stated. Over one
 * that stands, texts in other languages, identifiers, caveats and whatever else the form does not show stay.
 */
export function studyOf(
  draft: StudyDraft,
  before: Partial<Study> | null = null,
): Readonly<Record<string, unknown>> {
  const producers = parts(draft.producers).map((name) => ({ name, role: null }));
  const keepsProducers = before !== null && draftOf(before).producers === draft.producers;
  return {
    ...(merged(merged(otherParts(draft), before ?? {}), shownParts(draft)) as object),
    producers: keepsProducers ? (before.producers ?? []) : producers,
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Parts of `over` in the place of those of `under`, part by part; what it lacks stays. */
function merged(under: unknown, over: unknown): unknown {
  if (!isRecord(under) || !isRecord(over)) return over;
  return {
    ...under,
    ...Object.fromEntries(Object.entries(over).map(([key, value]) => [key, merged(under[key], value)])),
  };
}
