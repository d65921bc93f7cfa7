// schema.org of a record and of the lists of the site, as JSON-LD.

import { originNotes } from "./dublin-core.ts";
import type { PublicRecord } from "./public-record.ts";

const typeOf = {
  evaluation: "Report",
  report: "Report",
  lesson: "Quotation",
  recommendation: "Quotation",
  release: "Dataset",
  run: "Dataset",
} as const satisfies Readonly<Record<PublicRecord["kind"], string>>;

const some = <T>(values: readonly T[]) => (values.length === 0 ? undefined : values);

/** A person where the name is written family first, else whatever it is: firms are authors of evaluations too. */
const authorOf = (name: string) => {
  const [family, given] = name.split(/,\s*/);
  return given === undefined
    ? { "@type": "Organization", name }
    : { "@type": "Person", name: `${given} ${family}`, familyName: family, givenName: given };
};

/**
 * @param address the site's own, without a trailing slash
 * @source https://schema.org, types Report, Quotation, Dataset
 */
export function schemaOrgOf(record: PublicRecord, address: string): Readonly<Record<string, unknown>> {
  const { reference } = record;
  const url = `${address}${record.path}`;
  const isSentence = record.kind === "lesson" || record.kind === "recommendation";
  const note = originNotes[record.origin];
  const isData = record.kind === "release" || record.kind === "run";
  return {
    "@context": "https://schema.org",
    "@type": typeOf[record.kind],
    "@id": url,
    url,
    name: record.title,
    description: (isSentence ? undefined : record.description) ?? (isData ? record.title : undefined),
    text: isSentence ? record.description : undefined,
    disambiguatingDescription: note ?? undefined,
    inLanguage: record.language ?? undefined,
    // Names of evaluators are printed as they sign, so a name without a comma is no statement of what it names.
    author: some(
      reference.authors.map((name) => (name.includes(",") ? authorOf(name) : { "@type": "Thing", name })),
    ),
    publisher:
      reference.publisher === null ? undefined : { "@type": "Organization", name: reference.publisher },
    datePublished: reference.date ?? (reference.year === null ? undefined : String(reference.year)),
    dateCreated: record.created ?? undefined,
    version: isData ? (reference.number ?? undefined) : undefined,
    license: record.licence ?? undefined,
    keywords: some(record.subjects),
    spatialCoverage: some(record.coverage.map((name) => ({ "@type": "Place", name }))),
    identifier: some(record.identifiers.filter((one) => !/^https?:/.test(one))),
    sameAs: some(record.identifiers.filter((one) => /^https?:/.test(one))),
    isPartOf: some(record.related.map((path) => ({ "@id": `${address}${path}` }))),
    isAccessibleForFree: true,
  };
}

/** A page that lists records. */
export const schemaOrgOfList = (
  list: { readonly path: string; readonly title: string; readonly description: string },
  address: string,
): Readonly<Record<string, unknown>> => ({
  "@context": "https://schema.org",
  "@type": list.path === "/" ? "WebSite" : "CollectionPage",
  "@id": `${address}${list.path}`,
  url: `${address}${list.path}`,
  name: list.title,
  description: list.description,
  ...(list.path === "/"
    ? {
        potentialAction: {
          "@type": "SearchAction",
          target: `${address}/evidence/search?q={search_term_string}`,
          "query-input": "required name=search_term_string",
        },
      }
    : { isPartOf: { "@id": `${address}/` } }),
});
