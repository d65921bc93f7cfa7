// Dublin Core of a record: the fifteen elements of oai_dc, which the heads of pages carry as well.

import type { PublicRecord } from "./public-record.ts";

export type DublinCoreElement =
  | "title"
  | "creator"
  | "subject"
  | "description"
  | "publisher"
  | "date"
  | "type"
  | "format"
  | "identifier"
  | "source"
  | "language"
  | "relation"
  | "coverage"
  | "rights";

export type DublinCore = readonly {
  readonly element: DublinCoreElement;
  readonly value: string;
  /** Of a title, description or subject. */
  readonly language?: string;
}[];

/** In the DCMI Type Vocabulary. */
const typeOf = {
  evaluation: "Text",
  report: "Text",
  lesson: "Text",
  recommendation: "Text",
  release: "Dataset",
  run: "Dataset",
} as const satisfies Readonly<Record<PublicRecord["kind"], string>>;

/** The one thing nobody may miss who meets such a record elsewhere. */
export const originNotes = {
  real: null,
  invented: "Invented for demonstration: no fact about any country, agency or person.",
  simulated: "Simulated for demonstration: no figure of any country, agency or survey.",
} as const satisfies Readonly<Record<PublicRecord["origin"], string | null>>;

/**
 * @param address the site's own, without a trailing slash
 * @source DCMI Metadata Terms; OAI-PMH 2.0, schema oai_dc
 */
export function dublinCoreOf(record: PublicRecord, address: string): DublinCore {
  const { reference } = record;
  const inLanguage = record.language === null ? {} : { language: record.language };
  const of = (element: DublinCoreElement, values: readonly (string | null | undefined)[]) =>
    values.flatMap((value) => (value ? [{ element, value }] : []));
  return [
    { element: "title", value: record.title, ...inLanguage },
    ...of("creator", reference.authors),
    ...record.subjects.map((value) => ({ element: "subject" as const, value, language: "en" })),
    ...(record.description
      ? [{ element: "description" as const, value: record.description, ...inLanguage }]
      : []),
    ...of("description", [originNotes[record.origin]]).map((one) => ({ ...one, language: "en" })),
    ...of("publisher", [reference.publisher]),
    ...of("date", [reference.date ?? (reference.year === null ? null : String(reference.year))]),
    ...of("type", [typeOf[record.kind], record.form]),
    // The address first: harvesters lead their readers to the first one.
    ...of("identifier", [`${address}${record.path}`, ...record.identifiers]),
    ...of("language", [record.language]),
    ...of(
      "relation",
      record.related.map((path) => `${address}${path}`),
    ),
    ...of("coverage", record.coverage),
    ...of("rights", [record.licence]),
  ];
}
