// What a foreign value means: a code of ours, a way to say "no value", or an open question.

import { type MissingReason, missingReasons } from "#kernel";
import type { VocabularyTerm } from "#records";
import { folded } from "../folded.ts";
import type { ValueMapping } from "./mapping.ts";
import { fieldOf, type MappingFieldId } from "./mapping-fields.ts";
import { missingWords, openValues, valueWords } from "./value-words.data.ts";

/** Terms of editable vocabularies, by the field they belong to: their labels count as words for their codes. */
export type VocabularyTerms = Readonly<Partial<Record<MappingFieldId, readonly VocabularyTerm[]>>>;

/** Values are compared in this form: without case, accents, double blanks and a full stop at the end. */
export const valueKey = (text: string): string => {
  const bare = folded(text);
  return bare.length > 1 ? bare.replace(/(?<=[^.…])[.:;,]+$/, "").trim() : bare;
};

/** What stands before an explanation in parentheses; null where there is none. */
export const beforeParenthesis = (key: string): string | null => /^([^(]*\S)\s*\(.*$/.exec(key)?.[1] ?? null;

const listed = (words: string): readonly string[] => words.split(";").map((word) => word.trim());

const reasonByWord: ReadonlyMap<string, MissingReason> = /* @__PURE__ */ new Map(
  missingReasons.flatMap((reason) =>
    listed(missingWords[reason] ?? "")
      .filter((word) => word !== "")
      .map((word) => [word, reason] as const),
  ),
);

/** No word for "no value" is longer, and none has a digit. */
const longestMissing = 30;

/**
 * The reason a text gives for having no value, or null where it is a value. `N/A` is no more than missing:
 * some write it for "not available", others for "not applicable".
 *
 * @example
 * missingReasonOf("Not applicable") // => "not-applicable"
 * missingReasonOf("nan") // => "missing"
 * missingReasonOf("Namibia") // => null
 */
export const missingReasonOf = (text: string): MissingReason | null =>
  text.length > longestMissing || /\d/.test(text)
    ? null
    : (reasonByWord.get(valueKey(text)) ?? reasonByWord.get(text.trim().toLowerCase()) ?? null);

export type Lookup = ReadonlyMap<string, string>;

/** Words of a field to its codes: the codes themselves, our list, and the labels of a vocabulary. */
export function lookupOf(field: MappingFieldId, terms: VocabularyTerms): Lookup {
  const lookup = new Map<string, string>();
  const claim = (word: string, code: string) => {
    const key = valueKey(word);
    if (key !== "" && !lookup.has(key)) lookup.set(key, code);
  };
  for (const term of terms[field] ?? []) {
    if (term.isRetired) continue;
    claim(term.code, term.code);
    for (const label of Object.values(term.label)) claim(label, term.code);
  }
  for (const code of fieldOf(field).codes ?? []) claim(code, code);
  for (const [code, words] of Object.entries(valueWords[field] ?? {}))
    for (const word of listed(words)) claim(word, code);
  return lookup;
}

export type Meaning = {
  readonly to: string | null;
  readonly missing: MissingReason | null;
  readonly isPrefix: boolean;
  /** False for words that stand in no list: not even why they are left open is known. */
  readonly isKnown: boolean;
  readonly reason: string;
};

/** Longer values are texts, not words for a code. */
const longestValue = 200;

const officePrefix =
  /^(?:ro for|regional office for|bureau regional pour|oficina regional para|escritorio regional para)\s+(?:the |l'|la |le |les |el |los |las |a |o )?/;

/** Fields whose values often name several things at once ("final independent evaluation"). */
const foundInside: ReadonlySet<MappingFieldId> = new Set(["type", "timing", "nature", "status"]);

/** What a value of a code field means by our words; `to` and `missing` are null where that is open. */
export function meaningOf(field: MappingFieldId, value: string, lookup: Lookup): Meaning {
  const missing = missingReasonOf(value);
  if (missing !== null)
    return {
      to: null,
      missing,
      isPrefix: false,
      isKnown: true,
      reason: "says that there is no value, and why",
    };
  if (value.length > longestValue)
    return { to: null, missing: null, isPrefix: false, isKnown: false, reason: "a whole text" };
  const key = valueKey(value).replace(officePrefix, "");
  const whole = lookup.get(key);
  if (whole !== undefined)
    return {
      to: whole,
      missing: null,
      isPrefix: false,
      isKnown: true,
      reason: "the word is known for this code",
    };
  const start = beforeParenthesis(key);
  const begun = start === null ? undefined : lookup.get(start);
  if (begun !== undefined)
    return {
      to: begun,
      missing: null,
      isPrefix: true,
      isKnown: true,
      reason: "known by what stands before the parenthesis",
    };
  const open = openValues[field]?.[key] ?? (start === null ? undefined : openValues[field]?.[start]);
  if (open !== undefined) return { to: null, missing: null, isPrefix: false, isKnown: true, reason: open };
  if (foundInside.has(field)) {
    const inside = codesInside(start ?? key, lookup);
    const [only] = inside;
    if (inside.size === 1 && only !== undefined)
      return { to: only, missing: null, isPrefix: false, isKnown: true, reason: "a known word stands in it" };
  }
  return { to: null, missing: null, isPrefix: false, isKnown: false, reason: "no known word" };
}

function codesInside(key: string, lookup: Lookup): ReadonlySet<string> {
  const codes = new Set<string>();
  const padded = ` ${key.replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  for (const [word, code] of lookup)
    if (word.length >= 5 && padded.includes(` ${word.replace(/[^\p{L}\p{N}]+/gu, " ")} `)) codes.add(code);
  return codes;
}

/** How a mapping's own table of values decides: exact values first, then beginnings before a parenthesis. */
export function mappedValue(value: string, values: readonly ValueMapping[]): ValueMapping | null {
  const key = valueKey(value);
  const exact = values.find(({ from }) => valueKey(from) === key);
  if (exact !== undefined) return exact;
  const start = beforeParenthesis(key);
  if (start === null) return null;
  return values.find(({ from, isPrefix }) => isPrefix && valueKey(from) === start) ?? null;
}
