// The table of values for a field that takes codes, countries or languages: what is known, what is open.

import type { WorkbookTable } from "#documents";
import { areaByCode, areaName, areas } from "#kernel";
import { nearestName } from "../../nearest-name.ts";
import { areaOfName, languageOfName, namesLanguage, namesWorld } from "./cell-values.ts";
import type { ColumnContent } from "./column-content.ts";
import type { ValueProposal } from "./mapping.ts";
import { fieldOf, type MappingFieldId } from "./mapping-fields.ts";
import {
  type Lookup,
  lookupOf,
  type Meaning,
  meaningOf,
  missingReasonOf,
  type VocabularyTerms,
  valueKey,
} from "./value-lookup.ts";

/** Values listed; a column with more is no list of codes. */
const mostValues = 300;

/** English names of countries, made on the first question. */
let countryNames: readonly string[] | null = null;

/** The country whose name a misspelt one is nearly; to be accepted by a person. */
function nearestCountry(value: string): string | null {
  countryNames ??= areas
    .filter(({ kind }) => kind === "country" || kind === "territory")
    .map(({ code }) => areaName(code, "en"));
  // A third of the letters may differ for a column's name; for a country one in five is too many already.
  const near = value.length < 5 ? null : nearestName(value, countryNames);
  if (near === null || Math.abs(near.length - value.length) > 2) return null;
  return areaOfName(near)?.code ?? null;
}

function meaningOfName(
  field: MappingFieldId,
  value: string,
): Meaning & { readonly suggestion: string | null } {
  const known = (to: string | null, reason: string, suggestion: string | null = null) => ({
    to,
    missing: null,
    isPrefix: false,
    isKnown: to !== null,
    reason,
    suggestion,
  });
  if (fieldOf(field).kind === "languages") {
    const language = languageOfName(value);
    if (language !== null) return known(language, "a name of the language");
    return known(
      null,
      namesLanguage(value) ? "a language that is none of the four; kept as printed" : "no known language",
    );
  }
  const area = areaOfName(value);
  if (area !== null && area.kind !== "region") return known(area.code, "a name of the country");
  if (area !== null || namesWorld(value)) return known(null, "no country; kept as a group of countries");
  return known(null, "no known country", nearestCountry(value));
}

/**
 * The foreign values of a field, most frequent first: mapped, a way to say "no value", or open.
 *
 * @param others fields that read the same column: what they know is not open here
 */
export function proposeValues(
  field: MappingFieldId,
  contents: readonly ColumnContent[],
  table: WorkbookTable,
  terms: VocabularyTerms,
  others: readonly MappingFieldId[],
): readonly ValueProposal[] {
  const { kind } = fieldOf(field);
  const lookup = lookupOf(field, terms);
  const absent = absentWords(contents, table, lookup);
  const isNamed = kind === "countries" || kind === "languages";
  const hasTerms = kind === "list" && terms[field] !== undefined;
  if (kind !== "code" && kind !== "codes" && !isNamed && !hasTerms) return absent;
  const otherLookups = others.map((other) => [other, lookupOf(other, terms)] as const);
  const values: ValueProposal[] = [];
  for (const { value, count } of contents.flatMap((content) => [...content.counts.values()])) {
    const meaning = isNamed
      ? meaningOfName(field, value)
      : { ...meaningOf(field, value, lookup), suggestion: null };
    const elsewhere = otherLookups.find(([other, words]) => meaningOf(other, value, words).to !== null)?.[0];
    const isElsewhere = meaning.to === null && meaning.missing === null && elsewhere !== undefined;
    if (isElsewhere) continue;
    values.push({
      value,
      count,
      to: meaning.to,
      missing: meaning.missing,
      isPrefix: meaning.isPrefix,
      suggestion: meaning.suggestion,
      reason: meaning.reason,
    });
  }
  // Countries and languages are known by name: only what is not need stand in the table.
  const listed = isNamed ? values.filter(({ to }) => to === null) : values;
  return [...listed, ...absent]
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues);
}

/** Words for "no value", told apart by their reason; empty cells need no word. */
function absentWords(
  contents: readonly ColumnContent[],
  table: WorkbookTable,
  lookup: Lookup,
): readonly ValueProposal[] {
  const counts = new Map<string, ValueProposal>();
  for (const { column } of contents)
    for (const row of table.rows) {
      const { text } = row[column - 1]!;
      const missing = text === "" ? null : missingReasonOf(text);
      if (missing === null) continue;
      const known = counts.get(valueKey(text));
      counts.set(valueKey(text), {
        value: known?.value ?? text,
        count: (known?.count ?? 0) + 1,
        // "None" says of a management response that there is none, and of all else that nothing is known.
        to: lookup.get(valueKey(text)) ?? null,
        missing: lookup.has(valueKey(text)) ? null : missing,
        isPrefix: false,
        suggestion: null,
        reason: "says that there is no value, and why",
      });
    }
  return [...counts.values()];
}

/** Whether a stored code of a mapping is one of the field's. */
export const isCodeOf = (field: MappingFieldId, code: string): boolean => {
  const { kind, codes } = fieldOf(field);
  if (kind === "countries") return areaByCode(code) !== null;
  return codes === undefined || codes.includes(code);
};
