// Evaluations as references for reference managers, and references as evaluations.

import { isLanguage, type Language, type Provenance } from "#kernel";
import {
  type BibliographicRecord,
  type Evaluation,
  emptyBibliographicRecord,
  noDetails,
  type Origin,
} from "#records";
import { titleLanguage } from "../title-language.ts";
import { isAddress, languageOfName, linkOf, projectSymbolOf } from "./cell-values.ts";
import { recordId } from "./record-id.ts";

/** What a reference has no field for, by the name under which it stands among its notes. */
const noteNames = [
  "Project symbol",
  "Type of evaluation",
  "Timing",
  "Nature",
  "Countries",
  "Region",
  "Donor",
] as const;

const known = (parts: readonly (string | null)[]): readonly string[] =>
  parts.filter((part) => part !== null && part !== "") as readonly string[];

/**
 * An evaluation as a reference: a report by its evaluators, published by the office that commissioned it. What
 * a reference has no field for (project symbol, type, timing, nature, countries, region, donor) goes into its
 * notes, one line each.
 */
export function evaluationToBibliographic(evaluation: Evaluation): BibliographicRecord {
  const { title, year, publishedOn, summary, links, link } = evaluation;
  const symbols = known([evaluation.printedSymbol, ...evaluation.otherSymbols.map(({ printed }) => printed)]);
  const values: readonly (string | null)[] = [
    symbols.join("; "),
    evaluation.type ?? evaluation.printedType,
    evaluation.timing,
    evaluation.nature,
    evaluation.countries.join(", "),
    evaluation.region,
    evaluation.donor,
  ];
  const languages =
    evaluation.reportLanguages.length > 0 ? evaluation.reportLanguages : known([evaluation.language]);
  return {
    ...emptyBibliographicRecord,
    type: "report",
    key: evaluation.id,
    title,
    authors: evaluation.evaluators,
    year: year ?? (publishedOn === null ? null : Number(publishedOn.slice(0, 4))),
    date: publishedOn !== null && publishedOn.length > 4 ? publishedOn : null,
    abstract: summary,
    language: languages.join(", ") || null,
    urls: [...new Set(known([link, ...links.map(({ url }) => url)]))],
    publisher: evaluation.commissioningOffice ?? evaluation.administrativeUnit,
    number: evaluation.printedId,
    keywords: evaluation.themes,
    notes: noteNames.flatMap((name, i) => (values[i] ? [`${name}: ${values[i]}`] : [])),
  };
}

export type BibliographicSource = {
  /** What the source is called, and what begins its identifiers. */
  readonly source: string;
  readonly prefix: string;
  readonly origin: Origin;
  readonly provenance: Provenance;
};

/**
 * A reference as an evaluation, or null where it has no title. Only what a reference says in fields of its own
 * is taken: kinds of evaluation, countries and symbols in its notes are not concluded from words, except a
 * project symbol in the ILO's form. Notes and what else the reference holds are kept under `unmapped`.
 *
 * The identifier is the reference's key behind the prefix; without one, a hash of source, title and year.
 */
export function bibliographicToEvaluation(
  reference: BibliographicRecord,
  { source, prefix, origin, provenance }: BibliographicSource,
): Evaluation | null {
  const { title, year, date, key } = reference;
  if (title === null || title === "") return null;
  const named = (reference.language ?? "").split(/\s*[,;]\s*/).filter((name) => name !== "");
  const languages = [...new Set(named.flatMap((name) => languageOfName(name) ?? []))];
  const others = named.filter((name) => languageOfName(name) === null);
  const symbols = [...new Set(symbolsIn([title, ...reference.notes, reference.number ?? ""]))].map(
    projectSymbolOf,
  );
  const [symbol, ...otherSymbols] = symbols;
  const addresses = [
    ...reference.urls,
    ...(reference.doi === null ? [] : [`https://doi.org/${reference.doi}`]),
  ];
  const links = addresses.map((address) => linkOf(address, null));
  const link = addresses.find(isAddress) ?? null;
  return {
    ...noDetails,
    id: recordId(prefix, key, { source, title, year }).id,
    printedId: reference.number,
    reportId: null,
    title,
    language: languageOfTitle(languages, title),
    printedSymbol: symbol?.printed ?? null,
    symbol: symbol?.symbol ?? null,
    symbolIsPlaceholder: symbol?.isPlaceholder ?? false,
    otherSymbols,
    type: null,
    printedType: null,
    timing: null,
    nature: null,
    region: null,
    regionBasis: null,
    countries: [],
    countryGroups: [],
    themes: reference.keywords,
    donor: null,
    fundingNote: null,
    period: null,
    year: year ?? (date === null ? null : Number(date.slice(0, 4))),
    publishedOn: date,
    link,
    printedLink: link ?? addresses[0] ?? null,
    links,
    summary: reference.abstract,
    commissioningOffice: reference.publisher,
    evaluators: reference.authors,
    reportLanguages: languages,
    otherLanguages: others,
    unmapped: unmappedOf(reference),
    origin,
    oddities: [],
    provenance,
  };
}

const symbolsIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) =>
    [...text.matchAll(/\b[A-Z]{3}\/\d{2}\/\d{2,3}\/[A-Z]{3}\b/g)].map(([symbol]) => symbol),
  );

/** One language named is that of the title; of several, the one whose little words the title has. */
function languageOfTitle(languages: readonly Language[], title: string): Language | null {
  if (languages.length === 1) return languages[0]!;
  const guess = titleLanguage(title);
  return guess !== null && isLanguage(guess) && languages.includes(guess) ? guess : null;
}

function unmappedOf(reference: BibliographicRecord): Readonly<Record<string, string>> {
  const { container, series, volume, pages, place, notes, foreignTags } = reference;
  const fields = Object.entries({ container, series, volume, pages, place }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const unmapped: Record<string, string> = Object.fromEntries(fields);
  if (notes.length > 0) unmapped["notes"] = notes.join("\n");
  for (const { tag, value } of foreignTags)
    unmapped[tag] = unmapped[tag] === undefined ? value : `${unmapped[tag]}\n${value}`;
  return unmapped;
}
